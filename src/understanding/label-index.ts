// The labels of one question's options, ready for looking up: whole, and by the words in them. Made once for each question.
import type { Choosable } from './choosable.js';
import { phraseSkeleton } from '../text/romanised.js';
import { inLatinLetters } from '../text/latin-letters.js';
import { fiveSigns, nearForms } from './near-forms.js';
import type { NearForms } from './near-forms.js';

/** A label cut into its words, and the place of its option. */
interface CutLabel {
  readonly option: number;
  readonly label: string;
  readonly words: readonly string[];
}

export interface LabelIndex {
  /** Whole labels in every language -> their option; undefined: several options. */
  readonly whole: ReadonlyMap<string, number | undefined>;
  /** Labels in the languages listened for. */
  readonly cut: readonly CutLabel[];
  /** Every word of those labels -> the labels it stands in. */
  readonly byWord: ReadonlyMap<string, readonly CutLabel[]>;
  /** The same by skeletons in Latin letters, of labels in other scripts. */
  readonly bySkeleton: ReadonlyMap<string, readonly CutLabel[]>;
  readonly nearWords: NearForms;
  readonly nearLabels: NearForms;
}

function group(pairs: Iterable<readonly [string, CutLabel]>): ReadonlyMap<string, readonly CutLabel[]> {
  const groups = new Map<string, CutLabel[]>();
  for (const [key, label] of pairs) {
    const list = groups.get(key);
    if (list) list.push(label);
    else groups.set(key, [label]);
  }
  return groups;
}

function wholeLabels(options: readonly Choosable[]): ReadonlyMap<string, number | undefined> {
  const whole = new Map<string, number | undefined>();
  for (const [place, { labels }] of options.entries())
    for (const label of labels) whole.set(label, whole.has(label) && whole.get(label) !== place ? undefined : place);
  return whole;
}

const latin = /\p{Script=Latin}/u;

/** How a word in another script is typed in Latin letters, with its label. */
function romanised(cut: CutLabel): readonly (readonly [string, CutLabel])[] {
  return cut.words
    .filter(word => !latin.test(word))
    .map(word => [phraseSkeleton(inLatinLetters(word)), cut] as const)
    .filter(([skeleton]) => skeleton !== '');
}

function collect(options: readonly Choosable[]): LabelIndex {
  const cut = options.flatMap(({ spoken }, option) =>
    [...new Set(spoken.flat())].map(label => ({ option, label, words: label.split(/[ /-]+/).filter(word => word !== '') })),
  );
  const byWord = group(cut.flatMap(label => [...new Set(label.words)].map(word => [word, label] as const)));
  return {
    whole: wholeLabels(options),
    cut,
    byWord,
    bySkeleton: group(cut.flatMap(romanised)),
    nearWords: nearForms(byWord.keys(), fiveSigns, word => byWord.has(word)),
    nearLabels: nearForms(new Set(cut.map(({ label }) => label)), fiveSigns),
  };
}

interface Kept {
  readonly lists: readonly (readonly string[])[];
  readonly index: LabelIndex;
}

const known = new WeakMap<readonly string[], Kept>();
const ofOptions = new WeakMap<readonly Choosable[], LabelIndex>();

/** The labels of these options; made once for as long as the lists of labels are the same. */
export function labelIndex(options: readonly Choosable[]): LabelIndex {
  const index = ofOptions.get(options) ?? indexOfLists(options);
  ofOptions.set(options, index);
  return index;
}

function indexOfLists(options: readonly Choosable[]): LabelIndex {
  const lists = options.flatMap(({ labels, spoken }) => [labels, ...spoken]);
  const first = lists[0];
  const kept = first && known.get(first);
  if (kept?.lists.length === lists.length && kept.lists.every((list, at) => list === lists[at])) return kept.index;
  const index = collect(options);
  if (first) known.set(first, { lists, index });
  return index;
}
