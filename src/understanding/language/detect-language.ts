// Which of our languages a text is in: by its script where only one of them is written in it, else by a linear model over words and runs of
// letters, romanised forms included. It proposes; people choose.
import type { LinearModel } from '../../content/models/linear-model.js';
import { languageFeatures, languageWords } from './language-features.js';
import { onlyLanguageOf, scriptOf, type Script } from './script-of.js';

/** A language found, and how clearly: the distance in logits to the next one; a script of its own is as clear as can be. */
export interface DetectedLanguage {
  readonly tag: string;
  /** Typed in Latin letters although the language has its own script. */
  readonly romanised: boolean;
  readonly margin: number;
}

/** As clear as a script of its own. */
const certain = 100;
const romanised = '-Latn';
const arabic: readonly string[] = ['ar', 'fa', 'ur'];
const cyrillic: readonly string[] = ['bg', 'ru', 'uk'];

/** May a text in this script be of this class? */
function fits(name: string, script: Script | undefined): boolean {
  if (script === 'Arabic') return arabic.includes(name);
  if (script === 'Cyrillic') return cyrillic.includes(name);
  return !arabic.includes(name) && !cyrillic.includes(name);
}

function scoresOf(words: readonly string[], model: LinearModel): readonly number[] {
  const kinds = model.classes.length;
  const sums = new Int32Array(kinds);
  const seen = new Uint8Array(model.buckets);
  let features = 0;
  for (const hash of languageFeatures(words)) {
    const feature = hash & (model.buckets - 1);
    if (seen[feature] === 1) continue;
    seen[feature] = 1;
    features += 1;
    for (let kind = 0; kind < kinds; kind += 1) sums[kind] = (sums[kind] ?? 0) + (model.weights[feature * kinds + kind] ?? 0);
  }
  const root = Math.sqrt(Math.max(1, features));
  return model.classes.map((_, kind) => ((sums[kind] ?? 0) / root + (model.bias[kind] ?? 0)) * model.unit);
}

function tagOf(name: string): string {
  return name.endsWith(romanised) ? name.slice(0, -romanised.length) : name;
}

/** The scores of all languages that the text's script allows, best first; a language and its romanised form count as one. */
function rank(words: readonly string[], script: Script | undefined, model: LinearModel): readonly { name: string; score: number }[] {
  const scores = scoresOf(words, model);
  const ranked = model.classes
    .map((name, index) => ({ name, score: scores[index] ?? -Infinity }))
    .filter(({ name }) => fits(name, script))
    .sort((a, b) => b.score - a.score);
  return ranked.filter(({ name }, index) => ranked.findIndex(other => tagOf(other.name) === tagOf(name)) === index);
}

/** The language of a text, whatever its length; undefined where it has no letters. Short texts give small margins: see proposeLanguage. */
export function detectLanguage(text: string, model: LinearModel | undefined): DetectedLanguage | undefined {
  const script = scriptOf(text);
  const only = script === undefined ? undefined : onlyLanguageOf[script];
  if (only !== undefined) return { tag: only, romanised: false, margin: certain };
  const words = languageWords(text);
  if (words.length === 0 || model === undefined) return undefined;
  const [best, next] = rank(words, script, model);
  if (best === undefined) return undefined;
  return { tag: tagOf(best.name), romanised: best.name.endsWith(romanised), margin: best.score - (next?.score ?? -certain) };
}

const fewestWords = 3;
/** How much clearer than any other language, in logits, before a switch is proposed. */
const clearMargin = 1;

/** Enough to go by: three words, or a script that only one language has. One or two words are noise for every detector. */
function isEnough(text: string, { margin }: DetectedLanguage): boolean {
  return margin === certain || languageWords(text).length >= fewestWords;
}

/** The language a text is most likely in; undefined where there is too little of it to say. */
export function likelyLanguage(text: string, model: LinearModel | undefined): string | undefined {
  const found = detectLanguage(text, model);
  return found !== undefined && isEnough(text, found) ? found.tag : undefined;
}

/**
 * The other language of ours that a text seems to be in, or undefined: three words or more, or a script that only one of them has, and clearly
 * more that language than any other. It only proposes: people choose.
 */
export function proposeLanguage(
  text: string,
  current: string,
  offered: ReadonlyMap<string, unknown>,
  model: LinearModel | undefined,
): string | undefined {
  const found = detectLanguage(text, model);
  if (found === undefined || found.tag === current || !offered.has(found.tag)) return undefined;
  return isEnough(text, found) && found.margin >= clearMargin ? found.tag : undefined;
}
