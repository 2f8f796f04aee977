// Which script a text is mostly in: enough to know six of the languages, and to choose among the others.

const scripts = {
  Latin: /\p{Script=Latin}/u,
  Arabic: /\p{Script=Arabic}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Bengali: /\p{Script=Bengali}/u,
  Gurmukhi: /\p{Script=Gurmukhi}/u,
  Gujarati: /\p{Script=Gujarati}/u,
  Devanagari: /\p{Script=Devanagari}/u,
  Tamil: /\p{Script=Tamil}/u,
  Han: /\p{Script=Han}/u,
} as const;

export type Script = keyof typeof scripts;

/** A script that only one of our languages is written in. */
export const onlyLanguageOf: Readonly<Partial<Record<Script, string>>> = {
  Bengali: 'bn',
  Gurmukhi: 'pa',
  Gujarati: 'gu',
  Devanagari: 'hi',
  Tamil: 'ta',
  Han: 'zh-Hans',
};

const names = Object.keys(scripts) as Script[]; // safe: the keys of the object above
/** Characters that are looked at. */
const mostCharacters = 400;

/** The script of a letter, if it is one of ours. */
function scriptOfLetter(letter: string): Script | undefined {
  return names.find(name => scripts[name].test(letter));
}

/** The script of at least half of the letters; undefined where none has so many. A Han character counts twice: it is a syllable. */
export function scriptOf(text: string): Script | undefined {
  const counts = new Map<Script, number>();
  let all = 0;
  for (const letter of text.slice(0, mostCharacters)) {
    const script = scriptOfLetter(letter);
    if (script === undefined) continue;
    const weight = script === 'Han' ? 2 : 1;
    counts.set(script, (counts.get(script) ?? 0) + weight);
    all += weight;
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] * 2 >= all ? most[0] : undefined;
}
