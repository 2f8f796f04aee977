// The consonants of a word, whatever its script and spelling: what "madad", "mdad" and مدد, or "pomoshch" and "помощь", have in common.
import anyAscii from 'any-ascii';

/** Digits that stand for letters where Arabic is typed in Latin letters; what is no consonant of ours. */
const steps: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, 'f'],
  [/[5x]/gu, 'k'],
  [/[aeiouywvh]/gu, ''],
  [/[^a-z]/gu, ''],
  [/[qc]/gu, 'k'],
  [/z/gu, 'j'],
  [/([a-z])\1+/gu, '$1'],
];

const plain = /^[a-z0-9']*$/u;

/** The consonants of a folded word in Latin letters, near ones alike (k, q and c; j and z), doubles single. May be empty. */
export function consonantsOf(word: string): string {
  const latin = plain.test(word) ? word : anyAscii(word).toLowerCase();
  return steps.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), latin);
}
