// What a question's own rules tell a person beside its words: from where to where an answer may be, in which unit, where to read more.
import type { Phrase, PhraseParam } from '../content/languages/phrase.js';
import type { Question } from '../conversation/reply.js';

function isDay(bound: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/u.test(bound);
}

/** A day with its month in words; a number or a time of day as it stands, whatever surrounds it. */
function boundParam(bound: number | string): PhraseParam {
  if (typeof bound === 'string') return isDay(bound) ? { date: bound } : { isolate: bound.replace('T', ' ').slice(0, 16) };
  return { isolate: String(bound) };
}

/** From where to where an answer may be, where neither help nor example says it already. */
export function rangeNote({ min, max, help, example }: Question): Phrase | undefined {
  if (help !== undefined || example !== undefined) return undefined;
  if (min !== undefined && max !== undefined) return { product: 'page.range', params: { min: boundParam(min), max: boundParam(max) } };
  if (min !== undefined) return { product: 'page.range.from', params: { min: boundParam(min) } };
  return max === undefined ? undefined : { product: 'page.range.to', params: { max: boundParam(max) } };
}

/** What a number is measured in. */
export function unitsNote({ units = [] }: Question): Phrase | undefined {
  if (units.length === 0) return undefined;
  return { product: 'page.units', params: { units: { isolate: units.map(({ label }) => label).join(' / ') } } };
}

/** Where to read more: web addresses only, whatever a form's author wrote. */
export function linksOf({ links = [] }: Question): readonly URL[] {
  return links
    .filter(link => URL.canParse(link))
    .map(link => new URL(link))
    .filter(({ protocol }) => protocol === 'https:' || protocol === 'http:');
}
