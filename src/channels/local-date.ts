// The day it is where the service is.
const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** ISO date of a moment, in London. */
export function localDate(moment: Date): string {
  return london.format(moment);
}
