// Which word lists are listened for: the conversation's language first, English always, because people mix the two.
import type { Language, Listen } from '../content/content.js';

const english = 'en-GB';

/** The word lists of `lang` and of English, in that order. */
export function listensFor(lang: string, languages: ReadonlyMap<string, Language>): readonly Listen[] {
  const own = languages.get(lang)?.listen;
  const other = lang === english ? undefined : languages.get(english)?.listen;
  return [own, other].filter(listen => listen !== undefined);
}
