// What the language detector learns from: every text of every language, whole and in pieces as short as people type, with and without accents.
import { foldText } from '../../text/fold-text.js';
import { languageFeatures, languageWords } from '../language/language-features.js';
import { onlyLanguageOf, scriptOf } from '../language/script-of.js';
import { type Example, seededNumbers } from '../../content/models/train-linear.js';

/** All texts of one language: messages, sentences, words that are listened for. */
export interface LanguageTexts {
  readonly tag: string;
  /** The script the language is written in; texts in Latin letters are romanised unless it is Latin. */
  readonly native: string;
  readonly texts: readonly string[];
}

/** Romanised texts of a language are a class of their own: `ur-Latn`. */
export const romanisedClass = (tag: string): string => `${tag}-Latn`;

const [shortestPiece, longestPiece] = [2, 7];
const piecesEach = 1;
const withoutAccents = 0.4;

/** The class a text teaches; undefined where its script alone tells the language, or it is in a script the language is not typed in. */
function classOf(text: string, { tag, native }: LanguageTexts): string | undefined {
  const script = scriptOf(text);
  if (script === undefined || onlyLanguageOf[script] !== undefined) return undefined;
  if (script === native) return tag;
  return script === 'Latin' ? romanisedClass(tag) : undefined;
}

function piecesOf(text: string, next: () => number): readonly string[] {
  const words = languageWords(text);
  if (words.length <= shortestPiece) return [];
  return Array.from({ length: piecesEach }, () => {
    const length = shortestPiece + Math.floor(next() * (longestPiece - shortestPiece + 1));
    const from = Math.floor(next() * Math.max(1, words.length - length + 1));
    return words.slice(from, from + length).join(' ');
  });
}

/** Features as the detector counts them, cut to the model's buckets. */
function featuresOf(text: string, buckets: number): Int32Array {
  return Int32Array.from(new Set(languageFeatures(languageWords(text)).map(feature => feature & (buckets - 1))));
}

/** The classes that texts teach, in alphabetical order, and the examples. Rare classes count as much as common ones. */
export function languageExamples(
  languages: readonly LanguageTexts[],
  buckets: number,
  seed: number,
): { readonly classes: readonly string[]; readonly examples: readonly Example[] } {
  const next = seededNumbers(seed);
  const taught = languages.flatMap(language =>
    language.texts.flatMap(text => {
      const of = classOf(text, language);
      return of === undefined ? [] : [{ text, of }];
    }),
  );
  const classes = [...new Set(taught.map(({ of }) => of))].sort();
  const sizes = new Map(classes.map(name => [name, taught.filter(({ of }) => of === name).length]));
  const median = [...sizes.values()].sort((a, b) => a - b)[Math.floor(sizes.size / 2)] ?? 1;
  const examples = taught.flatMap(({ text, of }) => {
    const whole = [text, ...piecesOf(text, next)];
    const spoken = whole.map(each => (next() < withoutAccents ? foldText(each) : each));
    const weight = Math.min(3, Math.sqrt(median / (sizes.get(of) ?? median)));
    return spoken
      .map(each => ({ features: featuresOf(each, buckets), classes: [classes.indexOf(of)], weight }))
      .filter(({ features }) => features.length > 0);
  });
  return { classes, examples };
}
