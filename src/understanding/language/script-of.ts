// Which script a text is mostly in: enough to know six of the languages, and to choose among the others.

export type Script = 'Latin' | 'Arabic' | 'Cyrillic' | 'Bengali' | 'Gurmukhi' | 'Gujarati' | 'Devanagari' | 'Tamil' | 'Han';

/** A script that only one of our languages is written in. */
export const onlyLanguageOf: Readonly<Partial<Record<Script, string>>> = {
  Bengali: 'bn',
  Gurmukhi: 'pa',
  Gujarati: 'gu',
  Devanagari: 'hi',
  Tamil: 'ta',
  Han: 'zh-Hans',
};

/** Blocks of Unicode, first and last code unit, in the order in which letters are looked for. */
const blocks: readonly (readonly [first: number, last: number, script: Script])[] = [
  [0x41, 0x5a, 'Latin'],
  [0x61, 0x7a, 'Latin'],
  [0xc0, 0x24f, 'Latin'],
  [0x1e00, 0x1eff, 'Latin'],
  [0x400, 0x52f, 'Cyrillic'],
  [0x620, 0x6d3, 'Arabic'],
  [0x750, 0x77f, 'Arabic'],
  [0xfb50, 0xfdff, 'Arabic'],
  [0xfe70, 0xfefc, 'Arabic'],
  [0x900, 0x963, 'Devanagari'],
  [0x980, 0x9e3, 'Bengali'],
  [0xa00, 0xa65, 'Gurmukhi'],
  [0xa80, 0xae5, 'Gujarati'],
  [0xb80, 0xbe5, 'Tamil'],
  [0x3400, 0x4dbf, 'Han'],
  [0x4e00, 0x9fff, 'Han'],
];

/** UTF-16 units that are looked at. */
const mostUnits = 400;

/** The script of a letter by its UTF-16 unit, if it is one of ours. */
function scriptOfUnit(unit: number): Script | undefined {
  for (const [first, last, script] of blocks) if (unit >= first && unit <= last) return script;
  return undefined;
}

/** The script of at least half of the letters; undefined where none has so many. A Han character counts twice: it is a syllable. */
export function scriptOf(text: string): Script | undefined {
  const counts = new Map<Script, number>();
  let all = 0;
  const end = Math.min(text.length, mostUnits);
  for (let at = 0; at < end; at += 1) {
    const script = scriptOfUnit(text.charCodeAt(at));
    if (script === undefined) continue;
    const weight = script === 'Han' ? 2 : 1;
    counts.set(script, (counts.get(script) ?? 0) + weight);
    all += weight;
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] * 2 >= all ? most[0] : undefined;
}
