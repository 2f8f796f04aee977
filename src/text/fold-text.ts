// One spelling for matching: what people type in many ways (accents, capitals, keyboards, invisible characters) becomes one folded form.
// Only for comparing with other folded text; it is never shown or stored. Vowel signs of Indic scripts are letters' parts and stay.
import { toAsciiDigits } from './digits.js';

/** Characters without a Unicode decomposition that people write in two ways, and punctuation of other keyboards. */
const replacements: Readonly<Record<string, string>> = {
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ة: 'ه',
  ۃ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '٪': '%',
  '٫': '.',
  '٬': ',',
  '。': '.',
  '、': ',',
  '।': '.',
  '⁄': '/',
  ʼ: "'",
  ʹ: "'",
  '`': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
};

/** Apostrophes first: compatibility normalisation would turn the acute accent into a space and a mark. */
const apostrophes = /[‘’‚‛ʼʻʹ`´′＇]/g;
/** Zero-width, bidi and other invisible characters, variation selectors, skin tones, keycap rings. */
const invisible = /\p{Cf}|\p{Variation_Selector}|[\u{1F3FB}-\u{1F3FF}]|[\u20D0-\u20FF]/gu;
const controls = /[\p{Cc}\p{Cs}]/gu;
/** Whole pious phrases written as one character, which would become eighteen letters. */
const phrases = /[\uFDFA\uFDFB]/g;
/** More marks on one letter than any writing has: they only make normalisation slow. */
const pileUp = /(\p{M}{8})\p{M}+/gu;
/** Accents of Latin, Greek and Cyrillic; Arabic signs, tatweel, harakat with hamza and madda, Quranic marks. Not one Indic sign. */
const markRanges = [
  ['0300', '036F'],
  ['1AB0', '1AFF'],
  ['1DC0', '1DFF'],
  ['FE20', 'FE2F'],
  ['0610', '061A'],
  ['0640', '0640'],
  ['064B', '065F'],
  ['0670', '0670'],
  ['06D6', '06DC'],
  ['06DF', '06E4'],
  ['06E7', '06E8'],
  ['06EA', '06ED'],
] as const;
const marks = new RegExp(`[${markRanges.map(([from, to]) => String.raw`\u${from}-\u${to}`).join('')}]`, 'g');
/** Printable ASCII and its white space. */
const plainAscii = /^[\x20-\x7E\t\n\r]*$/;
const replaceable = new RegExp(`[${Object.keys(replacements).join('')}]`, 'gu');

/**
 * The text in the form that all matching uses: NFKC, lower case the same for every language (İ, I and ı are i), accents and Arabic short
 * vowels off, Arabic and Persian letter variants one, quotes and dashes straight, digits ASCII, invisible characters gone (a zero-width
 * non-joiner joins), pious phrases of one sign gone, white space single and trimmed. Idempotent; linear in the length of the text.
 */
export function foldText(text: string): string {
  return plainAscii.test(text) ? foldAscii(text) : foldAny(text);
}

/** Nothing of the rest can apply to such text: most English and much typed Polish is of it. */
function foldAscii(text: string): string {
  return text.replaceAll('`', "'").toLowerCase().replace(/\s+/g, ' ').trim();
}

function foldAny(text: string): string {
  const clean = text.replace(apostrophes, "'").replace(invisible, '').replace(controls, ' ').replace(phrases, ' ').replace(pileUp, '$1');
  const plain = clean.normalize('NFKC').toLowerCase().normalize('NFD');
  const bare = plain.replace(marks, '').replace(replaceable, character => replacements[character] ?? character);
  return toAsciiDigits(bare.normalize('NFC')).replace(/\s+/g, ' ').trim();
}
