// Yes, no or unsure, from closed lists of what people really type; never guessed from a longer sentence.
// "Yes, if my husband does not find out" is not a yes.
import type { Language, Listen } from '../content/content.js';
import { answerForms } from './answer-forms.js';
import { barePhrase, longestPhrase, longestTyped, withoutDrawl, withoutEdges } from './bare-phrase.js';
import { hearMisspeltStance } from './hear-misspelt.js';
import { listensFor } from './listens-for.js';

export type YesNo = 'yes' | 'no' | 'unsure';

function lookUp(phrase: string, listen: Listen): YesNo | 'neither' | undefined {
  const said = answerForms(listen).said.get(phrase);
  return said === 'yes' || said === 'no' || said === 'unsure' || said === 'neither' ? said : undefined;
}

/** The phrase itself, then without courtesy, then without drawl. */
function spellings(phrase: string, listen: Listen): readonly string[] {
  const polite = withoutEdges(phrase, listen.polite);
  return [...new Set([phrase, polite, withoutDrawl(phrase), withoutDrawl(polite)])];
}

const mostWords = 8;

/** "yes that's fine", "no no thank you": several phrases in a row that all say the same; undefined where they do not. */
function lookUpInARow(words: readonly string[], listen: Listen): 'yes' | 'no' | undefined {
  for (let count = words.length; count > 0; count -= 1) {
    const said = lookUp(words.slice(0, count).join(' '), listen);
    if (said !== 'yes' && said !== 'no') continue;
    if (count === words.length || lookUpInARow(words.slice(count), listen) === said) return said;
  }
  return undefined;
}

/** Yes, no, unsure, or `neither` for a word that looks like English but means something else in this language. */
export function hearYesNo(text: string, lang: string, languages: ReadonlyMap<string, Language>): YesNo | 'neither' | undefined {
  const phrase = text.length > longestTyped ? text : barePhrase(text);
  if (phrase.length > longestPhrase) return undefined;
  for (const listen of listensFor(lang, languages)) {
    for (const spelling of spellings(phrase, listen)) {
      const heard = lookUp(spelling, listen);
      if (heard) return heard;
    }
    const words = phrase.split(' ');
    const row = words.length <= mostWords ? lookUpInARow(words, listen) : undefined;
    if (row) return row;
  }
  return undefined;
}

/**
 * The whole text as yes, no or unsure in the conversation's language or English; undefined for anything else. A word that means something
 * else in the conversation's language than in English (Polish "no" is "yeah") is neither. Exactly as listed: for what is sent or erased.
 */
export function readYesNo(text: string, lang: string, languages: ReadonlyMap<string, Language>): YesNo | undefined {
  const heard = hearYesNo(text, lang, languages);
  return heard === 'neither' ? undefined : heard;
}

/** As readYesNo, and with one slip of the finger or in Latin letters: for questions, whose answers are shown again before anything is sent. */
export function readSpeltYesNo(text: string, lang: string, languages: ReadonlyMap<string, Language>): YesNo | undefined {
  const heard = hearYesNo(text, lang, languages);
  if (heard !== undefined) return heard === 'neither' ? undefined : heard;
  const said = hearMisspeltStance(text, lang, languages);
  return said === 'none' ? undefined : said;
}
