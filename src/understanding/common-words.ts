// Words that say nothing by themselves ("with", "about", "please"): they point to no option, whichever label they stand in.
import type { Listen } from '../content/content.js';

const known = new WeakMap<Listen, ReadonlySet<string>>();

function collect({
  common = [],
  polite = [],
  aroundNumber = [],
  and = [],
  languageLeads = [],
  introductions = [],
}: Listen): ReadonlySet<string> {
  return new Set([common, polite, aroundNumber, and, languageLeads, introductions].flat());
}

function wordsOf(listen: Listen): ReadonlySet<string> {
  const words = known.get(listen) ?? collect(listen);
  known.set(listen, words);
  return words;
}

/** Is this a common word of one of these languages? */
export function isCommonWord(word: string, listens: readonly Listen[]): boolean {
  return listens.some(listen => wordsOf(listen).has(word));
}

const denying = new WeakMap<Listen, ReadonlySet<string>>();

/** Single words that turn others round, and those that say no by themselves. */
function denialsOf(listen: Listen): ReadonlySet<string> {
  const words = denying.get(listen) ?? new Set([...(listen.denials ?? []), ...listen.no].filter(phrase => !/^-| /.test(phrase)));
  denying.set(listen, words);
  return words;
}

/** Does this word deny, in one of these languages? */
export function deniesIn(word: string, listens: readonly Listen[]): boolean {
  return listens.some(listen => denialsOf(listen).has(word));
}
