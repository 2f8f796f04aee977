// The phrases of locales/<lang>/needs.json of all languages as one tree of words, built once. How a phrase is written:
//   rent arrears   these words, one other word may stand between two of them      debt*   any ending, after three letters or more
//   ?tired         a weak hint, not enough alone                                  +heating   means the need with a "no" before it too
//   -smoke alarm   not this need: whatever stands within it is not counted
import type { Language } from '../../content/content.js';
import { phraseWords } from '../../text/phrase-words.js';
import { withoutArticle } from './need-words.js';
import { keyOfStart, keyOfWord, PhraseTree, root, startLength } from './phrase-tree.js';

/** What a whole phrase says: a need, nothing (it only hides other phrases), or a denial ("not", "no problem with"). */
export interface NeedPhrase {
  readonly says: 'need' | 'nothing' | 'denial';
  readonly need: string;
  /** The language that lists it: a "no" denies only what is said in its own language (Portuguese "no" is "in the"). */
  readonly lang: string;
  /** Words of the phrase. The longer one hides the shorter. */
  readonly length: number;
  /** 0 to 1: how sure this phrase alone makes. */
  readonly weight: number;
  /** Does a denial before it lower it? */
  readonly deniable: boolean;
}

/** One word says less than two, two less than three. */
const weights = [0, 0.62, 0.78, 0.88, 0.92];
const weakWeight = 0.3;
const marks = /^[?+-]/u;

const cache = new WeakMap<ReadonlyMap<string, Language>, PhraseTree<NeedPhrase>>();

function growPhrase(tree: PhraseTree<NeedPhrase>, words: readonly string[], phrase: NeedPhrase): void {
  let place = root;
  for (const part of words) {
    const isStart = part.endsWith('*');
    const word = withoutArticle(isStart ? part.slice(0, -1) : part);
    place = tree.add(place, isStart && word.length >= startLength ? keyOfStart(word) : keyOfWord(word));
  }
  if (words.length > 0) tree.put(place, phrase);
}

function readPhrase(lang: string, need: string, mark: string, length: number): NeedPhrase {
  const weight = weights[Math.min(length, weights.length - 1)] ?? 0;
  return {
    says: mark === '-' ? 'nothing' : 'need',
    need,
    lang,
    length,
    weight: mark === '?' ? weakWeight : weight,
    deniable: mark !== '+',
  };
}

/** Phrases that say the same of themselves are one object: there are far fewer kinds than phrases. */
function kindsOf(lang: string, need: string): (mark: string, length: number) => NeedPhrase {
  const kinds = new Map<string, NeedPhrase[]>();
  return (mark, length) => {
    const marked = kinds.get(mark) ?? [];
    kinds.set(mark, marked);
    return (marked[length] ??= readPhrase(lang, need, mark, length));
  };
}

function growLanguage(tree: PhraseTree<NeedPhrase>, { tag, needs }: Language, denials: readonly string[]): void {
  for (const [need, phrases] of needs) {
    const kind = kindsOf(tag, need);
    for (const written of phrases) {
      const mark = marks.test(written) ? written.charAt(0) : '';
      const words = written.slice(mark.length).split(' ');
      growPhrase(tree, words, kind(mark, words.length));
    }
  }
  for (const denial of denials) {
    const says = denial.startsWith('-') ? 'nothing' : 'denial';
    const words = denial.replace(/^-/u, '').split(' ');
    growPhrase(tree, words, { says, need: '', lang: tag, length: words.length, weight: 0, deniable: false });
  }
}

/** As many words as there are blanks and phrases. */
function countWords(phrases: readonly string[]): number {
  let count = phrases.length;
  for (const phrase of phrases) for (let at = phrase.indexOf(' '); at >= 0; at = phrase.indexOf(' ', at + 1)) count += 1;
  return count;
}

/** The tree of all languages' phrases; built at first use and kept as long as the languages are. */
export function indexNeeds(languages: ReadonlyMap<string, Language>): PhraseTree<NeedPhrase> {
  const known = cache.get(languages);
  if (known !== undefined) return known;
  const all = [...languages.values()].map(language => ({ language, denials: (language.listen.denials ?? []).map(phraseWords) }));
  const lists = all.flatMap(({ language, denials }) => [...language.needs.values(), denials]);
  const tree = new PhraseTree<NeedPhrase>(lists.reduce((sum, phrases) => sum + countWords(phrases), 0));
  for (const { language, denials } of all) growLanguage(tree, language, denials);
  cache.set(languages, tree);
  return tree;
}
