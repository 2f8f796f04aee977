// One language at hand while a page is written: product sentences, phrases, direction.
import type { Content, Language } from '../../content/content.js';
import type { Phrase, PhraseParam, ProductKey } from '../../content/languages/phrase.js';

/** The language every file in dialogs/ is written in. */
export const sourceLanguage = 'en-GB';

/** Words in one language. */
export interface Words {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** A product sentence. */
  readonly t: (key: ProductKey, params?: Readonly<Record<string, PhraseParam>>) => string;
  readonly say: (phrase: Phrase) => string;
  readonly has: (phrase: Phrase) => boolean;
}

/** The words of a language, whether a conversation can be held in it or not. */
export function wordsOf({ translator }: Content, { tag, dir }: Pick<Language, 'tag' | 'dir'>): Words {
  const say = (phrase: Phrase): string => translator.word(phrase, tag);
  return {
    lang: tag,
    dir,
    t: (key, params) => say(params === undefined ? { product: key } : { product: key, params }),
    say,
    has: phrase => translator.has(phrase, tag),
  };
}

/** The words of `lang`, or of the source language where `lang` is not offered. */
export function wordsIn(content: Content, lang: string): Words {
  return wordsOf(content, content.languages.get(lang) ?? { tag: sourceLanguage, dir: 'ltr' });
}

function byName(languages: ReadonlyMap<string, Language>): readonly Language[] {
  return [...languages.values()].sort((a, b) => {
    if (a.tag === sourceLanguage) return -1;
    return b.tag === sourceLanguage ? 1 : a.name.localeCompare(b.name, sourceLanguage);
  });
}

/** Languages in the order they are offered: by their own names, the source language first. */
export function offeredLanguages(content: Content): readonly Language[] {
  return byName(content.languages);
}

/** Languages that are not ready for a conversation, in the same order: each leads to its page about a call with an interpreter. */
export function unreadyLanguages(content: Content): readonly Language[] {
  return byName(content.unready);
}

/** Where a call with an interpreter is asked for in a language. */
export function interpreterAddress(tag: string): string {
  return `/interpreter?lang=${tag}`;
}

/** Has nobody checked some of this language's words yet? */
export function isDraft({ review }: Pick<Language, 'review'>): boolean {
  return Object.values(review).some(part => part.status === 'draft');
}
