// Words phrases in a language: product sentences through i18next, content sentences from dialogs/ and locales/<lang>/content.
import type { Phrase } from './phrase.js';

export interface Translator {
  /** The phrase as text in `lang`. Missing content falls back to English only in development; load refuses it otherwise. */
  readonly word: (phrase: Phrase, lang: string) => string;
  /** Does this language have this content text (for optional ones such as help and why)? */
  readonly has: (phrase: Phrase, lang: string) => boolean;
  /** Label of an option of an item, in `lang`. */
  readonly option: (linkId: string, code: string, lang: string) => string;
  /** Other words people say for that option in `lang`; none for most. */
  readonly said: (linkId: string, code: string, lang: string) => readonly string[];
}
