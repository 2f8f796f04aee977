// Orders two FHIR dates that may be a year, a month or a day (https://hl7.org/fhir/R4/datatypes.html#date).
// Where one is less precise than the other and they agree as far as both go, nobody can say which comes first.

/** Negative when `a` comes before `b`, positive when after, 0 when the same; undefined when their precision leaves it open. */
export function compareDates(a: string, b: string): number | undefined {
  const shared = Math.min(a.length, b.length);
  const left = a.slice(0, shared);
  const right = b.slice(0, shared);
  if (left !== right) return left < right ? -1 : 1;
  return a.length === b.length ? 0 : undefined;
}
