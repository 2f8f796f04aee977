// Every word of a language's lists. A word that stands there is meant as typed: it is never taken for a slip for another.
import type { Listen } from '../content/content.js';

type Lists = Iterable<readonly string[] | undefined>;

/** The lists of phrases, whatever is under a name of its own. */
function plainLists(listen: Listen): Lists {
  const { yes, no, unsure, none, neither, polite, aroundNumber, aroundDate, introductions, languageLeads, denials, common, and } = listen;
  return [yes, no, unsure, none, neither, polite, aroundNumber, aroundDate, introductions, languageLeads, denials, common, and];
}

function namedLists({ months, commands, units = {}, languages = {} }: Listen): Lists {
  return [...months, ...Object.values(commands), ...Object.values(units), ...Object.values(languages)];
}

function timeLists({ times }: Listen): Lists {
  if (times === undefined) return [];
  const { morning, afternoon, night, noon, midnight, around, hours, shifts } = times;
  return [morning, afternoon, night, noon, midnight, around, Object.keys(hours), Object.keys(shifts)];
}

function numberLists({ numbers, ordinals = {} }: Listen): Lists {
  return [Object.keys(numbers), Object.keys(ordinals)];
}

const known = new WeakMap<Listen, ReadonlySet<string>>();

function collect(listen: Listen): ReadonlySet<string> {
  const words = new Set<string>();
  for (const lists of [plainLists(listen), namedLists(listen), timeLists(listen), numberLists(listen)])
    for (const list of lists) for (const phrase of list ?? []) for (const word of phrase.split(' ')) words.add(word);
  return words;
}

/** The words of all phrases of the lists; collected once. */
export function knownWords(listen: Listen): ReadonlySet<string> {
  const words = known.get(listen) ?? collect(listen);
  known.set(listen, words);
  return words;
}
