// Why the scorer hears a need: what each word of a message adds to it, largest first. For people who tune the phrases and utterances.
import type { LinearModel } from '../../content/models/linear-model.js';
import { sentenceEnd } from '../../text/split-words.js';
import { featuresOfWord } from '../../text/word-features.js';
import { readClauses } from './need-words.js';

/** What one word, with its letters and the word before it, adds to a need, in logits of the whole message. */
export interface Contribution {
  readonly word: string;
  readonly adds: number;
}

const most = 6;

/** The words that speak most for and against a need in a text; empty for a need the model does not know. */
export function explainNeed(text: string, need: string, model: LinearModel): readonly Contribution[] {
  const kind = model.classes.indexOf(need);
  if (kind < 0) return [];
  const words = readClauses(text);
  const found = words.map((word, at) => (word === sentenceEnd ? [] : featuresOfWord(words, at)));
  const root = Math.sqrt(
    Math.max(
      1,
      found.reduce((sum, features) => sum + features.length, 0),
    ),
  );
  const weight = (feature: number): number => model.weights[(feature & (model.buckets - 1)) * model.classes.length + kind] ?? 0;
  return found
    .map((features, at) => {
      const sum = features.reduce((total, feature) => total + weight(feature), 0);
      return { word: words[at] ?? '', adds: Math.round((sum / root) * model.unit * 100) / 100 };
    })
    .filter(({ adds }) => adds !== 0)
    .toSorted((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
    .slice(0, most);
}
