// An answer sent as data by a button, a card, a form or another program -> the same readings as a typed one.
import type { FormItem } from '../content/form.js';
import type { ItemType } from '../content/questionnaire-schema.js';
import { toAsciiDigits } from '../text/digits.js';
import { isRealDate } from './calendar.js';
import { isAge } from './read-age.js';
import { readDateWith } from './read-date.js';
import { checkDateOfBirth, readDateOfBirth } from './read-date-of-birth.js';
import { readFormat } from './read-format.js';
import { readNumeral } from './read-numeral.js';
import { toReading } from './reading.js';
import type { SettledReading, Why } from './reading.js';

type Scalar = string | number | boolean;

/** An option's code, an array of them where the item repeats, a number, a boolean, an ISO date, a string. */
export type RawValue = Scalar | readonly Scalar[];

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

function readNumber(item: FormItem, raw: Scalar): SettledReading {
  const value = numberOf(raw);
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
    const typed = isBirth ? readDateOfBirth(raw, [], today) : readDateWith(raw, []);
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

function readOptions(item: FormItem, raw: RawValue): SettledReading {
  const given = [...new Set((typeof raw === 'object' ? raw : [raw]).map(String))].filter(code => code !== '');
  if (given.length === 0) return unclear('empty');
  if (given.length > 1 && !item.repeats) return unclear('one-only');
  const unknown = given.filter(code => !item.options.some(option => option.code === code));
  const chosen = item.options.filter(option => given.includes(option.code)).map(option => option.value);
  if (unknown.length === 0) return { kind: 'answered', values: chosen };
  if (item.type !== 'open-choice') return unclear('not-an-option');
  const own = unknown.map(words => readFormat(item, words, []));
  const refused = own.find(reading => reading.kind === 'unclear');
  return (
    refused ?? { kind: 'answered', values: [...chosen, ...own.flatMap(reading => (reading.kind === 'answered' ? reading.values : []))] }
  );
}

const readers: Readonly<Record<ItemType, (item: FormItem, raw: Scalar, today: string) => SettledReading>> = {
  boolean: (_item, raw) => readBoolean(raw),
  integer: readNumber,
  decimal: readNumber,
  date: readDate,
  string: readString,
  text: readString,
  choice: readOptions,
  'open-choice': readOptions,
  group: () => unclear('wrong-type'),
  display: () => unclear('wrong-type'),
};

/**
 * What an answer sent as data means for its item. `today` (ISO date) bounds dates of birth. `wrong-type`: a number where text is asked and the
 * like; else the same refusals as for typed answers.
 */
export function readValue(item: FormItem, raw: RawValue, today: string): SettledReading {
  if (typeof raw !== 'object') return readers[item.type](item, raw, today);
  if (item.type === 'choice' || item.type === 'open-choice') return readOptions(item, raw);
  const [first, ...more] = raw;
  if (first === undefined) return unclear('empty');
  return more.length > 0 ? unclear('one-only') : readers[item.type](item, first, today);
}
