// A date of birth: a full date, not in the future, of somebody who can be alive. A wrong one is a wrong patient.
import type { Listen } from '../content/content.js';
import { oldestAge } from './read-age.js';
import { yearsBefore } from './calendar.js';
import { readDateWith } from './read-date.js';
import { unread } from './reading.js';
import type { Read } from './reading.js';

/** The date itself, or `date-future` (after `today`) or `date-too-old` (over 130 years ago). Both ISO dates. */
export function checkDateOfBirth(date: string, today: string): Read<string> {
  if (date > today) return unread('date-future');
  return date < yearsBefore(today, oldestAge) ? unread('date-too-old') : { ok: true, value: date };
}

/** The ISO date of birth a text names; every refusal of readDateWith and checkDateOfBirth. */
export function readDateOfBirth(text: string, listens: readonly Listen[], today: string): Read<string> {
  const read = readDateWith(text, listens);
  return read.ok ? checkDateOfBirth(read.value, today) : read;
}
