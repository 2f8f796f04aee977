// What can be wrong with one translated sentence that a machine can see: English left in, another script, another number, too long for its button.
import { nativeScript } from './native-script.js';

/** One sentence beside its English. */
export interface SentencePair {
  readonly english: string;
  readonly other: string;
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** What it is shown on. */
  readonly use: 'button' | 'option' | 'example' | 'sentence';
}

type Rule = (pair: SentencePair) => string | undefined;

/** Longest words of a button and of an option: what fits on a telephone, and on a card in Teams. */
const longest = { button: 32, option: 120, example: 120, sentence: 700 };

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const placeholders = /\{\{[^}]*\}\}/gu;
const addresses = /\S+@\S+|\S+\.(?:org|uk|com|example)\S*/gu;
const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu;
/** English that may stand: in brackets or quotation marks behind the translation, and names of several words. */
const glosses = /\([^)]*\)|«[^»]*»|“[^”]*”|„[^”“]*[”“]|"[^"]*"|「[^」]*」|（[^）]*）/gu;
const names =
  /(?:[\p{Script=Latin}'’]+[ -])*\p{Lu}[\p{Script=Latin}'’]*(?:[ -][\p{Script=Latin}'’]+)*|\p{Script=Latin}+-[\p{Script=Latin}-]+/gu;
const writtenNumber = /\d(?:[\d ]*\d)?(?![\d ]*\s?(?:ml|мл|مل))/gu;
const spacedNumber = /(?<![\p{L}\d\u2066]|\d )\d+(?: \d+)+(?![\p{L}\d])/u;

function plain(text: string): string {
  return text.replace(placeholders, ' ').replace(addresses, ' ');
}

function wordsOf(text: string): readonly string[] {
  return [...plain(text).matchAll(latinWord)].map(([word]) => word);
}

/** Telephone numbers and other numbers of three digits and more, without their spaces, sorted. */
function numbersIn(text: string): string {
  return [...text.replace(placeholders, ' ').matchAll(writtenNumber)]
    .map(([number]) => number.replaceAll(' ', ''))
    .filter(number => number.length >= 3)
    .sort()
    .join(', ');
}

const isCopy: Rule = ({ english, other, use }) => {
  if (use === 'example' || english !== other) return undefined;
  const words = wordsOf(english).filter(word => /^\p{Ll}{3,}$/u.test(word));
  return words.length >= 2 ? 'is the English sentence' : undefined;
};

/** Words that stand in every other English sentence and in no sentence of another language of ours. */
const telltale = new Set(['the', 'and', 'you', 'your', 'with', 'this', 'that', 'what', 'have', 'will', 'would']);

const hasEnglish: Rule = ({ english, other, tag, use }) => {
  if (use === 'example') return undefined;
  if (nativeScript(tag) === 'Latin') {
    const found = new Set(
      wordsOf(other)
        .map(word => word.toLowerCase())
        .filter(word => telltale.has(word)),
    );
    return found.size >= 2 ? `has English in it: ${[...found].join(', ')}` : undefined;
  }
  const source = new Set(wordsOf(english).filter(word => /^\p{Ll}{4,}$/u.test(word)));
  const left = wordsOf(other.replace(glosses, ' ').replace(names, ' ')).filter(word => source.has(word));
  return left.length > 0 ? `has English in it: ${left.join(', ')}` : undefined;
};

const isInItsScript: Rule = ({ english, other, tag, use }) => {
  const script = nativeScript(tag);
  if (script === 'Latin' || use === 'example' || !wordsOf(english).some(word => /^\p{Ll}{3,}$/u.test(word))) return undefined;
  return new RegExp(`\\p{Script=${script}}`, 'u').test(other) ? undefined : `has nothing in ${script} script`;
};

const keepsNumbers: Rule = ({ english, other }) => {
  const [wanted, given] = [numbersIn(english), numbersIn(other)];
  return wanted === given ? undefined : `says the numbers ${given || 'none'}, in English ${wanted || 'none'}`;
};

const hasAsciiDigits: Rule = ({ other }) => (/(?![0-9])\p{Nd}/u.test(other) ? 'has digits other than 0 to 9' : undefined);

const isolatesNumbers: Rule = ({ other, dir, use }) =>
  dir === 'rtl' && use !== 'example' && spacedNumber.test(other)
    ? 'has a number with spaces that is not between U+2066 and U+2069'
    : undefined;

const fits: Rule = ({ english, other, use }) => {
  const most = Math.max(longest[use], english.length > longest[use] ? english.length * 2 : 0);
  if (other.length <= most) return undefined;
  const length = [...segmenter.segment(other)].length;
  return length > most ? `has ${String(length)} letters; ${String(most)} fit` : undefined;
};

const isCalm: Rule = ({ english, other }) => (/[!！]/u.test(other) && !english.includes('!') ? 'has an exclamation mark' : undefined);

const rules: readonly Rule[] = [isCopy, hasEnglish, isInItsScript, keepsNumbers, hasAsciiDigits, isolatesNumbers, fits, isCalm];

/** Everything wrong with a sentence, each as the end of "the sentence …". */
export function checkSentence(pair: SentencePair): readonly string[] {
  return rules.map(rule => rule(pair)).filter(problem => problem !== undefined);
}
