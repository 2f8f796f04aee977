// Yes, no or unsure, from closed lists of what people really type; never guessed from a longer sentence.
// "Yes, if my husband does not find out" is not a yes.
import type { Language, Listen } from '../content/content.js';
import { barePhrase, longestPhrase, withoutDrawl, withoutEdges } from './bare-phrase.js';
import { listensFor } from './listens-for.js';

export type YesNo = 'yes' | 'no' | 'unsure';

function lookUp(phrase: string, listen: Listen): YesNo | 'neither' | undefined {
  if (listen.neither?.includes(phrase)) return 'neither';
  if (listen.yes.includes(phrase)) return 'yes';
  if (listen.no.includes(phrase)) return 'no';
  return listen.unsure.includes(phrase) ? 'unsure' : undefined;
}

/** The phrase itself, then without courtesy, then without drawl. */
function spellings(phrase: string, listen: Listen): readonly string[] {
  const polite = withoutEdges(phrase, listen.polite);
  return [...new Set([phrase, polite, withoutDrawl(phrase), withoutDrawl(polite)])];
}

/** Yes, no, unsure, or `neither` for a word that looks like English but means something else in this language. */
export function hearYesNo(text: string, lang: string, languages: ReadonlyMap<string, Language>): YesNo | 'neither' | undefined {
  const phrase = barePhrase(text);
  if (phrase.length > longestPhrase) return undefined;
  for (const listen of listensFor(lang, languages)) {
    for (const spelling of spellings(phrase, listen)) {
      const heard = lookUp(spelling, listen);
      if (heard) return heard;
    }
  }
  return undefined;
}

/**
 * The whole text as yes, no or unsure in the conversation's language or English; undefined for anything else. A word that means something
 * else in the conversation's language than in English (Polish "no" is "yeah") is neither.
 */
export function readYesNo(text: string, lang: string, languages: ReadonlyMap<string, Language>): YesNo | undefined {
  const heard = hearYesNo(text, lang, languages);
  return heard === 'neither' ? undefined : heard;
}
