// Why an answer cannot be taken, as codes; the words for them are a translator's.

/** Why an answer is not allowed. A conversation's refusal codes are these and its own. */
export type AnswerFault =
  | 'empty'
  | 'too-long'
  | 'too-short'
  | 'wrong-format'
  | 'not-an-option'
  | 'not-a-number'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'too-many-decimals'
  | 'not-a-date'
  | 'date-impossible'
  | 'not-a-time'
  | 'too-early'
  | 'too-late'
  | 'not-a-url'
  | 'not-a-link'
  | 'unit-missing'
  | 'not-a-unit'
  | 'one-only'
  | 'too-few'
  | 'too-many'
  | 'none-with-others'
  | 'required'
  | 'wrong-type'
  | 'malformed';

/** The outcome of a check. `limit` is the bound that was passed: a length, a number, a count, or an ISO date, dateTime or time. */
export type AnswerCheck = { readonly ok: true } | { readonly ok: false; readonly why: AnswerFault; readonly limit?: number | string };
