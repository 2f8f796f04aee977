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

const arabizi: readonly (readonly [RegExp, string])[] = [
  [/2/gu, ''],
  [/3/gu, 'a'],
  [/5/gu, 'kh'],
  [/7/gu, 'h'],
];

const sounds: readonly (readonly [RegExp, string])[] = [
  [/'/gu, ''],
  [/ph/gu, 'f'],
  [/(?:ck|q|c(?!h))/gu, 'k'],
  [/s?ch/gu, 'c'],
  [/sh/gu, 's'],
  [/(?<=[bcdfgjklmnprstz])h/gu, ''],
  [/(?:ee|ii|ie|ei|iy|y)/gu, 'i'],
  [/(?:oo|uu|ou|w|v)/gu, 'u'],
  [/z/gu, 'j'],
  [/([a-z])\1+/gu, '$1'],
  [/(?<=...)[aeiou]+$/gu, ''],
];

const shortestWithDigits = 3;
const shortestSkeleton = 3;

/** Letters, with the digits that Arabic is typed with among them ("3" of "na3am") where there are enough letters to be a word. */
function lettersOf(word: string): string {
  const letters = word.replace(/[^a-z]/gu, '').length;
  if (!/\d/u.test(word) || letters < shortestWithDigits) return word;
  return arabizi.reduce((text, [digit, letter]) => text.replace(digit, letter), word);
}

/**
 * The skeleton of a folded phrase in Latin letters, word by word, for comparing whole answers: "chahiye" and "chahie", "paanch" and "panch",
 * "na3am" and "naam" meet. Closer than skeletonOf: an h between vowels stays, and a word keeps three letters. Empty where there is a word in
 * another script, or too little to be sure of.
 */
export function phraseSkeleton(phrase: string): string {
  const words = phrase.split(' ').map(lettersOf);
  if (!words.every(word => /^[a-z'-]+$/u.test(word))) return '';
  const bones = words
    .map(word => sounds.reduce((text, [sound, letter]) => text.replace(sound, letter), word.replaceAll('-', '')))
    .join(' ');
  return bones.replaceAll(' ', '').length < shortestSkeleton ? '' : bones;
}
