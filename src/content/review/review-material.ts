// What a reviewer of a language is shown: every sentence and word beside its English, by the part of the review it belongs to.
import type { reviewParts } from '../languages/locale-schema.js';

/** A part of a language that is reviewed apart. */
export type ReviewPart = (typeof reviewParts)[number];

/** One thing to judge. Several texts are the plural forms of one sentence, or the words of one list. */
export interface ReviewRow {
  /** What it is in its group: `help`, `option yes`, a key. */
  readonly what: string;
  readonly english: readonly string[];
  /** Empty: missing. */
  readonly own: readonly string[];
}

/** What belongs together: a question, a kind of red flag, the keys of a page. */
export interface ReviewGroup {
  readonly heading: string;
  /** The file of the language it stands in. */
  readonly file: string;
  readonly rows: readonly ReviewRow[];
}

/** One part of the review. */
export interface ReviewSection {
  readonly part: ReviewPart;
  readonly groups: readonly ReviewGroup[];
}

/** The order in which a reviewer goes through them: what matters most comes first. */
export const reviewOrder: readonly ReviewPart[] = ['crisis', 'permission', 'content', 'product', 'listen', 'needs', 'red-flags'];

const crisisFiles: ReadonlySet<string> = new Set(['safety', 'safety-check', 'red-flags', 'helplines']);
const crisisKeys = /^(?:notice\.urgent$|page\.crisis\.|page\.urgent\.)/u;

/** The part a text of dialogs/ belongs to. The last question of "call me" asks for permission. */
export function partOfText(file: string, id: string): ReviewPart {
  if (crisisFiles.has(file)) return 'crisis';
  return file === 'consent' || (file === 'call-me' && id === 'permission') ? 'permission' : 'content';
}

/** The part a product sentence belongs to. */
export function partOfProduct(key: string): ReviewPart {
  return crisisKeys.test(key) ? 'crisis' : 'product';
}
