// The fonts of letters, one for each script of our languages, all free (SIL Open Font License): opened when first needed, then kept.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import { shapedByHarfBuzz } from './shape.js';

/** A script as its font has it. */
export type Script = 'latin' | 'arabic' | 'bengali' | 'gujarati' | 'gurmukhi' | 'tamil' | 'devanagari' | 'han';

export type Weight = 'regular' | 'bold';

const google = (name: string, file: string): Readonly<Record<Weight, string>> => ({
  regular: `@expo-google-fonts/${name}/400Regular/${file}_400Regular.ttf`,
  bold: `@expo-google-fonts/${name}/700Bold/${file}_700Bold.ttf`,
});

const han = '@embedpdf/fonts-sc|fonts/NotoSansHans';

/** `latin` has Greek and Cyrillic too. Vazirmatn for Arabic, Farsi and Urdu: what is copied out of it reads as it was written. */
const files: Readonly<Record<Script, Readonly<Record<Weight, string>>>> = {
  latin: google('noto-sans', 'NotoSans'),
  arabic: google('vazirmatn', 'Vazirmatn'),
  bengali: google('noto-sans-bengali', 'NotoSansBengali'),
  gujarati: google('noto-sans-gujarati', 'NotoSansGujarati'),
  gurmukhi: google('noto-sans-gurmukhi', 'NotoSansGurmukhi'),
  tamil: google('noto-sans-tamil', 'NotoSansTamil'),
  devanagari: google('noto-sans-devanagari', 'NotoSansDevanagari'),
  han: { regular: `${han}-Regular.otf`, bold: `${han}-Bold.otf` },
};

const ranges: readonly (readonly [Script, RegExp])[] = [
  ['arabic', /\p{Script=Arabic}/u],
  ['bengali', /\p{Script=Bengali}/u],
  ['gujarati', /\p{Script=Gujarati}/u],
  ['gurmukhi', /\p{Script=Gurmukhi}/u],
  ['tamil', /\p{Script=Tamil}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['han', /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u],
  ['latin', /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u],
];

/** Scripts whose vowels stand round the letters they belong to: what is drawn is not in the order in which it is written. */
const reordered: ReadonlySet<Script> = new Set(['bengali', 'gujarati', 'gurmukhi', 'tamil', 'devanagari']);

/** Must what is drawn be told apart from what is read out? */
export function isReordered(script: Script): boolean {
  return reordered.has(script);
}

/** The script a character belongs to; undefined: to none of its own (a space, a digit, a comma), or to one we have no font for. */
export function scriptOf(character: string): Script | undefined {
  return ranges.find(([, pattern]) => pattern.test(character))?.[0];
}

const { resolve } = createRequire(import.meta.url);

/** A file of a package: by its own name, or beside what the package exports. */
function find(file: string): string {
  const [name = '', path] = file.split('|');
  return path === undefined ? resolve(name) : join(dirname(resolve(name)), '..', path);
}

const opened = new Map<string, Font>();

/** The font. @throws where its file is not installed, or is none */
export function fontOf(script: Script, weight: Weight): Font {
  const file = files[script][weight];
  const known = opened.get(file);
  if (known !== undefined) return known;
  const bytes = readFileSync(find(file));
  const font = fontkit.create(bytes);
  if (!('glyphForCodePoint' in font)) throw new TypeError(`no font: ${file}`);
  const kept = shapedByHarfBuzz(font, bytes);
  opened.set(file, kept);
  return kept;
}

/** Can this script's font draw the character? */
export function draws(script: Script, character: string): boolean {
  return fontOf(script, 'regular').hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}
