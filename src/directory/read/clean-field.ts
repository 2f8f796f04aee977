// One field of a row made what the standard says it is, or nothing, with the codes of what was wrong.
import { readEmail, readPhones, readUrl } from './read-address.js';
import { readByDay, readMonthDays } from './read-days.js';
import { readDate, toDateTime } from './read-dates.js';
import type { FieldKind } from './hsds-shapes.js';
import { asNumber, asText } from './json-fields.js';
import { readPlainText } from './plain-text.js';
import { readTime } from './read-time.js';
import { isUuid, stableUuid } from './stable-uuid.js';

const longest = { line: 300, text: 10_000 } as const;

/** What stands in the row; undefined: nothing. */
export interface CleanField {
  readonly value?: string | number;
  readonly faults: readonly string[];
}

const noFaults: readonly string[] = [];
const empty: CleanField = { faults: noFaults };

function orFault(value: string | number | undefined, fault: string): CleanField {
  return value === undefined ? { faults: [fault] } : { value, faults: noFaults };
}

function cleanWords(raw: string, shape: 'line' | 'text'): CleanField {
  const { text, mended } = readPlainText(raw, longest[shape], shape === 'line' ? 'line' : 'lines');
  return text === '' ? { faults: mended } : { value: text, faults: mended };
}

function cleanId(raw: string): CleanField {
  return isUuid(raw) ? { value: raw, faults: noFaults } : { value: stableUuid(raw), faults: ['id-not-uuid'] };
}

function cleanDate(raw: string, today: string, kind: 'date' | 'past' | 'moment'): CleanField {
  const read = readDate(raw, today, kind !== 'date');
  if (read.kind === 'none') return { faults: [read.why] };
  return { value: kind === 'moment' ? toDateTime(raw, read.date) : read.date, faults: noFaults };
}

function cleanFreq(raw: string): CleanField {
  const freq = raw.toUpperCase();
  return orFault(['WEEKLY', 'MONTHLY'].includes(freq) ? freq : undefined, 'bad-frequency');
}

function cleanLocationType(raw: string): CleanField {
  const type = raw.toLowerCase();
  return orFault(['physical', 'postal', 'virtual'].includes(type) ? type : undefined, 'bad-location-type');
}

/** Identifiers of the web are kept where they are http addresses; the profile takes no others. */
function cleanUri(raw: string): CleanField {
  const url = /^https?:/iu.test(raw) ? readUrl(raw) : undefined;
  return orFault(url, 'bad-uri');
}

const cleaners: Readonly<Record<FieldKind, (raw: string, today: string) => CleanField>> = {
  id: cleanId,
  line: raw => cleanWords(raw, 'line'),
  text: raw => cleanWords(raw, 'text'),
  url: raw => orFault(readUrl(raw), 'bad-url'),
  uri: cleanUri,
  email: raw => orFault(readEmail(raw), 'bad-email'),
  number: raw => orFault(asNumber(raw), 'bad-number'),
  date: (raw, today) => cleanDate(raw, today, 'date'),
  past: (raw, today) => cleanDate(raw, today, 'past'),
  moment: (raw, today) => cleanDate(raw, today, 'moment'),
  time: raw => orFault(readTime(raw), 'bad-time'),
  freq: cleanFreq,
  days: raw => orFault(readByDay(raw), 'bad-days'),
  'month-days': raw => orFault(readMonthDays(raw), 'bad-days'),
  'location-type': cleanLocationType,
  phone: raw => (readPhones(raw).length === 0 ? { faults: ['bad-phone'] } : cleanWords(raw, 'line')),
};

/** Kinds of which a feed has few different ones: each is cleaned once. */
const fewKinds: ReadonlySet<FieldKind> = new Set<FieldKind>(['time', 'freq', 'days', 'month-days', 'location-type']);
const longestKept = 40;
const mostKept = 1_000;
const kept = new Map<string, CleanField>();

function cleanOnce(kind: FieldKind, raw: string, today: string): CleanField {
  const key = `${kind} ${raw}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const made = cleaners[kind](raw, today);
  kept.set(key, made);
  return made;
}

/** The field as the standard wants it. An empty field has no fault. */
export function cleanField(kind: FieldKind, value: unknown, today: string): CleanField {
  const raw = asText(value);
  if (raw === '') return empty;
  return raw.length <= longestKept && fewKinds.has(kind) ? cleanOnce(kind, raw, today) : cleaners[kind](raw, today);
}
