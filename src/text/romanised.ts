// A looser spelling of words in Latin letters, so that the many ways in which Urdu, Bengali, Arabic or Russian is typed on an English keyboard meet.

const pairs: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/gu, ''],
  [/ph/gu, 'f'],
  [/(?:ck|q|c(?!h))/gu, 'k'],
  [/(?:sch|ch)/gu, 'c'],
  [/(?:kh|gh|dh|th|bh|jh|zh)/gu, '$&'],
  [/(?:ee|ii|ie|ei|y)/gu, 'i'],
  [/(?:oo|uu|ou|w)/gu, 'u'],
  [/v/gu, 'u'],
  [/z/gu, 'j'],
  [/(?<=[a-z])h/gu, ''],
  [/([a-z])\1+/gu, '$1'],
  [/(?<=..)[aeiou]+$/gu, ''],
];

/**
 * The skeleton of a folded word in Latin letters: double letters single, ee and i one, oo and u one, w and v one, no h after a letter, no
 * vowel at the end. "chahiye", "chahie" and "chaiye" meet; so do "nahin" and "nahi" but for their n. Empty for a word in another script.
 */
export function skeletonOf(word: string): string {
  if (!/^[a-z']+$/u.test(word)) return '';
  return pairs.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word);
}
