// An answer sent as data by a button, a card, a form or another program -> the same readings as a typed one.
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import type { ItemType } from '../content/forms/questionnaire-schema.js';
import { toAsciiDigits } from '../text/digits.js';
import { isRealDate } from './calendar.js';
import { isAge } from './read-age.js';
import { readAnyDateWith } from './read-date.js';
import { homeZone, readDateTimeWith } from './read-date-time.js';
import { checkDateOfBirth, readDateOfBirth } from './read-date-of-birth.js';
import { readFormat } from './read-format.js';
import { optionSaid } from './read-among.js';
import { readNumeral } from './read-numeral.js';
import { readDisplay } from './read-own-words.js';
import { readQuantity } from './read-quantity.js';
import { readTimeWith } from './read-time.js';
import { readLink, readUrl } from './read-url.js';
import { toReading } from './reading.js';
import type { Read, SettledReading, Why } from './reading.js';

type Scalar = string | number | boolean;

/** An option's code, a number, a boolean, an ISO date, dateTime or time, a string; an array of them where the item repeats. */
export type RawValue = Scalar | readonly Scalar[];

/** Data is in nobody's language: digits, labels and codes alone are read. */
const plain = { lang: 'en', languages: new Map() } as const;

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

function unclear(why: Why): SettledReading {
  return { kind: 'unclear', why };
}

function readBoolean(raw: Scalar): SettledReading {
  if (raw === true || raw === 'true') return { kind: 'answered', values: [{ valueBoolean: true }] };
  return raw === false || raw === 'false' ? { kind: 'answered', values: [{ valueBoolean: false }] } : unclear('wrong-type');
}

function numberOf(raw: Scalar): number | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined;
  return typeof raw === 'string' ? readNumeral(toAsciiDigits(raw).trim(), 'en')?.value : undefined;
}

/** `70 kg` where the item is measured in kg: the number. */
function measuredOf(item: FormItem, raw: Scalar): number | undefined {
  const read = typeof raw === 'string' && item.units.length > 0 ? readQuantity(raw, item.units.slice(0, 1), plain) : undefined;
  return read?.ok === true ? read.value.value : undefined;
}

function readNumber(item: FormItem, raw: Scalar): SettledReading {
  const value = numberOf(raw) ?? measuredOf(item, raw);
  if (item.format === 'age' && (value === undefined || !isAge(value))) return unclear('not-an-age');
  if (value === undefined) return unclear(typeof raw === 'string' ? 'not-a-number' : 'wrong-type');
  if (item.type === 'decimal') return { kind: 'answered', values: [{ valueDecimal: value }] };
  return Number.isSafeInteger(value) ? { kind: 'answered', values: [{ valueInteger: value }] } : unclear('not-whole');
}

/** A machine's ISO date needs no reading back: it was not typed. Day, month and year typed into a box do. */
function readDate(item: FormItem, raw: Scalar, today: string): SettledReading {
  if (typeof raw !== 'string') return unclear('wrong-type');
  const isBirth = item.format === 'date-of-birth';
  const [, year, month, day] = iso.exec(raw.trim()) ?? [];
  if (year === undefined) {
    const typed = isBirth ? readDateOfBirth(raw, [], today) : readAnyDateWith(raw, []);
    const reading = toReading(typed, valueDate => ({ valueDate }));
    return isBirth && reading.kind === 'answered' ? { kind: 'propose', values: reading.values } : reading;
  }
  if (!isRealDate(Number(year), Number(month), Number(day))) return unclear('date-impossible');
  const date = raw.trim();
  return toReading(isBirth ? checkDateOfBirth(date, today) : { ok: true, value: date }, valueDate => ({ valueDate }));
}

function readString(item: FormItem, raw: Scalar): SettledReading {
  if (typeof raw !== 'string') return unclear('wrong-type');
  return raw.trim() === '' ? unclear('empty') : readFormat(item, raw, []);
}

function readText(raw: Scalar, read: (text: string) => Read<string>, wrap: (value: string) => AnswerValue): SettledReading {
  if (typeof raw !== 'string') return unclear('wrong-type');
  return raw.trim() === '' ? unclear('empty') : toReading(read(raw), wrap);
}

function readAmount(item: FormItem, raw: Scalar): SettledReading {
  if (typeof raw === 'boolean') return unclear('wrong-type');
  return String(raw).trim() === ''
    ? unclear('empty')
    : toReading(readQuantity(String(raw), item.units, plain), valueQuantity => ({ valueQuantity }));
}

/** The option with this code, else the one whose value this is. */
function optionOf(item: FormItem, raw: string): AnswerValue | undefined {
  return (item.options.find(option => option.code === raw) ?? optionSaid(item, raw, plain, []))?.value;
}

function readOptions(item: FormItem, raw: RawValue): SettledReading {
  const given = [...new Set((typeof raw === 'object' ? raw : [raw]).map(String))].filter(code => code !== '');
  if (given.length === 0) return unclear('empty');
  if (given.length > 1 && !item.repeats) return unclear('one-only');
  const known = given.map(code => optionOf(item, code));
  const chosen = item.options.map(option => option.value).filter(value => known.includes(value));
  const unknown = given.filter((_, place) => known[place] === undefined);
  if (unknown.length === 0) return { kind: 'answered', values: chosen };
  if (item.type !== 'open-choice') return unclear('not-an-option');
  const own = together(unknown.map(words => readFormat(item, words, [])));
  return own.kind === 'answered' ? { kind: 'answered', values: [...chosen, ...own.values] } : own;
}

/** Several readings as one: the first refusal, or all their values; to be read back where one of them is. */
function together(readings: readonly SettledReading[]): SettledReading {
  const refused = readings.find(reading => reading.kind === 'unclear');
  if (refused) return refused;
  const kind = readings.some(reading => reading.kind === 'propose') ? 'propose' : 'answered';
  return { kind, values: readings.flatMap(reading => (reading.kind === 'unclear' ? [] : reading.values)) };
}

type ReadScalar = (item: FormItem, raw: Scalar, today: string, zone: string) => SettledReading;

const readers: Readonly<Record<ItemType, ReadScalar>> = {
  boolean: (_item, raw) => readBoolean(raw),
  integer: readNumber,
  decimal: readNumber,
  date: readDate,
  dateTime: (_item, raw, _today, zone) =>
    readText(
      raw,
      text => readDateTimeWith(text, [], zone),
      valueDateTime => ({ valueDateTime }),
    ),
  time: (_item, raw) =>
    readText(
      raw,
      text => readTimeWith(text, []),
      valueTime => ({ valueTime }),
    ),
  quantity: readAmount,
  string: readString,
  text: readString,
  url: (_item, raw) => readText(raw, readUrl, valueUri => ({ valueUri })),
  attachment: (_item, raw) => readText(raw, readLink, url => ({ valueAttachment: { url } })),
  reference: (_item, raw) => readText(raw, readDisplay, display => ({ valueReference: { display } })),
  choice: readOptions,
  'open-choice': readOptions,
  group: () => unclear('wrong-type'),
  display: () => unclear('wrong-type'),
};

/**
 * What an answer sent as data means for its item. `today` (ISO date) bounds dates of birth; `zone` (IANA) is where a time of a dateTime
 * without an offset was given. An array gives all its values where the item repeats; the first that cannot be read refuses all.
 * `wrong-type`: a number where text is asked and the like; else the same refusals as for typed answers.
 */
export function readValue(item: FormItem, raw: RawValue, today: string, zone: string = homeZone): SettledReading {
  if (item.options.length > 0) return readOptions(item, raw);
  if (typeof raw !== 'object') return readers[item.type](item, raw, today, zone);
  const given = raw.filter(value => value !== '');
  if (given.length === 0) return unclear('empty');
  if (given.length > 1 && !item.repeats) return unclear('one-only');
  return together(given.map(value => readers[item.type](item, value, today, zone)));
}
