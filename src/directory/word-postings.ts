// Which services have which word, and in which of their fields: for each word one stretch of a single array of numbers. MiniSearch's radix tree
// finds words by beginning or with mistakes in them; its own postings are objects, too slow and too large for a hundred thousand services
// (measured: 262 MB, 20 to 400 ms), so these are ours.
import SearchableMap from 'minisearch/SearchableMap';
import { searchWords } from './search-words.js';
import { eachInSteps } from './steps.js';
import type { Steps } from './steps.js';

/** Where in a service a word stands, as bits; a word in several has several. */
export const field = { name: 1, provider: 2, area: 4, text: 8 } as const;

const fieldSpan = 16;
const chunkLength = 1 << 18;
/** Words put into the tree between two stops. */
const wordsAtOnce = 250;

/** Words of all services. */
export interface WordPostings {
  /** The number of a word. */
  readonly words: SearchableMap<number>;
  /** How many services have the word of this number. */
  readonly count: (word: number) => number;
  /** Calls back with each service that has it, and the fields it stands in. */
  readonly each: (word: number, found: (service: number, fields: number) => void) => void;
  readonly bytes: number;
}

/** Numbers one after another, without a limit and without objects. */
class NumberStream {
  private readonly chunks: Uint32Array[] = [];
  length = 0;

  push(value: number): void {
    const at = this.length % chunkLength;
    if (at === 0) this.chunks.push(new Uint32Array(chunkLength));
    const chunk = this.chunks.at(-1);
    if (chunk !== undefined) chunk[at] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.chunks[Math.floor(index / chunkLength)]?.[index % chunkLength] ?? 0;
  }
}

interface SortedEntries {
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
}

/** Entries put together by word, in the order they came; `starts` says where those of each word begin. */
function* sortByWord(words: number, found: NumberStream, unsorted: NumberStream): Steps<SortedEntries> {
  const starts = new Uint32Array(words + 1);
  yield* eachInSteps(found.length, at => (starts[found.at(at) + 1] = (starts[found.at(at) + 1] ?? 0) + 1));
  for (let word = 1; word <= words; word += 1) starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0);
  const next = starts.slice();
  const entries = new Uint32Array(unsorted.length);
  yield* eachInSteps(found.length, at => {
    const to = next[found.at(at)] ?? 0;
    entries[to] = unsorted.at(at);
    next[found.at(at)] = to + 1;
  });
  return { starts, entries };
}

/** Takes services by their number, in order; `finish` gives the postings. */
export class WordPostingsBuilder {
  private readonly numbers = new Map<string, number>();
  private readonly found = new NumberStream();
  private readonly entries = new NumberStream();

  /** Adds what stands in each field of one service. */
  add(service: number, texts: Readonly<Record<keyof typeof field, string>>): void {
    const fields = new Map<string, number>();
    for (const key of ['name', 'provider', 'area', 'text'] as const) {
      for (const word of searchWords(texts[key])) fields.set(word, (fields.get(word) ?? 0) | field[key]);
    }
    for (const [word, bits] of fields) {
      this.found.push(this.wordNumber(word));
      this.entries.push(service * fieldSpan + bits);
    }
  }

  private wordNumber(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** Everything added, by word. */
  *finish(): Steps<WordPostings> {
    const { starts, entries } = yield* sortByWord(this.numbers.size, this.found, this.entries);
    const words = new SearchableMap<number>();
    const all = [...this.numbers.keys()];
    yield* eachInSteps(all.length, number => words.set(all[number] ?? '', number), wordsAtOnce);
    return {
      words,
      count: word => (starts[word + 1] ?? 0) - (starts[word] ?? 0),
      each: (word, found) => {
        const end = starts[word + 1] ?? 0;
        for (let at = starts[word] ?? 0; at < end; at += 1) {
          const entry = entries[at] ?? 0;
          found(entry >>> 4, entry & (fieldSpan - 1));
        }
      },
      bytes: entries.byteLength + starts.byteLength,
    };
  }
}
