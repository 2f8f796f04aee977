// Where the phrases of the tree stand in a message: every phrase at every place, one strange word allowed between two of its words.
import { sentenceEnd } from '../../text/split-words.js';
import { startLength, type NeedPhrase, type PhraseNode } from './need-index.js';
import { formsOf } from './need-words.js';

/** A phrase found: words `from` up to, not including, `to`. `strange`: words between that are not the phrase's. */
export interface PhraseHit {
  readonly phrase: NeedPhrase;
  readonly from: number;
  readonly to: number;
  readonly strange: number;
}

/** One search: the message's words in all their forms, and what was found. */
interface Search {
  readonly words: readonly (readonly string[])[];
  readonly hits: PhraseHit[];
}

/** Goes on from every place that the word at `at` leads to. */
function lead(node: PhraseNode, from: number, at: number, strange: number, search: Search): void {
  for (const form of search.words[at] ?? []) {
    const next = node.words.get(form);
    if (next !== undefined) arrive(next, from, at + 1, strange, search);
    if (node.starts.size === 0) continue;
    for (const start of node.starts.get(form.slice(0, startLength)) ?? []) {
      if (form.startsWith(start.text)) arrive(start.node, from, at + 1, strange, search);
    }
  }
}

/** Keeps the phrases that end here, and goes on with the next word, or over one strange word with the word after it. */
function arrive(node: PhraseNode, from: number, at: number, strange: number, search: Search): void {
  for (const phrase of node.phrases) search.hits.push({ phrase, from, to: at, strange });
  if (node.words.size + node.starts.size === 0) return;
  lead(node, from, at, strange, search);
  if (search.words[at]?.[0] !== sentenceEnd) lead(node, from, at + 1, strange + 1, search);
}

/** Every hit in the words of a message, in order of place. As many steps as words, times the length of the longest phrase at most. */
export function matchPhrases(words: readonly string[], root: PhraseNode): readonly PhraseHit[] {
  const search: Search = { words: words.map(formsOf), hits: [] };
  for (const from of words.keys()) lead(root, from, from, 0, search);
  return search.hits;
}
