// What each word of a message adds to each class of a model, so that any stretch of it can be weighed by adding up its words. A thing that stands
// in a stretch twice counts once there, as in training.
import type { LinearModel } from '../../content/models/linear-model.js';

/** A feature that an earlier word (or the same one) has already. */
interface Repeat {
  /** The last word before that has it. */
  readonly last: number;
  readonly bucket: number;
}

/** What stands at a place that is known to be inside. */
function valueAt(numbers: Int32Array | Int8Array, place: number): number {
  return numbers[place] ?? 0;
}

/** Which word had a bucket last: a small open table, since a message shows some hundreds of buckets. */
class LastSeen {
  readonly #buckets: Int32Array;
  readonly #words: Int32Array;
  readonly #mask: number;

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 1));
    this.#buckets = new Int32Array(size).fill(-1);
    this.#words = new Int32Array(size);
    this.#mask = size - 1;
  }

  /** Notes that `word` has the bucket; tells which word had it last, -1 for none. */
  see(bucket: number, word: number): number {
    let place = bucket & this.#mask;
    for (;;) {
      const there = valueAt(this.#buckets, place);
      if (there === bucket || there === -1) {
        const last = there === -1 ? -1 : valueAt(this.#words, place);
        this.#buckets[place] = bucket;
        this.#words[place] = word;
        return last;
      }
      place = (place + 1) & this.#mask;
    }
  }
}

/** The words of one message, weighed by one model. */
export class WordSums {
  readonly #model: LinearModel;
  readonly #kinds: number;
  /** Word by word, class by class: weights of what no word before it has. */
  readonly #sums: Int32Array;
  readonly #counts: Int32Array;
  readonly #repeats: readonly (readonly Repeat[])[];

  /** `features`: of each word, hashes. */
  constructor(features: readonly (readonly number[])[], model: LinearModel) {
    this.#model = model;
    this.#kinds = model.classes.length;
    this.#sums = new Int32Array(features.length * this.#kinds);
    this.#counts = new Int32Array(features.length);
    const seen = new LastSeen(features.reduce((sum, { length }) => sum + length, 0));
    this.#repeats = features.map((ofWord, word) => this.#weigh(ofWord, word, seen));
  }

  #weigh(features: readonly number[], word: number, seen: LastSeen): readonly Repeat[] {
    const repeats: Repeat[] = [];
    for (const feature of features) {
      const bucket = feature & (this.#model.buckets - 1);
      const last = seen.see(bucket, word);
      if (last >= 0) repeats.push({ last, bucket });
      else {
        this.#addRow(bucket, this.#sums, word * this.#kinds);
        this.#counts[word] = valueAt(this.#counts, word) + 1;
      }
    }
    return repeats;
  }

  #addRow(bucket: number, sums: Int32Array, at: number): void {
    const { weights } = this.#model;
    const row = bucket * this.#kinds;
    for (let kind = 0; kind < this.#kinds; kind += 1) sums[at + kind] = valueAt(sums, at + kind) + valueAt(weights, row + kind);
  }

  /** Logits of each class over the words from `from` up to `to`; undefined where nothing is there. */
  logits(from: number, to: number): readonly number[] | undefined {
    const { bias, unit } = this.#model;
    const kinds = this.#kinds;
    const sums = new Int32Array(kinds);
    let count = 0;
    for (let word = from; word < to; word += 1) {
      count += valueAt(this.#counts, word);
      for (let kind = 0; kind < kinds; kind += 1) sums[kind] = valueAt(sums, kind) + valueAt(this.#sums, word * kinds + kind);
    }
    for (const { last, bucket } of this.#repeats.slice(from, to).flat()) {
      if (last >= from) continue;
      this.#addRow(bucket, sums, 0);
      count += 1;
    }
    if (count === 0) return undefined;
    const root = Math.sqrt(count);
    return bias.map((ofKind, kind) => (valueAt(sums, kind) / root + ofKind) * unit);
  }
}
