// Why an answer cannot be taken, as codes; the words for them are a translator's.

/** Why an answer is not allowed: a part of the refusal codes of a conversation, spelt the same. */
export type AnswerFault =
  | 'empty'
  | 'too-long'
  | 'not-an-option'
  | 'not-a-number'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'too-many-decimals'
  | 'not-a-date'
  | 'date-impossible'
  | 'date-too-old'
  | 'one-only'
  | 'none-with-others'
  | 'required'
  | 'wrong-type'
  | 'malformed';

/** The outcome of a check. `limit` is the bound that was passed: a length, a number, or an ISO date. */
export type AnswerCheck = { readonly ok: true } | { readonly ok: false; readonly why: AnswerFault; readonly limit?: number | string };
