// The script each language is written in; Latin unless named here.

/** Unicode names of scripts, by BCP 47 tag. */
const scripts: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  bg: 'Cyrillic',
  bn: 'Bengali',
  fa: 'Arabic',
  gu: 'Gujarati',
  hi: 'Devanagari',
  pa: 'Gurmukhi',
  ru: 'Cyrillic',
  ta: 'Tamil',
  uk: 'Cyrillic',
  ur: 'Arabic',
  'zh-Hans': 'Han',
};

/** The Unicode name of the script a language is written in. */
export function nativeScript(tag: string): string {
  return scripts[tag] ?? 'Latin';
}
