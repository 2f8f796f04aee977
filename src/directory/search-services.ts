// Full-text search for the desk: whatever is typed (part of a name, a need, a street, a postcode, with slips) to services, best first, while it
// is being typed. Every word must be found where that is possible; names count most.
import { expandWord } from './expand-word.js';
import type { DirectoryIndex } from './index-services.js';
import { needFinder } from './needs-in-query.js';
import type { NeedPhrases } from './needs-in-query.js';
import { isTelling, searchWords } from './search-words.js';
import type { Service } from './service.js';
import { doAll } from './steps.js';
import type { Steps } from './steps.js';
import { field, WordPostingsBuilder } from './word-postings.js';
import type { WordPostings } from './word-postings.js';

/** A service that was found, and how well it answers: only good for comparing within one search. */
export interface FoundService {
  readonly service: Service;
  /** In the tables of the index. */
  readonly number: number;
  readonly score: number;
}

/** The search of one directory. */
export interface ServiceSearch {
  readonly find: (query: string, limit: number) => readonly FoundService[];
  /** Bytes of the postings, outside the heap. */
  readonly postingBytes: number;
}

/** What a word is worth by the fields it stands in; bits as in `field`. */
const worth = Array.from({ length: 16 }, (_, bits) =>
  Math.max(
    (bits & field.name) === 0 ? 0 : 4,
    (bits & field.provider) === 0 ? 0 : 2,
    (bits & field.area) === 0 ? 0 : 2,
    bits & field.text ? 1 : 0,
  ),
);
const needWorth = 3;

function textsOf(service: Service): Readonly<Record<keyof typeof field, string>> {
  const where = service.places.flatMap(({ name = '', address, postcode = '' }) => [name, ...address, postcode]);
  return {
    name: service.name,
    provider: service.provider.name,
    area: [...service.areas, ...(service.hidden ? [] : where)].join(' '),
    text: service.about,
  };
}

/** Services read between two stops: each has hundreds of words. */
const servicesAtOnce = 50;

function* readWords(index: DirectoryIndex): Steps<WordPostings> {
  const builder = new WordPostingsBuilder();
  for (let number = 0; number < index.size; number += 1) {
    const service = index.at(number);
    if (service !== undefined) builder.add(number, textsOf(service));
    if (number % servicesAtOnce === 0) yield;
  }
  return yield* builder.finish();
}

/** Adds up what each service scores, word by word; kept from search to search, because clearing what was touched is quicker than making it. */
class Scores {
  private readonly total: Float32Array;
  private readonly hits: Uint8Array;
  private readonly word: Float32Array;
  private readonly inWord: number[] = [];
  private readonly touched: number[] = [];

  constructor(size: number) {
    this.total = new Float32Array(size);
    this.hits = new Uint8Array(size);
    this.word = new Float32Array(size);
  }

  /** One way in which the word at hand is found; the best one counts. */
  offer(service: number, score: number): void {
    const before = this.word[service] ?? 0;
    if (before === 0) this.inWord.push(service);
    if (score > before) this.word[service] = score;
  }

  /** Nothing more for this word. A word that many services have says little of each. */
  closeWord(size: number): void {
    const rarity = Math.log(1 + size / (1 + this.inWord.length));
    for (const service of this.inWord) {
      if (this.hits[service] === 0) this.touched.push(service);
      this.hits[service] = (this.hits[service] ?? 0) + 1;
      this.total[service] = (this.total[service] ?? 0) + (this.word[service] ?? 0) * rarity;
      this.word[service] = 0;
    }
    this.inWord.length = 0;
  }

  /** The best services with the most words, best first; everything is cleared for the next search. */
  take(limit: number): readonly { readonly service: number; readonly score: number }[] {
    const { touched, hits, total } = this;
    let most = 0;
    for (const service of touched) most = Math.max(most, hits[service] ?? 0);
    const best: { readonly service: number; readonly score: number }[] = [];
    for (const service of touched) {
      const score = total[service] ?? 0;
      if (hits[service] === most) insert(best, { service, score }, limit);
      hits[service] = 0;
      total[service] = 0;
    }
    touched.length = 0;
    return best;
  }
}

interface Scored {
  readonly service: number;
  readonly score: number;
}

/** Keeps the `limit` best in order; on equal scores the order of the index. */
function insert(best: Scored[], scored: Scored, limit: number): void {
  const last = best.at(-1);
  if (best.length >= limit && last !== undefined && !comesBefore(scored, last)) return;
  let at = best.length;
  while (at > 0 && comesBefore(scored, best[at - 1] ?? scored)) at -= 1;
  best.splice(at, 0, scored);
  if (best.length > limit) best.pop();
}

const comesBefore = (a: Scored, b: Scored): boolean => a.score > b.score || (a.score === b.score && a.service < b.service);

/** Words worth looking for; where there are none such, all. */
function telling(words: readonly string[]): readonly number[] {
  const positions = [...words.keys()];
  const worthy = positions.filter(at => isTelling(words[at] ?? ''));
  return worthy.length > 0 ? worthy : positions;
}

/** Longer queries are cut to so many words. */
const mostWords = 12;

/** Reads all services of an index for searching, all at once. */
export function createServiceSearch(index: DirectoryIndex, phrases: NeedPhrases): ServiceSearch {
  return doAll(searchInSteps(index, phrases));
}

/** Reads all services of an index for searching. `phrases`: labels and phrases of the needs, in every language the desk may type. */
export function* searchInSteps(index: DirectoryIndex, phrases: NeedPhrases): Steps<ServiceSearch> {
  const postings = yield* readWords(index);
  yield;
  const needsIn = needFinder(phrases);
  const scores = new Scores(index.size);
  const offerNeed = (need: Parameters<typeof index.byNeed.get>[0]): void => {
    const { near, elsewhere } = index.byNeed.get(need) ?? { near: [], elsewhere: [] };
    for (const spots of [near, elsewhere]) for (const spot of spots) scores.offer(index.spots.service[spot] ?? 0, needWorth);
  };
  return {
    postingBytes: postings.bytes,
    find: (query, limit) => {
      const words = searchWords(query).slice(0, mostWords);
      const needs = needsIn(words);
      for (const at of telling(words)) {
        for (const { word, weight } of expandWord(postings, words[at] ?? '', at === words.length - 1)) {
          postings.each(word, (service, fields) => {
            scores.offer(service, weight * (worth[fields] ?? 0));
          });
        }
        for (const { need, words: named } of needs) if (named.has(at)) offerNeed(need);
        scores.closeWord(index.size);
      }
      return scores.take(limit).flatMap(({ service: number, score }) => {
        const service = index.at(number);
        return service === undefined ? [] : [{ service, number, score }];
      });
    },
  };
}
