// What the needs scorer learns from: the utterances of every language, the phrases beside them, and messages made of two of them.
import { readClauses } from '../needs/need-words.js';
import { featuresOfWord } from '../../text/word-features.js';
import { sentenceEnd } from '../../text/split-words.js';
import type { Utterances } from '../../content/languages/utterances-schema.js';
import { type Example, seededNumbers } from '../../content/models/train-linear.js';

/** One language's training texts. */
export interface NeedTexts {
  readonly utterances: Utterances;
  /** needs.json as written, by need. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
}

const phraseWeight = 0.5;
const noneWeight = 3;
/** Words of a piece of a message that names no need. */
const pieceWords = 4;
/** Messages made of two utterances, for each utterance. */
const joinedEach = 1;

/** A message as the model sees it: its features once each, cut to the model's buckets. */
export function needFeatures(text: string, buckets: number): Int32Array {
  const words = readClauses(text);
  const found = new Set<number>();
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] !== sentenceEnd) for (const feature of featuresOfWord(words, at)) found.add(feature & (buckets - 1));
  }
  return Int32Array.from(found);
}

/** `?tired`, `+heating`, `debt*` as words; nothing for what only hides or hints. */
function phraseWords(written: string): string | undefined {
  return /^[-?]/u.test(written) ? undefined : written.replace(/[+*]/gu, '');
}

interface Labelled {
  readonly text: string;
  readonly classes: readonly number[];
  readonly weight: number;
}

function labelled({ utterances, phrases }: NeedTexts, needs: readonly string[]): readonly Labelled[] {
  return [
    ...needs.flatMap((need, index) => (utterances.needs.get(need) ?? []).map(text => ({ text, classes: [index], weight: 1 }))),
    ...utterances.none.map(text => ({ text, classes: [needs.length], weight: noneWeight })),
    ...utterances.several.map(({ text, needs: named }) => ({ text, classes: named.map(need => needs.indexOf(need)), weight: 1 })),
    ...needs.flatMap((need, index) =>
      (phrases.get(need) ?? []).flatMap(written => {
        const text = phraseWords(written);
        return text === undefined ? [] : [{ text, classes: [index], weight: phraseWeight }];
      }),
    ),
  ];
}

/** Pieces of messages that name no need, as short as the stretches the scorer looks at. */
function piecesOf(none: readonly string[], next: () => number, noNeed: number): readonly Labelled[] {
  return none.flatMap(text => {
    const words = text.split(/\s+/u);
    if (words.length <= pieceWords) return [];
    const from = Math.floor(next() * (words.length - pieceWords + 1));
    return [{ text: words.slice(from, from + pieceWords).join(' '), classes: [noNeed], weight: 1 }];
  });
}

/** Who greets and then names a need has named it. */
function joinClasses(first: readonly number[], second: readonly number[], none: number): readonly number[] {
  const both = [...new Set([...first, ...second])];
  return both.length === 1 ? both : both.filter(one => one !== none);
}

/** Two messages run together, as people do who have more than one worry, or who greet first. */
function joined(all: readonly Labelled[], next: () => number, none: number): readonly Labelled[] {
  const whole = all.filter(({ weight }) => weight >= 1);
  const pick = (): Labelled | undefined => whole[Math.floor(next() * whole.length)];
  return whole.flatMap(first =>
    Array.from({ length: joinedEach }, () => pick()).flatMap(second =>
      second === undefined
        ? []
        : [{ text: `${first.text} ${second.text}`, classes: joinClasses(first.classes, second.classes, none), weight: 1 }],
    ),
  );
}

/** All examples of all languages; class `needs.length` is that of no need. The same texts and seed give the same examples. */
export function needExamples(languages: readonly NeedTexts[], needs: readonly string[], buckets: number, seed: number): readonly Example[] {
  const next = seededNumbers(seed);
  return languages.flatMap(texts => {
    const single = labelled(texts, needs);
    const pieces = piecesOf(texts.utterances.none, next, needs.length);
    return [...single, ...pieces, ...joined(single, next, needs.length)].map(({ text, classes, weight }) => ({
      features: needFeatures(text, buckets),
      classes,
      weight,
    }));
  });
}
