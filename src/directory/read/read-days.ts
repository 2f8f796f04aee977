// Days of the week and of the month as feeds write them, in the words of RFC 5545 (`MO,1TU,-1FR`; `2,15`).
import { weekdays, type Schedule, type Weekday } from '../service.js';

const ordered = /(?<nth>[+-]?\d{1,2})?(?<day>MO|TU|WE|TH|FR|SA|SU)/u;
const alone = new RegExp(`^${ordered.source}$`, 'u');
const names = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const beginnings: Readonly<Record<string, Weekday>> = { mo: 'MO', tu: 'TU', we: 'WE', th: 'TH', fr: 'FR', sa: 'SA', su: 'SU' };
const word = new RegExp(`^(?:${names}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)s?$`, 'u');
const spans: Readonly<Record<string, readonly Weekday[]>> = {
  weekdays: weekdays.slice(0, 5),
  weekday: weekdays.slice(0, 5),
  weekends: weekdays.slice(5),
  weekend: weekdays.slice(5),
  daily: weekdays,
};

function toWeekday(text: string): Weekday | undefined {
  return word.test(text) || Object.hasOwn(beginnings, text) ? beginnings[text.slice(0, 2)] : undefined;
}

/** One written day as RFC 5545 has it; "Monday - Friday" is five. Undefined: no day. */
function toDays(part: string): readonly string[] | undefined {
  const whole = alone.exec(part.toUpperCase())?.groups;
  if (whole !== undefined) return [`${(whole['nth'] ?? '').replace(/^\+?0*/u, '')}${whole['day'] ?? ''}`];
  if (Object.hasOwn(spans, part)) return spans[part];
  const ends = part.split('-').map(toWeekday);
  const [from, to = from] = ends;
  if (from === undefined || to === undefined || ends.length > 2) return undefined;
  return daysBetween(weekdays.indexOf(from), weekdays.indexOf(to));
}

function daysBetween(from: number, to: number): readonly Weekday[] {
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, step) => weekdays[(from + step) % 7] ?? 'MO');
}

/** `byday` as RFC 5545 has it, in the order written; undefined where a part is no day. */
export function readByDay(raw: string): string | undefined {
  const parts = raw
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$|["']/gu, '')
    .replace(/\s*(?:-|–|\bto\b)\s*(?=[a-z])/gu, '-')
    .split(/\s*(?:[,;&/\s]|\band\b)\s*/u)
    .filter(part => part !== '' && part !== 'and');
  const days = parts.map(toDays);
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return [...new Set(days.flatMap(each => each ?? []))].join(',');
}

/** `bymonthday`: numbers from 1 to 31, or from the end (-1 is the last); undefined where a part is none. */
export function readMonthDays(raw: string): string | undefined {
  const numbers = raw
    .split(/[\s,;]+/u)
    .filter(Boolean)
    .map(Number);
  if (numbers.length === 0 || numbers.some(day => !Number.isInteger(day) || day === 0 || Math.abs(day) > 31)) return undefined;
  return [...new Set(numbers)].join(',');
}

/** The parts of a clean `byday`. */
export function splitByDay(byday: string): Schedule['days'] {
  return byday.split(',').flatMap(part => {
    const groups = ordered.exec(part)?.groups;
    const day = weekdays.find(each => each === groups?.['day']);
    const nth = Number(groups?.['nth'] ?? 0);
    if (day === undefined) return [];
    return [nth === 0 ? { day } : { day, nth }];
  });
}
