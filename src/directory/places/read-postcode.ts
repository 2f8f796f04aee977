// A postcode as people type it, for finding where it is. Half a postcode is enough for that, unlike where the postcode itself is asked for
// (understanding/read-postcode.ts). Format: Appendix C of the ILR specification, Royal Mail's PAF rules (BS 7666).
import { toAsciiDigits } from '../../text/digits.js';
import { isOutwardCode } from './postcode-areas.js';

/** `E1` and, where it was given in full, `6AN`. */
export interface ReadPostcode {
  readonly outward: string;
  readonly inward?: string;
}

const inwardShape = /^[0-9][ABD-HJLNP-UW-Z]{2}$/u;
/** Where letters and digits can stand in the first half: l a letter, d a digit. */
const shapesByLength: Readonly<Record<number, readonly string[]>> = { 2: ['ld'], 3: ['ldd', 'lld', 'ldl'], 4: ['lldd', 'lldl'] };

/** Letters of other scripts that look like the Latin ones, and so come from other keyboards. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  ['АA', 'ВB', 'ЕE', 'КK', 'МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'УY', 'ХX', 'ІI', 'ЅS', 'ЈJ', 'ԜW', 'ΑA', 'ΒB', 'ΕE', 'ΖZ', 'ΗH', 'ΙI']
    .concat(['ΚK', 'ΜM', 'ΝN', 'ΟO', 'ΡP', 'ΤT', 'ΥY', 'ΧX'])
    .map(pair => [pair.charAt(0), pair.charAt(1)]),
);

const asDigit: Readonly<Record<string, string>> = { O: '0', I: '1' };
const asLetter: Readonly<Record<string, string>> = { '0': 'O', '1': 'I' };

function tidy(text: string): string {
  const upper = toAsciiDigits(text.normalize('NFKC')).toUpperCase();
  const latin = Array.from(upper, letter => lookalikes.get(letter) ?? letter).join('');
  return latin.replace(/[\s.,\-–—_'"()]+/gu, ' ').trim();
}

/** The text with every O, 0, I and 1 as the shape wants it, and how many had to be changed. */
function fitTo(shape: string, text: string): { readonly fitted: string; readonly changes: number } {
  const fitted = Array.from(text, (letter, at) => (shape.charAt(at) === 'd' ? asDigit : asLetter)[letter] ?? letter).join('');
  return { fitted, changes: Array.from(text).filter((letter, at) => letter !== fitted.charAt(at)).length };
}

/** The first half that the text comes nearest to: the fewest changes, and as it was typed if that is a first half already. */
function readOutward(text: string): string | undefined {
  const fits = (shapesByLength[text.length] ?? []).map(shape => fitTo(shape, text)).filter(({ fitted }) => isOutwardCode(fitted));
  return fits.sort((a, b) => a.changes - b.changes)[0]?.fitted;
}

function readFull(compact: string): ReadPostcode | undefined {
  const inward = fitTo('dll', compact.slice(-3)).fitted;
  const outward = readOutward(compact.slice(0, -3));
  return outward !== undefined && inwardShape.test(inward) ? { outward, inward } : undefined;
}

/** Somebody still typing: `E1 6` and `E1 6A` have their first half. */
function readUnfinished(line: string): ReadPostcode | undefined {
  const [, begun = ''] = /^(\S{2,4}) [0-9O][A-Z]?$/u.exec(line) ?? [];
  const outward = readOutward(begun);
  return outward === undefined ? undefined : { outward };
}

/** `e16an`, `E1  6AN`, `EI 6AN` (the I is a 1) or `e1` alone. Undefined: no postcode. A word without any digit never is one. */
export function readPostcode(text: string): ReadPostcode | undefined {
  const line = text.length > 40 ? '' : tidy(text);
  const compact = line.replaceAll(' ', '');
  if (!/^(?=.*[0-9])[A-Z0-9]{2,7}$/u.test(compact)) return undefined;
  const unfinished = readUnfinished(line);
  if (unfinished !== undefined) return unfinished;
  if (compact.length > 4) return readFull(compact);
  const outward = readOutward(compact);
  return outward === undefined ? undefined : { outward };
}
