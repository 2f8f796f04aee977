// Where the clauses and sentences of a text stand among its words.
import { sentenceEnd } from './split-words.js';

/** Words from, up to not including. */
export type Span = readonly [from: number, to: number];

/** What stands between the sentence ends of these words; nothing that is empty. */
export function clausesOf(words: readonly string[]): readonly Span[] {
  const clauses: Span[] = [];
  let from = 0;
  for (let at = 0; at <= words.length; at += 1) {
    if (at < words.length && words[at] !== sentenceEnd) continue;
    if (at > from) clauses.push([from, at]);
    from = at + 1;
  }
  return clauses;
}
