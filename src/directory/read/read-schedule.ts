// One schedule of a cleaned row (HSDS `schedule`, fields of RFC 5545) as the product keeps it.
import type { Schedule } from '../service.js';
import { numberIn, objectsIn, textIn } from './json-fields.js';
import { readPlainText } from './plain-text.js';
import type { JsonObject } from './read-result.js';
import { splitByDay } from './read-days.js';

const longestNote = 300;

function field<Key extends string>(key: Key, value: string): Partial<Record<Key, string>> {
  // One key with one value is such a record; TypeScript widens computed keys
  return value === '' ? {} : ({ [key]: value } as Record<Key, string>);
}

function isFreq(freq: string): freq is 'WEEKLY' | 'MONTHLY' {
  return freq === 'WEEKLY' || freq === 'MONTHLY';
}

/** What a schedule says about when; undefined where it says nothing. Days of the month belong to months only (RFC 5545, 3.3.10). */
export function readSchedule(schedule: JsonObject): Schedule | undefined {
  const freq = textIn(schedule, 'freq');
  const monthly = freq !== 'WEEKLY';
  const days = splitByDay(textIn(schedule, 'byday')).map(({ day, nth }) => (monthly && nth !== undefined ? { day, nth } : { day }));
  const monthDays = monthly
    ? textIn(schedule, 'bymonthday')
        .split(',')
        .map(Number)
        .filter(day => day !== 0)
    : [];
  const note = readPlainText(textIn(schedule, 'description') || textIn(schedule, 'notes'), longestNote, 'line').text;
  const opens = textIn(schedule, 'opens_at');
  if (days.length + monthDays.length === 0 && opens === '' && note === '') return undefined;
  return {
    ...(isFreq(freq) ? { freq } : {}),
    interval: numberIn(schedule, 'interval') ?? 1,
    days,
    monthDays,
    ...field('opens', opens),
    ...field('closes', textIn(schedule, 'closes_at')),
    ...field('from', textIn(schedule, 'valid_from')),
    ...field('to', textIn(schedule, 'valid_to') || textIn(schedule, 'until')),
    ...field('note', note),
  };
}

/** The schedules of a service, of a place, or of a service at a place. */
export function readSchedules(object: JsonObject): readonly Schedule[] {
  return objectsIn(object, 'schedules').flatMap(each => readSchedule(each) ?? []);
}
