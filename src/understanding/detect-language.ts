// Words in another of our languages: noticed, so that a switch can be offered. By script, and by each language's most common words; three
// words at least, because one or two words are noise for every detector.
import type { Language } from '../content/content.js';
import { foldText } from '../text/fold-text.js';

const fewestWords = 3;
const mostWords = 60;
const fewestHits = 2;
const arabicLetter = /\p{Script=Arabic}/u;
/** Letters of Persian, Urdu and other languages that Arabic does not write. */
const notArabic = /[پچژگٹڈڑںےہۓھیک]/u;

interface Counted {
  readonly tag: string;
  readonly hits: number;
}

/** Does most of the text stand in Arabic letters? */
function isArabicScript(words: readonly string[]): boolean {
  return words.filter(word => arabicLetter.test(word)).length * 2 > words.length;
}

/** How many words are very common in this language and not in the conversation's. */
function countHits(words: readonly string[], language: Language, current: ReadonlySet<string>): Counted {
  const common = new Set(language.listen.common ?? []);
  return { tag: language.tag, hits: words.filter(word => common.has(word) && !current.has(word)).length };
}

function byScript(text: string, words: readonly string[], languages: ReadonlyMap<string, Language>): string | undefined {
  const isArabic = isArabicScript(words) && !notArabic.test(text.normalize('NFC'));
  return isArabic && languages.has('ar') ? 'ar' : undefined;
}

function byWords(words: readonly string[], current: string, languages: ReadonlyMap<string, Language>): string | undefined {
  const own = new Set(languages.get(current)?.listen.common ?? []);
  const others = [...languages.values()].filter(language => language.tag !== current);
  const counts = others.map(language => countHits(words, language, own));
  const [best, next] = counts.toSorted((a, b) => b.hits - a.hits);
  const ownHits = words.filter(word => own.has(word)).length;
  if (!best || best.hits < fewestHits || best.hits <= ownHits) return undefined;
  return next?.hits === best.hits ? undefined : best.tag;
}

/** The other language of ours that a text of three words or more seems to be in, or undefined. It only proposes: people choose. */
export function proposeLanguage(text: string, current: string, languages: ReadonlyMap<string, Language>): string | undefined {
  const words = foldText(text)
    .split(/[^\p{L}\p{M}']+/u)
    .filter(word => word !== '')
    .slice(0, mostWords);
  if (words.length < fewestWords) return undefined;
  if (isArabicScript(words)) {
    const tag = byScript(text, words, languages);
    return tag === current ? undefined : tag;
  }
  return byWords(words, current, languages);
}
