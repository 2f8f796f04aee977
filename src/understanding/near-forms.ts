// Listed phrases one slip of the finger away from what was typed: one word of it, its first letter right. Forms lie in small heaps by their
// beginning and length, so that a message meets few of them.
import { oneEditApart } from './one-edit-apart.js';

/** How long a word must be before a slip in it is forgiven. */
export type LongEnough = (word: string) => boolean;

export interface NearForms {
  /**
   * The listed forms one slip away from the phrase; none where it has no word that may be misspelt. Where there are any, those are added
   * that a slip in the very first letter leads to: they are not meant by it, but make it doubtful what is.
   */
  readonly near: (phrase: string) => readonly string[];
}

const shortestMisspelt = 5;
const marks = /\p{M}/gu;

/** Five letters or more. Vowel signs count: for words of a closed kind, such as numbers and months. */
export const fiveSigns: LongEnough = word => word.length >= shortestMisspelt;

/** Five letters or more, vowel signs not counted: where one sign can turn the meaning round (Tamil "I want" and "I do not want"). */
export const fiveLetters: LongEnough = word => fiveSigns(word) && word.replace(marks, '').length >= shortestMisspelt;

/** A word with an apostrophe or ending in n't may be denied by one letter: a slip in it is never guessed at. */
function mayDeny(word: string): boolean {
  return word.includes("'") || word.endsWith('nt');
}

function heapOf(phrase: string, length: number): string {
  return `${phrase.charAt(0)}${String(length)}`;
}

/** True when the two differ in one word, by one slip that leaves its first letter. */
function slipApart(form: string, phrase: string, longEnough: LongEnough, isWord: (word: string) => boolean): boolean {
  if (!oneEditApart(form, phrase)) return false;
  const [listed, typed] = [form.split(' '), phrase.split(' ')];
  if (listed.length !== typed.length) return false;
  const at = listed.findIndex((word, index) => word !== typed[index]);
  const [right = '', wrong = ''] = [listed[at], typed[at]];
  const isLong = longEnough(right) && longEnough(wrong);
  return isLong && right.startsWith(wrong.charAt(0)) && !mayDeny(right) && !mayDeny(wrong) && !isWord(wrong);
}

function put(groups: Map<string, string[]>, key: string, form: string): void {
  const group = groups.get(key);
  if (group) group.push(form);
  else groups.set(key, [form]);
}

/** Forms whose first letter was left out, or was another. */
function rivals(phrase: string, tails: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...(tails.get(phrase) ?? []), ...(tails.get(phrase.slice(1)) ?? [])];
}

/**
 * The forms, ready to be asked. `isWord` knows words of the language: one of those is meant as it stands, and is no slip for another.
 */
export function nearForms(forms: Iterable<string>, longEnough: LongEnough, isWord: (word: string) => boolean = () => false): NearForms {
  const heaps = new Map<string, string[]>();
  const tails = new Map<string, string[]>();
  for (const form of forms) {
    put(tails, form.slice(1), form);
    if (form.split(' ').some(longEnough)) put(heaps, heapOf(form, form.length), form);
  }
  const near = (phrase: string): readonly string[] => {
    if (!phrase.split(' ').some(longEnough)) return [];
    const close = [-1, 0, 1].flatMap(more => heaps.get(heapOf(phrase, phrase.length + more)) ?? []);
    const found = close.filter(form => slipApart(form, phrase, longEnough, isWord));
    return found.length === 0 ? found : [...found, ...rivals(phrase, tails)];
  };
  return { near };
}
