// A day, with or without a time of day: "10 June 2026 at 3 pm", "15:30, 10/06/2026", an ISO instant.
// A time gets the zone it was said in, which FHIR requires (https://hl7.org/fhir/R4/datatypes.html#dateTime).
import type { Listen } from '../content/content.js';
import { toAsciiDigits } from '../text/digits.js';
import { plainLine } from '../text/plain-text.js';
import { longestPhrase } from './bare-phrase.js';
import { isRealDate } from './calendar.js';
import { readAnyDateWith, readDateWith } from './read-date.js';
import { readTimeWith } from './read-time.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';
import { withOffset } from './zone-offset.js';

/** Where people are who use this service; as everywhere in it, until a service can say otherwise. */
export const homeZone = 'Europe/London';

const day = /^\d{4}-\d{2}-\d{2}$/;
const time = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d(?:\.\d{1,9})?))?(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/;

/** An ISO date and time, with or without seconds and zone; undefined when it is not written so. */
function readInstant(line: string, zone: string): Read<string> | undefined {
  const [date = '', clock = '', ...more] = line.toUpperCase().split(/[T ]/);
  const [, hours, seconds = '00', offset] = time.exec(clock) ?? [];
  if (hours === undefined || !day.test(date) || more.length > 0) return undefined;
  if (!isRealDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)))) return unread('date-impossible');
  const local = `${date}T${hours}:${seconds}`;
  return readAs(offset === undefined ? withOffset(local, zone) : local + offset);
}

/** A date before or after a time, the longest date first. */
function* splits(words: readonly string[]): Generator<readonly [date: string, time: string]> {
  for (let at = words.length - 1; at > 0; at -= 1) yield [words.slice(0, at).join(' '), words.slice(at).join(' ')];
  for (let at = 1; at < words.length; at += 1) yield [words.slice(at).join(' '), words.slice(0, at).join(' ')];
}

function readBoth(line: string, listens: readonly Listen[], zone: string): Read<string> {
  let why: 'not-a-date' | 'not-a-time' | 'date-order' | 'date-impossible' = 'not-a-date';
  for (const [first, second] of splits(line.split(/[\s,;]+/).filter(word => word !== ''))) {
    const date = readDateWith(first, listens);
    if (!date.ok && date.why === 'not-a-date') continue;
    const clock = readTimeWith(second, listens);
    if (date.ok && clock.ok) return readAs(withOffset(`${date.value}T${clock.value}`, zone));
    if (date.ok) why = 'not-a-time';
    else if (clock.ok && (date.why === 'date-order' || date.why === 'date-impossible')) why = date.why;
  }
  return unread(why);
}

/**
 * The FHIR dateTime a text names: a day with a time and its offset, a day, a month or a year. `not-a-time`: there is a day, but what stands
 * beside it is no time; else as readDateWith.
 */
export function readDateTimeWith(text: string, listens: readonly Listen[], zone: string): Read<string> {
  const line = toAsciiDigits(plainLine(text));
  if (line.length > longestPhrase) return unread('not-a-date');
  const instant = readInstant(line, zone);
  if (instant !== undefined) return instant;
  const date = readAnyDateWith(line, listens);
  return date.ok || date.why !== 'not-a-date' ? date : readBoth(line, listens, zone);
}
