// Where a message holds the words that rules are looked up by.
import { sentenceEnd } from '../text/split-words.js';
import { countKeys, type KeySet } from './key-numbers.js';
import type { Reading } from './reading.js';

/** Where each key of one message stands, by the number of the key. One table serves all messages, one after the other. */
const table = { owner: undefined as KeyPlaces | undefined, mark: 0, marks: new Uint8Array(0), places: [] as number[][] };

/** Marks are bytes, so that the whole table stays near the processor: after so many messages it is wiped. */
const mostMarks = 255;

function clearTable(owner: KeyPlaces): void {
  if (table.marks.length < countKeys()) table.marks = new Uint8Array(2 * countKeys());
  if (table.mark === mostMarks) {
    table.marks.fill(0);
    table.mark = 0;
  }
  table.owner = owner;
  table.mark += 1;
}

const nowhere: readonly number[] = [];

/** The places of a message's words by their keys. */
export class KeyPlaces {
  readonly #reading: Reading;
  #known = 0;
  #every: readonly number[] | undefined;
  readonly #numbers: number[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Every key that is there, once. */
  get numbers(): readonly number[] {
    this.#look();
    return this.#numbers;
  }

  /** Is there a word with one of these keys? */
  has(set: KeySet): boolean {
    this.#look();
    const { marks, mark } = table;
    for (const number of set) if (marks[number] === mark) return true;
    return false;
  }

  /** The places of the words that have one of these keys, from left to right; of every word, where no keys are given. */
  of(set: KeySet | undefined): readonly number[] {
    if (set === undefined) return (this.#every ??= this.#reading.words.flatMap((word, place) => (word === sentenceEnd ? [] : [place])));
    this.#look();
    const found: (readonly number[])[] = [];
    const { marks, mark, places } = table;
    for (const number of set) if (marks[number] === mark) found.push(places[number] ?? nowhere);
    const [only] = found;
    return found.length < 2 ? (only ?? nowhere) : [...new Set(found.flat())].sort((a, b) => a - b);
  }

  /** Puts this message into the table, unless it is there and no rule with new keys has been read since. */
  #look(): void {
    if (table.owner === this && this.#known === countKeys()) return;
    clearTable(this);
    this.#known = countKeys();
    this.#numbers.length = 0;
    for (const [place, { numbers }] of this.#reading.keys.entries()) for (const number of numbers) this.#put(number, place);
  }

  #put(number: number, place: number): void {
    const there = table.places[number];
    if (table.marks[number] !== table.mark || there === undefined) {
      table.marks[number] = table.mark;
      table.places[number] = [place];
      this.#numbers.push(number);
    } else if (there.at(-1) !== place) there.push(place);
  }
}
