// What the booster learns from: every fixture of every language that means danger, every one that must not, and all the harmless messages that
// people send about their needs.
import type { RedFlagKind } from '../../content/content.js';
import { type Example, seededNumbers } from '../../content/models/train-linear.js';
import type { DangerTexts } from '../../content/models/training-texts.js';
import { obliqueFeatures, readObliqueWords } from './oblique-words.js';

interface Labelled {
  readonly text: string;
  readonly classes: readonly number[];
  readonly weight: number;
}

const weights = { danger: 2, tricky: 4, harmless: 1, joined: 1 };

function featuresOf(text: string, buckets: number): Int32Array {
  const words = readObliqueWords(text);
  const found = new Set<number>();
  for (let at = 0; at < words.length; at += 1) for (const feature of obliqueFeatures(words, at)) found.add(feature & (buckets - 1));
  return Int32Array.from(found);
}

/** Danger told in the middle of another story, and two harmless stories in one. */
function joined(danger: readonly Labelled[], harmless: readonly Labelled[], next: () => number): readonly Labelled[] {
  const pick = (): string => harmless[Math.floor(next() * harmless.length)]?.text ?? '';
  const around = danger.map(({ text, classes }) => ({
    text: next() < 0.5 ? `${pick()} ${text}` : `${text} ${pick()}`,
    classes,
    weight: weights.joined,
  }));
  const both = harmless
    .filter((_, at) => at % 3 === 0)
    .map(({ text, classes }) => ({ text: `${text} ${pick()}`, classes, weight: weights.joined }));
  return [...around, ...both];
}

/** All examples; the class after the kinds is "no danger". The same texts and seed give the same examples. */
export function obliqueExamples(
  languages: readonly DangerTexts[],
  kinds: readonly RedFlagKind[],
  buckets: number,
  seed: number,
): readonly Example[] {
  const next = seededNumbers(seed);
  const none = kinds.length;
  return languages.flatMap(({ danger, tricky, harmless }) => {
    const meant = kinds.flatMap((kind, at) => (danger.get(kind) ?? []).map(text => ({ text, classes: [at], weight: weights.danger })));
    const fine = [
      ...tricky.map(text => ({ text, classes: [none], weight: weights.tricky })),
      ...harmless.map(text => ({ text, classes: [none], weight: weights.harmless })),
    ];
    return [...meant, ...fine, ...joined(meant, fine, next)].map(({ text, classes, weight }) => ({
      features: featuresOf(text, buckets),
      classes,
      weight,
    }));
  });
}
