// The recall booster: a linear model trained from the fixtures of all languages hears danger that is meant and not said ("they would be better
// off"). It can only have a question asked, never act, and never takes away what a rule found.
import { redFlagKinds, type RedFlagKind } from '../../content/content.js';
import type { LinearModel } from '../../content/models/linear-model.js';
import { sentenceEnd } from '../../text/split-words.js';
import { obliqueFeatures, readObliqueWords } from './oblique-words.js';

/** The class of messages in which there is no danger. */
export const noDanger = 'none';

/** Logits by which a kind must stand above "no danger" before it is asked about. Fitted on lines kept for tuning; see docs/safety. */
const enough: Readonly<Record<RedFlagKind, number>> = {
  emergency: 1.9,
  'self-harm': 2,
  abuse: 2,
  child: 1.5,
  'harm-to-others': 1.5,
  destitution: 1.8,
};

/** Fewer words than this mean nothing by themselves: a name, a number, a label. */
const fewestWords = 3;
/** Words of a stretch of a long message, and how far the next one begins after it. */
const [stretch, stride] = [8, 3];

type Span = readonly [from: number, to: number];

/** The whole, each clause, and stretches of a long message; nothing too short to mean anything. */
function spansOf(words: readonly string[]): readonly Span[] {
  const spans: Span[] = [[0, words.length]];
  let from = 0;
  for (let at = 0; at <= words.length; at += 1) {
    if (at < words.length && words[at] !== sentenceEnd) continue;
    if (at - from >= fewestWords && at - from < words.length) spans.push([from, at]);
    from = at + 1;
  }
  for (let start = 0; start + stretch < words.length; start += stride) spans.push([start, start + stretch]);
  return spans;
}

/** A kind as it is heard best. */
interface HeardKind {
  readonly kind: RedFlagKind;
  /** Logits above "no danger". */
  readonly above: number;
  readonly span: Span;
}

/** The logit of each class over a span, each thing in it counted once, as in training; undefined where nothing in it is known. */
function logitsOf([from, to]: Span, ofWords: readonly (readonly number[])[], model: LinearModel): readonly number[] | undefined {
  const kinds = model.classes.length;
  const sums = new Int32Array(kinds);
  const seen = new Set<number>();
  for (const features of ofWords.slice(from, to)) {
    for (const feature of features) {
      if (seen.has(feature)) continue;
      seen.add(feature);
      for (let kind = 0; kind < kinds; kind += 1) sums[kind] = (sums[kind] ?? 0) + (model.weights[feature * kinds + kind] ?? 0);
    }
  }
  if (seen.size === 0) return undefined;
  const root = Math.sqrt(seen.size);
  return model.classes.map((_, kind) => ((sums[kind] ?? 0) / root + (model.bias[kind] ?? 0)) * model.unit);
}

/** How far each kind of the model stands above "no danger" where it does so most. */
function hearKinds(words: readonly string[], model: LinearModel): readonly HeardKind[] {
  const ofWords = words.map((_, at) => obliqueFeatures(words, at).map(feature => feature & (model.buckets - 1)));
  const none = model.classes.indexOf(noDanger);
  const best = new Map<RedFlagKind, HeardKind>();
  for (const span of spansOf(words)) {
    const logits = logitsOf(span, ofWords, model) ?? [];
    const harmless = logits[none] ?? 0;
    for (const kind of redFlagKinds) {
      const above = (logits[model.classes.indexOf(kind)] ?? -Infinity) - harmless;
      if (above > (best.get(kind)?.above ?? -Infinity)) best.set(kind, { kind, above, span });
    }
  }
  return [...best.values()];
}

/** How far each kind stands above "no danger": for fitting the thresholds. */
export function scoreOblique(text: string, model: LinearModel): ReadonlyMap<RedFlagKind, number> {
  return new Map(hearKinds(readObliqueWords(text), model).map(({ kind, above }) => [kind, above]));
}

/** A danger that may be meant, and the words that say so most. */
export interface ObliqueDanger {
  readonly kind: RedFlagKind;
  /** Logits above what is enough to ask. */
  readonly above: number;
  readonly evidence: string;
}

/** The kind of danger a text may mean above all others, to be asked about; undefined for none. Pure; linear in the text's length. */
export function hearOblique(text: string, model: LinearModel): ObliqueDanger | undefined {
  const words = readObliqueWords(text);
  if (words.filter(word => word !== sentenceEnd).length < fewestWords) return undefined;
  const heard = hearKinds(words, model).map(({ kind, above, span }) => ({ kind, above: above - enough[kind], span }));
  const [strongest] = heard.toSorted((a, b) => b.above - a.above);
  if (strongest === undefined || strongest.above < 0) return undefined;
  const { kind, above, span } = strongest;
  return { kind, above, evidence: words.slice(...span).join(' ') };
}
