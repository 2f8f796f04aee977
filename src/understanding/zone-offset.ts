// How far a zone's clocks are from Greenwich at a moment there, summer time included: FHIR wants it of every dateTime with a time.

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  return format;
}

/** `+01:00` at an instant (milliseconds since 1970). */
function offsetAt(instant: number, zone: string): string {
  const name = formatOf(zone)
    .formatToParts(instant)
    .find(part => part.type === 'timeZoneName')?.value;
  return /[+-]\d{2}:\d{2}/.exec(name ?? '')?.[0] ?? '+00:00';
}

function inMinutes(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * The local day and time (`2026-07-01T15:30:00`) with its offset in the zone (an IANA name): `2026-07-01T15:30:00+01:00`. A time that
 * clocks skip or show twice gets the offset of the winter side.
 */
export function withOffset(local: string, zone: string): string {
  const asIfGreenwich = Date.parse(`${local}Z`);
  const near = offsetAt(asIfGreenwich, zone);
  return local + offsetAt(asIfGreenwich - inMinutes(near) * 60_000, zone);
}
