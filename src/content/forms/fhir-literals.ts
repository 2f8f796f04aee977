// Is this text a date, a dateTime or a time as FHIR R4 writes them, of a day that there is?
// Source: https://hl7.org/fhir/R4/datatypes.html#date, #dateTime, #time
const date = /^(?<year>\d{4})(?:-(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12]\d|3[01]))?)?$/u;
const time = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?$/u;
const zone = /(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/u;

/** A FHIR date: a year, a month or a day. */
export function isFhirDate(text: string): boolean {
  const { year, month, day } = date.exec(text)?.groups ?? {};
  if (year === undefined || year === '0000') return false;
  return day === undefined || Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** A FHIR time: hours, minutes and seconds, without a zone. */
export function isFhirTime(text: string): boolean {
  return time.test(text);
}

/** A FHIR dateTime: a date, or a day with a time and its zone. */
export function isFhirDateTime(text: string): boolean {
  const at = text.indexOf('T');
  if (at < 0) return isFhirDate(text);
  const clock = text.slice(at + 1);
  return at === 10 && isFhirDate(text.slice(0, at)) && zone.test(clock) && isFhirTime(clock.replace(zone, ''));
}

const checks: Readonly<Record<string, { readonly kind: string; readonly test: (text: string) => boolean }>> = {
  Date: { kind: 'date', test: isFhirDate },
  DateTime: { kind: 'dateTime', test: isFhirDateTime },
  Time: { kind: 'time', test: isFhirTime },
};

/** What is wrong with the `prefix[x]` of an element (`value`, `answer`) as a date, dateTime or time: one sentence each. */
export function wrongLiterals(element: Readonly<Record<string, unknown>>, prefix: 'value' | 'answer'): readonly string[] {
  return Object.entries(checks).flatMap(([name, { kind, test }]) => {
    const text = element[`${prefix}${name}`];
    return typeof text === 'string' && !test(text) ? [`'${text.slice(0, 40)}' is not a FHIR ${kind}`] : [];
  });
}
