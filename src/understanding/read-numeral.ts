// A number written in digits, as English people and other Europeans write it.

const whole = /^-?\d{1,15}$/;
const oneSeparator = /^(-?\d{1,12})([.,])(\d{1,6})$/;
const grouped = /^(-?\d{1,3}(?:([ ',.])\d{3})(?:\2\d{3}){0,3})(?:([.,])(\d{1,6}))?$/;

export interface Numeral {
  readonly value: number;
  readonly decimals: number;
}

/** "1,000" is a thousand in English, and not to be guessed in languages where the comma is the decimal sign; "0,125" is a decimal in all. */
function couldBeThousands(integer: string, fraction: string): boolean {
  return fraction.length === 3 && integer.replace('-', '').length <= 3 && !/^-?0/.test(integer);
}

function readOneSeparator(integer: string, sign: string, fraction: string, english: boolean): Numeral | undefined {
  if (couldBeThousands(integer, fraction)) {
    if (!english) return undefined;
    if (sign === ',') return { value: Number(integer + fraction), decimals: 0 };
  }
  return { value: Number(`${integer}.${fraction}`), decimals: fraction.length };
}

function readGroups(text: string): Numeral | undefined {
  const [, groups, between, sign, fraction = ''] = grouped.exec(text) ?? [];
  if (groups === undefined || between === sign) return undefined;
  const integer = groups.replace(/[ ',.]/g, '');
  return { value: Number(fraction === '' ? integer : `${integer}.${fraction}`), decimals: fraction.length };
}

/** The number a folded text consists of ("5", "1,5", "1 000", "1.000,50"); undefined when it is none or could be read two ways. */
export function readNumeral(text: string, lang: string): Numeral | undefined {
  if (whole.test(text)) return { value: Number(text), decimals: 0 };
  const [, integer, sign, fraction] = oneSeparator.exec(text) ?? [];
  if (integer === undefined || sign === undefined || fraction === undefined) return readGroups(text);
  return readOneSeparator(integer, sign, fraction, lang.startsWith('en'));
}
