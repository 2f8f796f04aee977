// What a recogniser's results amount to: one definite day or one number, else nothing. Its other findings (ranges, years, "not resolved",
// days that move with the calendar) are guesses, and guesses are not answers.
import { z } from 'zod';
import type { AnswerValue } from '../content/forms/form.js';
import { isRealDate } from './calendar.js';

const dateResults = z.tuple([
  z.object({
    typeName: z.literal('datetimeV2.date'),
    resolution: z.object({ values: z.tuple([z.object({ timex: z.string(), type: z.literal('date'), value: z.string() })]) }),
  }),
]);

const numberResults = z.tuple([z.object({ typeName: z.literal('number'), resolution: z.object({ value: z.coerce.number() }) })]);

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

const inNumbers = /(?<!\d)(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?\d{4}/;

/** A date in numbers alone is day first, whatever a recogniser's language makes of it. */
function isDayFirst(text: string, month: number, day: number): boolean {
  const [, first, second] = inNumbers.exec(text) ?? [];
  return first === undefined || (Number(first) === day && Number(second) === month);
}

/** The one full date in a recogniser's results, if the year was said in the text; undefined for anything less definite. */
export function definiteDate(results: unknown, text: string): AnswerValue | undefined {
  const parsed = dateResults.safeParse(results);
  if (!parsed.success) return undefined;
  const { timex, value } = parsed.data[0].resolution.values[0];
  const [, year = '', month, day] = iso.exec(value) ?? [];
  const isDefinite = timex === value && text.includes(year) && isRealDate(Number(year), Number(month), Number(day));
  return isDefinite && isDayFirst(text, Number(month), Number(day)) ? { valueDate: value } : undefined;
}

/** The one number in a recogniser's results: an integer, or a decimal where it has a fraction. */
export function definiteNumber(results: unknown): AnswerValue | undefined {
  const parsed = numberResults.safeParse(results);
  const value = parsed.success ? parsed.data[0].resolution.value : Number.NaN;
  if (!Number.isFinite(value)) return undefined;
  return Number.isInteger(value) ? { valueInteger: value } : { valueDecimal: value };
}
