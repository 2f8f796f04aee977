// A tree of words in flat arrays: from a place, a word or the beginning of a word leads to the next place, where phrases end. Flat, because the
// phrases of all languages are more than a hundred thousand, and a map for each place would need a hundred megabytes.
import { addToHash, finishHash, hashText, startHash } from '../../text/hash-text.js';

/** Letters that a beginning has at least. */
export const startLength = 3;
/** Where every phrase begins. */
export const root = 0;
/** There is no such place. */
export const nowhere = -1;

const salts = { word: 11, start: 12 };
const spread = 0x9e3779b1;

/** A word of a message as the tree knows it: its own key, and those of its beginnings, the shortest first. */
export interface WordKeys {
  readonly word: number;
  readonly starts: readonly number[];
}

export function keyOfWord(word: string): number {
  return finishHash(hashText(word, startHash(salts.word)));
}

export function keyOfStart(start: string): number {
  return finishHash(hashText(start, startHash(salts.start)));
}

export function keysOf(word: string): WordKeys {
  const starts: number[] = [];
  let hash = startHash(salts.start);
  for (let at = 0; at < word.length; at += 1) {
    hash = addToHash(hash, word.charCodeAt(at));
    if (at + 1 >= startLength) starts.push(finishHash(hash));
  }
  return { word: keyOfWord(word), starts };
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, least)));
}

/** Grows by `add` and `put`; read by `follow` and `endingAt`. Two words share a key once in four thousand million. */
export class PhraseTree<Phrase> {
  readonly #parents: Int32Array;
  readonly #keys: Uint32Array;
  readonly #children: Int32Array;
  readonly #mask: number;
  readonly #leads: Uint8Array;
  readonly #ends: Int32Array;
  readonly #before: number[] = [];
  readonly #phrases: Phrase[] = [];
  #places = 1;

  /** For at most so many words in all its phrases. */
  constructor(mostWords: number) {
    const slots = powerOfTwo(2 * (mostWords + 1));
    this.#mask = slots - 1;
    this.#parents = new Int32Array(slots).fill(nowhere);
    this.#keys = new Uint32Array(slots);
    this.#children = new Int32Array(slots);
    this.#leads = new Uint8Array(mostWords + 1);
    this.#ends = new Int32Array(mostWords + 1).fill(nowhere);
  }

  #slotOf(place: number, key: number): number {
    let slot = finishHash(key ^ Math.imul(place, spread)) & this.#mask;
    while (this.#parents[slot] !== nowhere && (this.#parents[slot] !== place || this.#keys[slot] !== key)) slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** The place that a key leads to from a place, made where it was not there. */
  add(place: number, key: number): number {
    const slot = this.#slotOf(place, key);
    if (this.#parents[slot] !== nowhere) return this.#children[slot] ?? nowhere;
    this.#parents[slot] = place;
    this.#keys[slot] = key;
    this.#children[slot] = this.#places;
    this.#leads[place] = 1;
    this.#places += 1;
    return this.#places - 1;
  }

  /** A phrase ends here. */
  put(place: number, phrase: Phrase): void {
    this.#before.push(this.#ends[place] ?? nowhere);
    this.#ends[place] = this.#phrases.push(phrase) - 1;
  }

  /** Does anything lead on from here? */
  leadsOn(place: number): boolean {
    return this.#leads[place] === 1;
  }

  /** The place a key leads to, or `nowhere`. */
  follow(place: number, key: number): number {
    const slot = this.#slotOf(place, key);
    return this.#parents[slot] === nowhere ? nowhere : (this.#children[slot] ?? nowhere);
  }

  /** The phrases that end here, the last put first. */
  endingAt(place: number): readonly Phrase[] {
    const ending: Phrase[] = [];
    for (let at = this.#ends[place] ?? nowhere; at !== nowhere; at = this.#before[at] ?? nowhere) {
      const phrase = this.#phrases[at];
      if (phrase !== undefined) ending.push(phrase);
    }
    return ending;
  }
}
