// Which options a typed answer means. Labels in every language, then "yes" and "no", then a place in the list, then a slip of the finger;
// and never a guess between two.
import type { Language, Listen } from '../content/content.js';
import { barePhrase, withoutEdges } from './bare-phrase.js';
import { choosable } from './choosable.js';
import type { Choosable } from './choosable.js';
import { listensFor } from './listens-for.js';
import { closeLabel, exactLabel } from './match-label.js';
import { isNumbered, matchNumber } from './match-number.js';
import { matchMisspeltStance, matchStance } from './match-stance.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';
import { rejoin, splitAnswers } from './split-answers.js';
import type { Pieces } from './split-answers.js';

/** One option, in the order shown. */
export interface ChoiceOption {
  readonly code: string;
  /** Its labels in every language, folded. */
  readonly labels: readonly string[];
  /** Its labels in the conversation's language, then in English, folded: they are compared loosely. All labels are, where not given. */
  readonly spoken?: readonly (readonly string[])[];
}

/** What a choice is read against. */
export interface ChoiceQuestion {
  readonly options: readonly ChoiceOption[];
  readonly repeats: boolean;
  /** True where one's own words are an answer too: then nothing is heard in them but a label. */
  readonly open?: boolean;
  readonly lang: string;
  readonly languages: ReadonlyMap<string, Language>;
}

function choosables({ options }: ChoiceQuestion): readonly Choosable[] {
  return options.map(({ code, labels, spoken }) => choosable(code, labels, spoken));
}

interface Reader {
  readonly options: readonly Choosable[];
  readonly listens: readonly Listen[];
  readonly question: ChoiceQuestion;
}

function readOne(text: string, reader: Reader): string | undefined {
  const { options, listens, question } = reader;
  const phrase = barePhrase(text);
  const bare = withoutEdges(phrase, ...listens.map(listen => listen.polite));
  const neither = listens[0]?.neither?.includes(phrase) === true;
  const exact = neither ? undefined : (exactLabel(phrase, options) ?? exactLabel(bare, options));
  if (exact !== undefined) return exact;
  const stance = matchStance(phrase, options, question.lang, question.languages);
  if (stance.stance) return stance.code;
  return matchNumber(phrase, options, listens) ?? matchNumber(bare, options, listens) ?? readLoosely([phrase, bare], reader);
}

/** A label not said whole, or a yes or no misspelt; undefined where these say different things. */
function readLoosely(phrases: readonly string[], { options, listens, question }: Reader): string | undefined {
  const label = phrases.map(phrase => closeLabel(phrase, options, listens, question.open)).find(code => code !== undefined);
  if (question.open === true) return label;
  const stance = matchMisspeltStance(phrases[0] ?? '', options, question.lang, question.languages);
  return label === undefined || stance === undefined || label === stance ? (label ?? stance) : undefined;
}

/** The longest run of pieces from `from` on that means one option, so that a label with a comma in it is found whole. */
function readRun(pieces: Pieces, from: number, reader: Reader): { readonly code: string; readonly next: number } | undefined {
  const last = (pieces.length - 1) / 2;
  for (let to = Math.min(last, from + 5); to >= from; to -= 1) {
    const text = rejoin(pieces, from, to);
    const code = to > from ? exactLabel(barePhrase(text), reader.options) : readOne(text, reader);
    if (code !== undefined) return { code, next: to + 1 };
  }
  return undefined;
}

/** Every piece understood, or undefined. */
function readSeveral(pieces: Pieces, reader: Reader): readonly string[] | undefined {
  const codes = new Set<string>();
  for (let at = 0; at * 2 < pieces.length;) {
    const run = readRun(pieces, at, reader);
    if (!run) return undefined;
    codes.add(run.code);
    at = run.next;
  }
  return [...codes];
}

/** True for a bare number, given that numbers mean places here: on an open choice it is a place that is not there, not an answer of one's own. */
export function isMissingPlace(text: string, question: ChoiceQuestion): boolean {
  const options = choosables(question);
  return /^\d{1,3}$/.test(barePhrase(text)) && !isNumbered(options, listensFor(question.lang, question.languages));
}

/**
 * The codes chosen, at least one, in the order said. `not-an-option`: something was not understood or fits several; `one-only`: several were
 * named where one is asked.
 */
export function readChoice(text: string, question: ChoiceQuestion): Read<readonly string[]> {
  const listens = listensFor(question.lang, question.languages);
  const reader = { options: choosables(question), listens, question };
  const one = readOne(text, reader);
  if (one !== undefined) return readAs([one]);
  const pieces = splitAnswers(text, listens);
  const several = pieces && pieces.length > 1 ? readSeveral(pieces, reader) : undefined;
  if (!several) return unread('not-an-option');
  return several.length > 1 && !question.repeats ? unread('one-only') : readAs(several);
}
