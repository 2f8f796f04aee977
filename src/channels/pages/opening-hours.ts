// Opening hours as a person says them: days by name, times of day, in the page's language. Times are London's, as in service.json.
import type { Service } from '../../content/service-schema.js';
import type { Words } from './words.js';

type OpenHours = Service['openingHours'][number];

// 1 January 2024 was a Monday, ISO day 1.
function dayName(day: number, lang: string): string {
  return new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
}

function isRun(days: readonly number[]): boolean {
  return days.length > 2 && days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
}

function dayNames(days: readonly number[], words: Words): string {
  const names = [...days].sort((a, b) => a - b).map(day => dayName(day, words.lang));
  if (!isRun([...days].sort((a, b) => a - b))) return new Intl.ListFormat(words.lang, { type: 'conjunction' }).format(names);
  return words.t('page.hours.range', { from: names[0] ?? '', to: names.at(-1) ?? '' });
}

function oneRun({ days, from, to }: OpenHours, words: Words): string {
  return words.t('page.hours.open', { days: dayNames(days, words), from: { isolate: from }, to: { isolate: to } });
}

/** One line a run of open hours. */
export function sayOpeningHours(hours: readonly OpenHours[], words: Words): readonly string[] {
  return hours.map(run => oneRun(run, words));
}
