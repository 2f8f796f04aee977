// Checks a date or dateTime answer: written as FHIR writes it, a day that is in the calendar, within its bounds.
// Rules: https://hl7.org/fhir/R4/datatypes.html#date (year, month or day), https://hl7.org/fhir/R4/datatypes.html#dateTime (with a time
// there must be a zone), https://hl7.org/fhir/R4/extension-minvalue.html and maxvalue.
import type { FormItem } from '../content/forms/form.js';
import type { AnswerCheck } from './answer-fault.js';
import { compareDates } from './compare-dates.js';

const writtenDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const writtenTime = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
const dayLength = '2000-01-01'.length;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isInCalendar(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Is `a` surely before `b`? A year or a month that only might be is let through. */
function isBefore(a: string, b: string): boolean {
  const difference = compareDates(a, b);
  return difference !== undefined && difference < 0;
}

function checkBounds({ min, max }: FormItem, value: string): AnswerCheck {
  if (typeof min === 'string' && isBefore(value, min)) return { ok: false, why: 'too-early', limit: min };
  return typeof max === 'string' && isBefore(max, value) ? { ok: false, why: 'too-late', limit: max } : { ok: true };
}

/** Checks the value of a date question: an ISO year, month or day. A date of birth needs its day. */
export function checkDate(item: FormItem, value: string): AnswerCheck {
  const parts = writtenDate.exec(value);
  if (parts === null) return { ok: false, why: 'not-a-date' };
  const [, year, month, day] = parts;
  if (item.format === 'date-of-birth' && day === undefined) return { ok: false, why: 'not-a-date' };
  if (!isInCalendar(Number(year), Number(month ?? 1), Number(day ?? 1))) return { ok: false, why: 'date-impossible' };
  return checkBounds(item, value);
}

/** Checks the value of a dateTime question: as a date, or a day with a time to the second and its zone. */
export function checkDateTime(item: FormItem, value: string): AnswerCheck {
  if (!value.includes('T')) return checkDate(item, value);
  if (value[dayLength] !== 'T' || !writtenTime.test(value.slice(dayLength + 1))) return { ok: false, why: 'not-a-date' };
  const { min: _, max: __, ...free } = item;
  const day = checkDate(free, value.slice(0, dayLength));
  return day.ok ? checkBounds(item, value) : day;
}
