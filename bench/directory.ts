// How the directory bears growth: 1,000, 10,000 and 100,000 services made up; time and memory of its two indexes, and how long a match for one
// person and a search at the desk take. `node --expose-gc dist/bench/directory.js [counts]`. Nothing here is a test.
import { performance } from 'node:perf_hooks';
import { needKeys } from '../src/content/journey/needs-schema.js';
import { seededNumbers } from '../src/content/models/train-linear.js';
import { indexServices } from '../src/directory/index-services.js';
import type { DirectoryIndex } from '../src/directory/index-services.js';
import type { MatchRequest } from '../src/directory/match-request.js';
import { matchServices } from '../src/directory/match-services.js';
import type { NeedPhrases } from '../src/directory/needs-in-query.js';
import { createServiceSearch } from '../src/directory/search-services.js';
import type { ServiceSearch } from '../src/directory/search-services.js';
import { generateServices } from '../test/support/generate-services.js';

const megabytes = (bytes: number): number => bytes / 1_048_576;

/** Heap and what lies outside it, after everything unused is gone. */
function memory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return megabytes(heapUsed + arrayBuffers);
}

function timed<T>(work: () => T): { readonly value: T; readonly milliseconds: number } {
  const start = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - start };
}

function quantiles(times: readonly number[]): readonly [p50: string, p99: string] {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  return [at(0.5), at(0.99)];
}

/** Others use the machine too: the shortest of three counts. */
function shortest(work: () => unknown): number {
  return Math.min(...[1, 2, 3].map(() => timed(work).milliseconds));
}

/** People all over London, of every age, some with wishes that few services meet. */
function requests(count: number, withPostcode = true): readonly MatchRequest[] {
  const next = seededNumbers(7);
  const happens = (share: number): boolean => next() < share;
  return Array.from({ length: count }, (_, at) => ({
    need: needKeys[at % needKeys.length] ?? 'money',
    today: '2025-11-20',
    ...(withPostcode && { point: { latitude: 51.42 + next() * 0.14, longitude: -0.2 + next() * 0.25 } }),
    outward: 'E1',
    districtName: 'Tower Hamlets',
    ...(happens(0.9) && { age: 16 + Math.floor(next() * 78) }),
    languages: happens(0.3) ? ['bn'] : [],
    audiences: happens(0.2) ? ['carers', 'women'] : [],
    access: happens(0.2) ? ['step-free'] : [],
    freeOnly: happens(0.4),
    ...(happens(0.1) && { days: ['TU', 'TH'] as const }),
    canTravel: !happens(0.1),
    limit: 3,
  }));
}

/** With a postcode p50 and p99; without one p99: then every service of the need is looked at. */
function timeMatches(index: DirectoryIndex): readonly string[] {
  for (const request of requests(500)) matchServices(index, request);
  const quantilesOf = (asked: readonly MatchRequest[]) => quantiles(asked.map(request => shortest(() => matchServices(index, request))));
  return [...quantilesOf(requests(3000)), quantilesOf(requests(500, false))[1]];
}

const queries = (
  'deb|debt advice|debt advise|housing|e1|e1 4|walking group hackney|befreinding|hou|counselling for men in tower hamlets|suport|wellbeing support|' +
  'xyzzy|friendly staff volunteers|lonely|so|s|someone to talk to|community kitchen newham|library|brook|stop smokin|carers|ealing memory clinc'
).split('|');

function timeSearches(search: ServiceSearch): readonly [p50: string, p99: string] {
  for (let round = 0; round < 5; round += 1) for (const query of queries) search.find(query, 20);
  return quantiles(Array.from({ length: 5 }, () => queries.map(query => shortest(() => search.find(query, 20)))).flat());
}

const phrases: NeedPhrases = new Map([
  ['housing', ['housing', 'eviction', 'rent arrears']],
  ['loneliness', ['lonel*', 'someone to talk to', 'no friends']],
  ['money', ['debt', 'benefits', 'money']],
]);

function measure(count: number): readonly (string | number)[] {
  const making = timed(() => {
    for (const service of generateServices(count)) if (service.id === '') throw new Error('A service without an id');
  });
  const before = memory();
  const { value: index, milliseconds } = timed(() => indexServices(generateServices(count)));
  const after = memory();
  const matches = timeMatches(index);
  const unsearched = memory();
  const { value: search, milliseconds: reading } = timed(() => createServiceSearch(index, phrases));
  const searched = memory();
  return [
    count,
    Math.max(0, milliseconds - making.milliseconds).toFixed(0),
    (after - before).toFixed(1),
    megabytes(index.packedBytes).toFixed(1),
    ...matches,
    reading.toFixed(0),
    (searched - unsearched).toFixed(1),
    ...timeSearches(search),
  ];
}

const columns = [
  'services',
  'index ms',
  'index MB',
  'packed MB',
  'match p50',
  'match p99',
  'search ms',
  'search MB',
  'find p50',
  'find p99',
];
const counts = process.argv.slice(2).map(Number);
const show = (cells: readonly (string | number)[]): void => {
  console.log(cells.map(cell => String(cell).padStart(12)).join(''));
};
show(columns);
for (const count of counts.length > 0 ? counts : [1000, 10_000, 100_000]) show(measure(count));
