// Does a phrase name one option by its label: whole, by its beginning or end, by words of it, or with one slip of the finger? Only when no
// other option fits as well.
import type { Listen } from '../content/content.js';
import { phraseSkeleton } from '../text/romanised.js';
import { longestPhrase } from './bare-phrase.js';
import type { Choosable } from './choosable.js';
import { deniesIn, isCommonWord } from './common-words.js';
import { labelIndex } from './label-index.js';
import type { LabelIndex } from './label-index.js';

type CutLabel = LabelIndex['cut'][number];

const shortestBeginning = 3;
const shortestPart = 4;
const shortestHanPart = 2;
const mostWords = 6;

/** The option one of whose labels is the phrase, or whose code is it (a code of digits alone is not said aloud). */
export function exactLabel(phrase: string, options: readonly Choosable[]): string | undefined {
  const place = labelIndex(options).whole.get(phrase);
  if (place !== undefined) return options[place]?.code;
  const byCode = /\p{L}/u.test(phrase) ? options.filter(option => option.code.toLowerCase() === phrase) : [];
  return byCode.length === 1 ? byCode[0]?.code : undefined;
}

/** What a phrase is compared with. */
interface Search {
  readonly index: LabelIndex;
  readonly listens: readonly Listen[];
}

/**
 * The place of the only option these labels belong to. Part of "I do not want that" does not say so: where a label denies, what was typed
 * must deny too.
 */
function onlyOption(labels: readonly CutLabel[], words: readonly string[], listens: readonly Listen[]): number | undefined {
  const places = new Set(labels.map(({ option }) => option));
  const denied = labels.some(label => label.words.some(word => !words.includes(word) && deniesIn(word, listens)));
  return places.size === 1 && !denied ? labels[0]?.option : undefined;
}

function beginning(phrase: string, { index: { cut }, listens }: Search): number | undefined {
  if (phrase.length < shortestBeginning) return undefined;
  const words = phrase.split(' ');
  const wholeWords = cut.filter(({ label }) => label.startsWith(`${phrase} `));
  if (wholeWords.length > 0 || phrase.length <= shortestBeginning) return onlyOption(wholeWords, words, listens);
  return onlyOption(
    cut.filter(({ label }) => label.startsWith(phrase)),
    words,
    listens,
  );
}

/** "for me" of "It is for me": two words or more that only one label ends with. */
function ending(phrase: string, { index: { cut }, listens }: Search): number | undefined {
  if (!phrase.includes(' ')) return undefined;
  return onlyOption(
    cut.filter(({ label }) => label.endsWith(` ${phrase}`)),
    phrase.split(' '),
    listens,
  );
}

/** Do these words stand next to each other in the label, in whatever order? */
function standTogether(words: readonly string[], label: readonly string[]): boolean {
  const wanted = words.toSorted().join(' ');
  return label.some(
    (_, at) =>
      label
        .slice(at, at + words.length)
        .toSorted()
        .join(' ') === wanted,
  );
}

function part(words: readonly string[], { index, listens }: Search): number | undefined {
  const labels = index.byWord.get(words[0] ?? '') ?? [];
  return onlyOption(
    labels.filter(label => words.length === 1 || standTogether(words, label.words)),
    words,
    listens,
  );
}

const han = /\p{Script=Han}/u;
const hanDenial = /[不没沒无無非]/u;

/** Chinese has no words apart: two characters or more that stand in the labels of one option alone. */
function hanPart(phrase: string, { index: { cut } }: Search): number | undefined {
  if (Array.from(phrase).length < shortestHanPart || phrase.includes(' ')) return undefined;
  const labels = cut.filter(({ label }) => label.includes(phrase));
  const isDenied = labels.some(({ label }) => hanDenial.test(label.replace(phrase, '')));
  return isDenied ? undefined : onlyOption(labels, [], []);
}

function isDistinctive(words: readonly string[], listens: readonly Listen[]): boolean {
  return words.length <= mostWords && words.some(word => word.length >= shortestPart && !isCommonWord(word, listens));
}

/** A word, or words side by side, that stand in the labels of one option alone. */
function distinctivePart(phrase: string, search: Search): number | undefined {
  if (han.test(phrase)) return hanPart(phrase, search);
  const words = phrase.split(' ');
  return isDistinctive(words, search.listens) ? part(words, search) : undefined;
}

/** The same, one word of it misspelt; every word it could be must lead to one option. */
function misspeltPart(phrase: string, search: Search): number | undefined {
  const words = phrase.split(' ');
  const at = words.findIndex(word => !search.index.byWord.has(word));
  const wrong = words[at] ?? '';
  if (!isDistinctive([wrong], search.listens) || words.length > mostWords) return undefined;
  const found = new Set(search.index.nearWords.near(wrong).map(right => part(words.with(at, right), search)));
  return found.size === 1 ? [...found][0] : undefined;
}

function misspeltLabel(phrase: string, { index: { nearLabels, cut } }: Search): number | undefined {
  const near = new Set(nearLabels.near(phrase));
  return near.size === 0
    ? undefined
    : onlyOption(
        cut.filter(({ label }) => near.has(label)),
        [],
        [],
      );
}

/** One word in Latin letters for a label in another script. */
function romanisedPart(phrase: string, { index: { bySkeleton }, listens }: Search): number | undefined {
  if (bySkeleton.size === 0 || phrase.includes(' ') || !isDistinctive([phrase], listens)) return undefined;
  return onlyOption(bySkeleton.get(phraseSkeleton(phrase)) ?? [], [], []);
}

/** Looser and looser: what is found first counts, and finding several things ends nothing. */
const edges = [beginning, ending, misspeltLabel] as const;
const parts = [beginning, ending, distinctivePart, misspeltLabel, misspeltPart, romanisedPart] as const;

/**
 * The option whose label begins or ends with the phrase, holds it or is one slip away from it, if it is the only one. `isOpen`: other words
 * are an answer too, and a word out of the middle of a label is not taken for it.
 */
export function closeLabel(phrase: string, options: readonly Choosable[], listens: readonly Listen[], isOpen = false): string | undefined {
  if (phrase.length > longestPhrase) return undefined;
  const search = { index: labelIndex(options), listens };
  const place = (isOpen ? edges : parts).map(find => find(phrase, search)).find(found => found !== undefined);
  return place === undefined ? undefined : options[place]?.code;
}
