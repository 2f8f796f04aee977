// Whether a service's area takes in where somebody lives. Feeds write areas as outward codes, postcodes, ONS codes, names of boroughs,
// "London", "England" or "within 2 miles of E1 6AN"; what is none of these is compared by name.
import { foldText } from '../text/fold-text.js';

/** Where somebody lives, as far as it is known. */
export interface Home {
  readonly outward?: string;
  readonly district?: string;
  readonly districtName?: string;
}

export type Served = 'inside' | 'unknown' | 'outside';

const outwardCode = /^([a-z]{1,2}\d[a-z\d]?)(?: ?\d(?:[a-z]{2})?)?$/u;
const onsCode = /^[ewns]\d{8}$/u;
const everywhere =
  /^(?:all of )?(?:the )?(?:uk|united kingdom|great britain|britain|england(?: and wales)?|national|nationwide|everywhere|anywhere)$/u;
const london = /^(?:all of )?(?:greater )?london$|^all london boroughs$|^london[- ]?wide$/u;
const within = /^within (?:a|\d+(?:\.\d+)?) ?(?:-|–)?miles?\b/u;
const titles =
  /^(?:the )?(?:london borough of|royal borough of|city of(?! london)|borough of|district of)\s+|\s+(?:london borough|borough council|city council|district council|council|borough|district)$/gu;
/** Outward codes of the London postal districts, and of the towns that are in Greater London throughout. */
const londonOutward = /^(?:ec|wc|e|n|nw|se|sw|w|br|cr|ha|ub)\d/u;

/** How many miles round it a service serves, where the area says so. */
export function servedRadius(area: string): number | undefined {
  const said = within.exec(foldText(area))?.[0];
  if (said === undefined) return undefined;
  return Number.parseFloat(/\d+(?:\.\d+)?/u.exec(said)?.[0] ?? '1');
}

/** What an area is called where people read it: an ONS code says nothing to anybody, so it is the name of the home's own district or nothing. */
export function nameOfArea(area: string, { districtName }: Home): string | undefined {
  return onsCode.test(foldText(area)) ? districtName : area;
}

function bareName(name: string): string {
  return foldText(name).replace(titles, '').trim();
}

const known = (same: boolean): Served => (same ? 'inside' : 'outside');

function byOutward(area: string, outward: string, home: Home): Served {
  if (home.outward === undefined) return 'unknown';
  if (foldText(home.outward) !== outward) return 'outside';
  // A sector or a whole postcode is less than the outward code, which is all that is known of the person.
  return area === outward ? 'inside' : 'unknown';
}

function inLondon(home: Home): Served {
  if (home.district !== undefined) return known(/^e09/iu.test(home.district));
  if (home.outward === undefined) return 'unknown';
  return londonOutward.test(foldText(home.outward)) ? 'inside' : 'unknown';
}

function byName(area: string, home: Home): Served {
  if (home.districtName === undefined) return 'unknown';
  const [own, said] = [bareName(home.districtName), bareName(area)];
  if (said === own || ` ${said} `.includes(` ${own} `)) return 'inside';
  // "Hammersmith" may be their part of Hammersmith and Fulham; "North East London" may well be where they live.
  if (` ${own} `.includes(` ${said} `)) return 'unknown';
  return said.includes('london') && inLondon(home) !== 'outside' ? 'unknown' : 'outside';
}

function servedIn(area: string, home: Home): Served {
  if (everywhere.test(area)) return 'inside';
  if (within.test(area)) return 'unknown';
  if (london.test(area)) return inLondon(home);
  if (onsCode.test(area)) return home.district === undefined ? 'unknown' : known(foldText(home.district) === area);
  const outward = outwardCode.exec(area)?.[1];
  return outward === undefined ? byName(area, home) : byOutward(area, outward, home);
}

/** Whether one area, as the feed writes it, takes in a home; "within 2 miles" is `unknown` here: see `servedRadius`. */
export function serves(area: string, home: Home): Served {
  return servedIn(foldText(area), home);
}

/** What several areas come to: one that takes in the home is enough. */
export function servedByAny(found: readonly Served[]): Served {
  if (found.includes('inside')) return 'inside';
  return found.includes('unknown') ? 'unknown' : 'outside';
}
