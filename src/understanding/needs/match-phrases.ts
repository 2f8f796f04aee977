// Where the phrases of the tree stand in a message: every phrase at every place, one strange word allowed between two of its words.
import { sentenceEnd } from '../../text/split-words.js';
import type { NeedPhrase } from './need-index.js';
import { formsOf } from './need-words.js';
import { keysOf, nowhere, type PhraseTree, root, type WordKeys } from './phrase-tree.js';

/** A phrase found: words `from` up to, not including, `to`. `strange`: words between that are not the phrase's. */
export interface PhraseHit {
  readonly phrase: NeedPhrase;
  readonly from: number;
  readonly to: number;
  readonly strange: number;
}

/** One search: the tree, the message's words in all their forms, which of them say no by themselves, and what was found. */
interface Search {
  readonly tree: PhraseTree<NeedPhrase>;
  readonly words: readonly (readonly WordKeys[])[];
  readonly ends: readonly boolean[];
  readonly nos: readonly boolean[];
  readonly hits: PhraseHit[];
}

/** How a place in the tree was reached: where it began, the strange words passed over, and whether one of them says no. */
interface Way {
  readonly from: number;
  readonly strange: number;
  readonly overNo: boolean;
}

/** Goes on from every place that the word at `at` leads to. */
function lead(place: number, way: Way, at: number, search: Search): void {
  const go = (key: number): void => {
    const next = search.tree.follow(place, key);
    if (next !== nowhere) arrive(next, way, at + 1, search);
  };
  for (const { word, starts } of search.words[at] ?? []) {
    go(word);
    starts.forEach(go);
  }
}

/** Keeps the phrases that end here, and goes on with the next word, or over one strange word with the word after it. */
function arrive(place: number, way: Way, at: number, search: Search): void {
  for (const phrase of search.tree.endingAt(place)) {
    // "the heating is not fine" does not say that the heating is fine
    if (phrase.says !== 'nothing' || !way.overNo) search.hits.push({ phrase, from: way.from, to: at, strange: way.strange });
  }
  if (!search.tree.leadsOn(place)) return;
  lead(place, way, at, search);
  if (search.ends[at] === true) return;
  lead(place, { from: way.from, strange: way.strange + 1, overNo: way.overNo || search.nos[at] === true }, at + 1, search);
}

/** Every hit in the words of a message, in order of place. As many steps as words, times the length of the longest phrase at most. */
export function matchPhrases(words: readonly string[], tree: PhraseTree<NeedPhrase>): readonly PhraseHit[] {
  const keys = words.map(word => formsOf(word).map(keysOf));
  const saysNo = ({ word }: WordKeys): boolean => {
    const place = tree.follow(root, word);
    return place !== nowhere && tree.endingAt(place).some(phrase => phrase.says === 'denial');
  };
  const search: Search = {
    tree,
    words: keys,
    ends: words.map(word => word === sentenceEnd),
    nos: keys.map(each => each.some(saysNo)),
    hits: [],
  };
  for (const from of words.keys()) lead(root, { from, strange: 0, overNo: false }, from, search);
  return search.hits;
}
