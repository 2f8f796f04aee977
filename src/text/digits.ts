// Digits of every script as 0 to 9: a person may type ١٢, ۱۲ or ১২, and everything after this reads 12.

const decimalDigit = /\p{Nd}/u;
const anyForeignDigit = /(?![0-9])\p{Nd}/gu;

/** Value of one decimal digit of any script. Unicode keeps each script's ten digits together in order, so its place in the run is its value. */
function digitValue(codePoint: number): number {
  let start = codePoint;
  while (decimalDigit.test(String.fromCodePoint(start - 1))) start -= 1;
  return (codePoint - start) % 10;
}

/** The text with every decimal digit (Unicode category Nd) written as ASCII 0 to 9; nothing else changes. */
export function toAsciiDigits(text: string): string {
  return text.replace(anyForeignDigit, digit => String(digitValue(digit.codePointAt(0) ?? 0)));
}
