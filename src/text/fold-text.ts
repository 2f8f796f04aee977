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
/** More marks on one letter than any writing has: they only make normalisation slow. */
const pileUp = /(\p{M}{8})\p{M}+/gu;
/** Accents of Latin, Greek and Cyrillic; Arabic harakat, hamza and madda marks, Quranic signs, tatweel. Not one Indic sign. */
const accents = String.raw`\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\uFE20-\uFE2F`;
const harakat = String.raw`\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED`;
const marks = new RegExp(`[${accents}${harakat}]`, 'g');
const replaceable = new RegExp(Object.keys(replacements).join('|'), 'gu');

/**
 * The text in the form that all matching uses: NFKC, lower case the same for every language (İ, I and ı are i), accents and Arabic short
 * vowels off, Arabic and Persian letter variants one, quotes and dashes straight, digits ASCII, invisible characters gone (a zero-width
 * non-joiner joins), white space single and trimmed. Idempotent; linear in the length of the text.
 */
export function foldText(text: string): string {
  const clean = text.replace(apostrophes, "'").replace(invisible, '').replace(controls, ' ').replace(pileUp, '$1');
  const plain = clean.normalize('NFKC').toLowerCase().normalize('NFD');
  const bare = plain.replace(marks, '').replace(replaceable, character => replacements[character] ?? character);
  return toAsciiDigits(bare.normalize('NFC')).replace(/\s+/g, ' ').trim();
}
