// What every listed phrase of a language says as an answer or a command, in one map; made once for each word list.
import { commands } from '../content/content.js';
import type { Command, Listen } from '../content/content.js';
import { closeSkeleton, phraseSkeleton } from '../text/romanised.js';
import { knownWords } from './known-words.js';
import { fiveLetters, nearForms } from './near-forms.js';

export type Stance = 'yes' | 'no' | 'unsure' | 'none' | 'neither';
/** `other`: a number, a month or a place in a list. */
export type Said = Stance | Command | 'other';

export interface AnswerForms {
  /** What a phrase says, if it is listed; a phrase listed twice says what stands first in: neither, yes, no, unsure, none, commands, other. */
  readonly said: ReadonlyMap<string, Said>;
  readonly none: ReadonlySet<string>;
  /** Everything the listed phrases say that are one slip away. */
  readonly near: (phrase: string) => ReadonlySet<Said | undefined>;
  /** What phrases typed in Latin letters say, by their skeletons, for a language written in another script; undefined: several things. */
  readonly skeletons: ReadonlyMap<string, Said | undefined>;
  /** What phrases say once every double letter is written once; undefined: several things. */
  readonly undoubled: ReadonlyMap<string, Said | undefined>;
}

const latin = /^[\p{Script=Latin}\p{N} '-]+$/u;

/** True for a language that is not written in Latin letters, though people may type it so. */
export function hasOwnScript(listen: Listen): boolean {
  return listen.months.some(names => names.some(name => !latin.test(name.replace(/[.]/g, ''))));
}

function* listed({
  neither = [],
  yes,
  no,
  unsure,
  none,
  commands: steering,
  numbers,
  ordinals = {},
  months,
}: Listen): Generator<readonly [Said, Iterable<string>]> {
  yield ['neither', neither];
  yield ['yes', yes];
  yield ['no', no];
  yield ['unsure', unsure];
  yield ['none', none];
  for (const command of commands) yield [command, steering[command]];
  // Nothing and nobody are numbers too, and say no more than none.
  yield ['other', Object.keys(numbers).filter(word => numbers[word] !== 0)];
  yield ['other', [...Object.keys(ordinals), ...months.flat()]];
}

/** A phrase with every letter that is typed twice written once: a key held too long. */
export function undoubled(phrase: string): string {
  return phrase.replace(/(\p{L})\1+/gu, '$1');
}

/** What the forms say by another way of writing them; '' has none. */
function saidBy(key: (form: string) => string, said: ReadonlyMap<string, Said>): ReadonlyMap<string, Said | undefined> {
  const found = new Map<string, Said | undefined>();
  for (const [form, meaning] of said) {
    const written = key(form);
    if (written !== '') found.set(written, found.has(written) && found.get(written) !== meaning ? undefined : meaning);
  }
  return found;
}

/** In Latin letters only; '' for anything else. */
function inLatin(skeletonOf: (form: string) => string): (form: string) => string {
  return form => (latin.test(form) ? skeletonOf(form) : '');
}

function collect(listen: Listen): AnswerForms {
  const said = new Map<string, Said>();
  for (const [meaning, forms] of listed(listen)) for (const form of forms) if (!said.has(form)) said.set(form, meaning);
  const isForeign = hasOwnScript(listen);
  const nothing = new Map<string, never>();
  // A slip is compared with short vowels too: "vendm" is as near to "vendaam" (I do not want), which many write "vendam", as to "vendum".
  const spelt = new Map<string, Said | undefined>([...(isForeign ? saidBy(inLatin(closeSkeleton), said) : nothing), ...said]);
  const words = knownWords(listen);
  const { near } = nearForms(spelt.keys(), fiveLetters, word => words.has(word));
  return {
    said,
    none: new Set(listen.none),
    near: phrase => new Set(near(phrase).map(form => spelt.get(form))),
    skeletons: isForeign ? saidBy(inLatin(phraseSkeleton), said) : nothing,
    undoubled: saidBy(undoubled, said),
  };
}

const known = new WeakMap<Listen, AnswerForms>();

/** The answers and commands a language lists. */
export function answerForms(listen: Listen): AnswerForms {
  const forms = known.get(listen) ?? collect(listen);
  known.set(listen, forms);
  return forms;
}
