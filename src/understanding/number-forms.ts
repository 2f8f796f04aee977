// The number words of a language, ready for looking up: as listed, with one slip of the finger, in Latin letters, or written together.
import type { Listen } from '../content/content.js';
import { closeSkeleton } from '../text/romanised.js';
import { hasOwnScript } from './answer-forms.js';
import { knownWords } from './known-words.js';
import { fiveSigns, nearForms } from './near-forms.js';
import type { NearForms } from './near-forms.js';

interface NumberForms {
  readonly near: NearForms;
  readonly skeletons: ReadonlyMap<string, number | undefined>;
  /** Words for 20, 30 … 90, by their first letters. */
  readonly tens: ReadonlyMap<string, readonly string[]>;
}

/** Letters by which words for tens are found; some are no longer. */
const sharedStart = 2;
const latin = /^[a-z' -]+$/u;

function isTens(value: number | undefined): boolean {
  return value !== undefined && value >= 20 && value < 100 && value % 10 === 0;
}

/** Skeletons are trusted only where every number has a spelling in Latin letters: else 60 could be heard as a 7 that is spelt alike. */
function isSpeltWhole(forms: readonly string[], numbers: Readonly<Record<string, number>>): boolean {
  const spelt = new Set(forms.filter(form => latin.test(form)).map(form => numbers[form]));
  return forms.every(form => spelt.has(numbers[form]));
}

function skeletonsOf(forms: readonly string[], numbers: Readonly<Record<string, number>>): ReadonlyMap<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (const form of forms) {
    const skeleton = closeSkeleton(form);
    if (skeleton !== '') found.set(skeleton, found.has(skeleton) && found.get(skeleton) !== numbers[form] ? undefined : numbers[form]);
  }
  return found;
}

function tensOf(forms: readonly string[], numbers: Readonly<Record<string, number>>): ReadonlyMap<string, readonly string[]> {
  const tens = new Map<string, string[]>();
  for (const form of forms.filter(word => !word.includes(' ') && isTens(numbers[word]))) {
    const start = form.slice(0, sharedStart);
    tens.set(start, [...(tens.get(start) ?? []), form]);
  }
  return tens;
}

function collect(listen: Listen): NumberForms {
  const { numbers } = listen;
  const forms = Object.keys(numbers);
  const words = knownWords(listen);
  const isSpelt = hasOwnScript(listen) && isSpeltWhole(forms, numbers);
  return {
    // Words that are no numbers are looked at too: "fourt" is as near to "fourth" as to "fourty".
    near: nearForms(new Set([...forms, ...words]), fiveSigns, word => words.has(word)),
    skeletons: isSpelt ? skeletonsOf(forms, numbers) : new Map<string, never>(),
    tens: tensOf(forms, numbers),
  };
}

const known = new WeakMap<Listen, NumberForms>();

function formsOf(listen: Listen): NumberForms {
  const forms = known.get(listen) ?? collect(listen);
  known.set(listen, forms);
  return forms;
}

/** The value of one listed word or phrase. */
export function numberWord(word: string, listen: Listen): number | undefined {
  return Object.hasOwn(listen.numbers, word) ? listen.numbers[word] : undefined;
}

function unitIn(rest: string, listen: Listen): number | undefined {
  const joints = ['', ...(listen.and ?? [])].filter(joint => rest.startsWith(joint));
  const units = joints.map(joint => numberWord(rest.slice(joint.length), listen)).filter(value => value !== undefined);
  return units.find(unit => unit > 0 && unit < 10);
}

/** "twentyfive", "двадесетипет": tens and a unit, with or without "and", in one word; undefined where it can be cut in two ways. */
export function joinedNumber(word: string, listen: Listen): number | undefined {
  const likely = formsOf(listen).tens.get(word.slice(0, sharedStart)) ?? [];
  const values = likely.flatMap(tens => {
    const unit = word.startsWith(tens) ? unitIn(word.slice(tens.length), listen) : undefined;
    return unit === undefined ? [] : [(numberWord(tens, listen) ?? 0) + unit];
  });
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** What a listed form counts, as a number or a place; undefined for a word that is neither. */
function countOf(form: string, listen: Listen): number | undefined {
  return numberWord(form, listen) ?? (Object.hasOwn(listen.ordinals ?? {}, form) ? listen.ordinals?.[form] : undefined);
}

/** The value of a word that is in no list: one slip from words of one value, and spelt like no word of another. */
export function misspeltNumber(word: string, listen: Listen): number | undefined {
  const { near, skeletons } = formsOf(listen);
  const values = new Set(near.near(word).map(form => countOf(form, listen)));
  const skeleton = skeletons.size === 0 ? '' : closeSkeleton(word);
  if (skeletons.has(skeleton)) values.add(skeletons.get(skeleton));
  return values.size === 1 ? [...values][0] : undefined;
}
