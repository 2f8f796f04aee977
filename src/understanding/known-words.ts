// Every word of a language's lists. A word that stands there is meant as typed: it is never taken for a slip for another.
import type { Listen } from '../content/content.js';

function* phrasesOf(listen: Listen): Generator<string> {
  const { yes, no, unsure, none, neither, polite, aroundNumber, aroundDate, introductions, languageLeads, denials, common, and } = listen;
  for (const list of [yes, no, unsure, none, neither, polite, aroundNumber, aroundDate, introductions, languageLeads, denials, common, and])
    yield* list ?? [];
  for (const words of [listen.numbers, listen.ordinals ?? {}, listen.times?.hours ?? {}, listen.times?.shifts ?? {}]) yield* Object.keys(words);
  for (const lists of [listen.months, ...[listen.commands, listen.units ?? {}, listen.languages ?? {}].map(lists => Object.values(lists))])
    for (const list of lists) yield* list;
  const { morning = [], afternoon = [], night = [], noon = [], midnight = [], around = [] } = listen.times ?? {};
  for (const list of [morning, afternoon, night, noon, midnight, around]) yield* list;
}

const known = new WeakMap<Listen, ReadonlySet<string>>();

/** The words of all phrases of the lists; collected once. */
export function knownWords(listen: Listen): ReadonlySet<string> {
  const words = known.get(listen) ?? new Set([...phrasesOf(listen)].flatMap(phrase => phrase.split(' ')));
  known.set(listen, words);
  return words;
}
