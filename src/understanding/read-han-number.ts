// Numbers in Chinese numerals, 0 to 999: 十二, 二十五, 一百零五, 两百. Written out in full only: 一百二 is left alone.

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  幺: 1,
  壹: 1,
  二: 2,
  两: 2,
  兩: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const digit = '[一壹二两兩俩三仨四五六七八九]';
const inTens = new RegExp(`^(${digit})?十(${digit})?$`, 'u');
const inHundreds = new RegExp(`^(${digit})[百](?:[零〇](${digit})|((?:${digit})十(?:${digit})?))?$`, 'u');

/** The value of one numeral, 0 to 9; 幺 is how 1 is said in a telephone number. */
export function hanDigit(character: string): number | undefined {
  return Object.hasOwn(digits, character) ? digits[character] : undefined;
}

function belowHundred(text: string): number | undefined {
  const [whole, tens, units] = inTens.exec(text) ?? [];
  if (whole === undefined) return hanDigit(text);
  return (tens === undefined ? 1 : (hanDigit(tens) ?? 0)) * 10 + (units === undefined ? 0 : (hanDigit(units) ?? 0));
}

/** The number a text of Chinese numerals says; undefined for any other text. */
export function readHanNumber(text: string): number | undefined {
  const [whole, hundreds = '', unit, rest] = inHundreds.exec(text) ?? [];
  if (whole === undefined) return belowHundred(text);
  return (hanDigit(hundreds) ?? 0) * 100 + (belowHundred(unit ?? rest ?? '零') ?? 0);
}
