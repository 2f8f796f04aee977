// Dates, times, days waited and languages as staff read them: in English, on pages and in Teams.

/** How long the person has waited, in words. */
export function waitingInWords(submittedAt: string, now: Date): string {
  const days = Math.floor((startOfDay(now) - startOfDay(new Date(submittedAt))) / 86_400_000);
  if (days <= 0) return 'today';
  return days === 1 ? 'since yesterday' : `${String(days)} days`;
}

/** Midnight of the day in London, as a number that counts days evenly. */
function startOfDay(moment: Date): number {
  const [day = 1, month = 1, year = 1970] = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London' })
    .format(moment)
    .split('/')
    .map(Number);
  return Date.UTC(year, month - 1, day);
}

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

/** A language tag as an English name. */
export function languageInWords(tag: string): string {
  if (tag === 'bfi') return 'British Sign Language';
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag; // not a well-formed tag: shown as it came
  }
}

/** Date and time in London, in words. */
export function timeInWords(iso: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso : format.format(moment);
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date in words (ISO date or instant); what is none as it came. */
export function dateInWords(iso: string): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso : longDate.format(moment);
}
