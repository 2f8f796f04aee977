// Orders two FHIR dates or instants that may be a year, a month, a day or a time of a day (https://hl7.org/fhir/R4/datatypes.html#dateTime).
// Where one is less precise than the other and they agree as far as both go, nobody can say which comes first.

const dayLength = '2000-01-01'.length;

/** Both name a moment: their zones are taken into account. */
function compareInstants(a: string, b: string): number | undefined {
  const difference = Date.parse(a) - Date.parse(b);
  return Number.isNaN(difference) ? undefined : difference;
}

/** Negative when `a` comes before `b`, positive when after, 0 when the same; undefined when their precision leaves it open. */
export function compareDates(a: string, b: string): number | undefined {
  if (a.length > dayLength && b.length > dayLength) return compareInstants(a, b);
  const shared = Math.min(a.length, b.length);
  if (a.slice(0, shared) !== b.slice(0, shared)) return a < b ? -1 : 1;
  return a.length === b.length ? 0 : undefined;
}
