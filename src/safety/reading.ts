// A message as rules are held against it: its words, and what each can be looked up by.
import { sentenceEnd } from '../text/split-words.js';
import { countKeys, wordKeys, type WordKeys } from './key-numbers.js';

/** What the end of a sentence is looked up by. */
export const noKeys: WordKeys = { numbers: [], whole: 0 };

/** A message as patterns are matched against it; with the keys of parts of its words only where they are wanted. */
export class Reading {
  /** As splitWords cuts them, `.` for the end of a sentence. */
  readonly words: readonly string[];
  readonly #parts: boolean;
  #keys: readonly WordKeys[] = [];
  /** How many keys rules had when these were looked up. */
  #known = -1;

  constructor(words: readonly string[], parts = true) {
    this.words = words;
    this.#parts = parts;
  }

  /** What each word can be looked up by; nothing for `.`. Looked up anew when rules with new keys have been read. */
  get keys(): readonly WordKeys[] {
    if (this.#known !== countKeys()) {
      this.#known = countKeys();
      this.#keys = this.#look();
    }
    return this.#keys;
  }

  #look(): readonly WordKeys[] {
    let before = '';
    return this.words.map(word => {
      if (word === sentenceEnd) return noKeys;
      const found = wordKeys(word, before, this.#parts);
      before = word;
      return found;
    });
  }
}
