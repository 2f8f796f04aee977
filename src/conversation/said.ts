// What a person or a client said, free of any channel. Pure types, nothing runs here.
import type { Command } from '../content/content.js';

/** An answer a client sent as data: an option's value, an array where it repeats, a number, a boolean, an ISO date, a string. */
export type RawAnswer = string | number | boolean | readonly (string | number | boolean)[];

export interface KeyedAnswer {
  readonly key?: string;
  readonly linkId?: string;
  readonly answer?: RawAnswer;
  readonly skip?: boolean;
  /** Among several answers each for itself: words for this question, read as if they had been typed to it; beside `answer`, read for danger alone. */
  readonly text?: string;
  /** Likewise: the stamp (answer-stamp.ts) of the answer that stood there when this one was given. */
  readonly was?: string;
}

export type Said =
  | { readonly kind: 'nothing' }
  /** `cut`: longer than 1,000 characters; only the beginning is here. */
  | { readonly kind: 'text'; readonly text: string; readonly cut?: boolean }
  /**
   * `language`: the page they were given on was in this language, in which no conversation can be held yet. `each`: each for itself, so that what
   * is right is recorded whatever is wrong with the others; else together or not at all.
   */
  | { readonly kind: 'answers'; readonly answers: readonly KeyedAnswer[]; readonly language?: string; readonly each?: true }
  | { readonly kind: 'command'; readonly command: Command; readonly language?: string; readonly key?: string }
  /** A file or a picture and no words: it is never fetched, and said to be so. */
  | { readonly kind: 'attachment' }
  | { readonly kind: 'malformed' };
