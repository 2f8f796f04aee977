// A looser spelling of words in Latin letters, so that the many ways in which Urdu, Bengali, Arabic or Russian is typed on an English keyboard meet.

type Sounds = readonly (readonly [RegExp, string])[];

/** Digits that Arabic is typed with among Latin letters: "3" of "na3am". */
const arabizi: Sounds = [
  [/2/gu, ''],
  [/3/gu, 'a'],
  [/5/gu, 'kh'],
  [/7/gu, 'h'],
];

/** What is written in two ways and said in one. */
const length: Sounds = [
  [/['-]/gu, ''],
  [/ph/gu, 'f'],
  [/w/gu, 'v'],
  [/(?:ee|ii)/gu, 'i'],
  [/(?:oo|uu)/gu, 'u'],
  [/(?<=[a-z])([a-z])\1+/gu, '$1'],
];

/** And what is said in ways so alike that people write either. */
const likeness: Sounds = [
  [/(?:ck|q|c(?!h))/gu, 'k'],
  [/s?ch/gu, 'c'],
  [/sh/gu, 's'],
  [/(?<=[bcdfgjklmnprstz])h/gu, ''],
  [/(?:iye|iy|ye|ie|y)/gu, 'i'],
  [/(?:ou|v)/gu, 'u'],
  [/z/gu, 'j'],
  [/([a-z])\1+/gu, '$1'],
];

const shortestWithDigits = 3;
const shortestSkeleton = 3;

/** Letters, with digits turned into those they stand for where there are enough letters to be a word. */
function lettersOf(word: string): string {
  const letters = word.replace(/[^a-z]/gu, '').length;
  if (!/\d/u.test(word) || letters < shortestWithDigits) return word;
  return changed(word, arabizi);
}

function changed(word: string, sounds: Sounds): string {
  return sounds.reduce((text, [sound, letter]) => text.replace(sound, letter), word);
}

function spelt(phrase: string, sounds: Sounds): string {
  const words = phrase.split(' ').map(lettersOf);
  if (!words.every(word => /^[a-z'-]+$/u.test(word))) return '';
  const bones = words.map(word => changed(word, sounds)).join(' ');
  return bones.replaceAll(' ', '').length < shortestSkeleton ? '' : bones;
}

/**
 * The skeleton of a folded phrase in Latin letters, word by word, for comparing whole answers: "chahiye" and "chahie", "theek" and "tik",
 * "na3am" and "naam" meet. An h between vowels and the last vowel stay, for "hani" is not "han". Empty where there
 * is a word in another script, or too little to be sure of.
 */
export function phraseSkeleton(phrase: string): string {
  return spelt(phrase, [...length, ...likeness]);
}

/**
 * A closer one yet, for words among which a breath makes a difference ("saat" is 7, "saath" 60): only long and short letters meet, "paanch" and
 * "panch", "bees" and "bis".
 */
export function closeSkeleton(phrase: string): string {
  return spelt(phrase, length);
}
