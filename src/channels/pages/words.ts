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

function isOffered(content: Content, lang: string): boolean {
  return content.languages.has(lang);
}

/** The words of `lang`, or of the source language where `lang` is not offered. */
export function wordsIn(content: Content, lang: string): Words {
  const tag = isOffered(content, lang) ? lang : sourceLanguage;
  const { translator } = content;
  const say = (phrase: Phrase): string => translator.word(phrase, tag);
  return {
    lang: tag,
    dir: content.languages.get(tag)?.dir ?? 'ltr',
    t: (key, params) => say(params === undefined ? { product: key } : { product: key, params }),
    say,
    has: phrase => translator.has(phrase, tag),
  };
}

/** Languages in the order they are offered: by their own names, the source language first. */
export function offeredLanguages(content: Content): readonly Language[] {
  return [...content.languages.values()].sort((a, b) => {
    if (a.tag === sourceLanguage) return -1;
    return b.tag === sourceLanguage ? 1 : a.name.localeCompare(b.name);
  });
}
