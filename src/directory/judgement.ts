// What is said for and against a service for one person, as one number: points against it (0: known to suit; the feed silent: a few; known
// not to be ideal: more), and a bit for each thing that keeps it away altogether. Judgements of different things are added up.

/** What may keep a service away, in the order of judgement. */
export const concerns = [
  'age',
  'audience',
  'area',
  'cost',
  'language',
  'access',
  'ended',
  'days',
  'capacity',
  'way-in',
  'travel',
  'distance',
] as const;
export type Concern = (typeof concerns)[number];

const perMiss = 256;

/** The judgement that this keeps it away. */
export function missed(concern: Concern): number {
  return perMiss << concerns.indexOf(concern);
}

/** Nothing keeps it away. */
export const suits = (judgement: number): boolean => judgement < perMiss;

/** Points against it, whatever keeps it away. */
export const pointsOf = (judgement: number): number => judgement & (perMiss - 1);

/** What keeps it away. */
export const missesOf = (judgement: number): readonly Concern[] => concerns.filter((_, at) => (judgement & (perMiss << at)) !== 0);

/** How many things keep it away. */
export function countMisses(judgement: number): number {
  let [left, count] = [judgement >>> 8, 0];
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}
