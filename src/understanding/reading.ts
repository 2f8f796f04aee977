// What a reader makes of an answer: values, values to be confirmed, a reason it could not be read, or a wish for a second opinion.
import type { AnswerValue } from '../content/forms/form.js';

/** Why something could not be read. A conversation's refusal codes are these and its own; a check that fails for the same cause spells it the same. */
export type Why =
  | 'empty'
  | 'too-long'
  | 'not-yes-no'
  | 'not-an-option'
  | 'not-a-number'
  | 'not-whole'
  | 'not-a-date'
  | 'date-order'
  | 'date-impossible'
  | 'date-future'
  | 'date-too-old'
  | 'not-a-time'
  | 'not-a-url'
  | 'not-a-link'
  | 'unit-missing'
  | 'not-a-unit'
  | 'not-an-age'
  | 'not-a-name'
  | 'not-a-phone'
  | 'not-an-email'
  | 'not-a-postcode'
  | 'not-an-nhs-number'
  | 'nhs-number-check'
  | 'one-only'
  | 'wrong-type';

/** One value read from text, or why not. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Why; readonly limit?: number };

/** A language the recognisers read: English, Spanish, French, Chinese. */
export type Culture = 'en' | 'es' | 'fr' | 'zh';

/** A wish for a recogniser's second opinion on a short text. */
export interface OpinionAsk {
  readonly type: 'date' | 'number';
  readonly culture: Culture;
  readonly text: string;
}

/** What an answer means for an item. `propose`: read it back first (typed dates of birth). */
export type Reading =
  | { readonly kind: 'answered'; readonly values: readonly AnswerValue[] }
  | { readonly kind: 'propose'; readonly values: readonly AnswerValue[] }
  | { readonly kind: 'unclear'; readonly why: Why; readonly limit?: number }
  | ({ readonly kind: 'ask-opinion' } & OpinionAsk);

/** A reading that needs no one else's opinion. */
export type SettledReading = Exclude<Reading, { readonly kind: 'ask-opinion' }>;

/** The value read, as `Read`. */
export function readAs<T>(value: T): Read<T> {
  return { ok: true, value };
}

/** Not read, and why. */
export function unread(why: Why, limit?: number): Extract<Read<never>, { ok: false }> {
  return limit === undefined ? { ok: false, why } : { ok: false, why, limit };
}

/** A `Read` as a `Reading` of one value. */
export function toReading<T>(read: Read<T>, wrap: (value: T) => AnswerValue): SettledReading {
  if (read.ok) return { kind: 'answered', values: [wrap(read.value)] };
  return read.limit === undefined ? { kind: 'unclear', why: read.why } : { kind: 'unclear', why: read.why, limit: read.limit };
}
