// "yeah", "nope", "dunno", "none": matched with the one option that says yes, no, not sure or none of these, whatever its wording and language.
import type { Language, Listen } from '../content/content.js';
import { allStances } from './all-stances.js';
import type { OptionStance } from './all-stances.js';
import { answerForms } from './answer-forms.js';
import { longestPhrase, withoutEdges } from './bare-phrase.js';
import { hearMisspeltStance } from './hear-misspelt.js';
import { hearYesNo } from './read-yes-no.js';
import { listensFor } from './listens-for.js';
import type { Choosable } from './choosable.js';

/** Does this bare phrase say "none of these"? */
export function saysNone(phrase: string, listens: readonly Listen[]): boolean {
  return listens.some(listen => {
    const { none } = answerForms(listen);
    return none.has(phrase) || none.has(withoutEdges(phrase, listen.polite));
  });
}

/**
 * The option whose words, counted over all languages, take the stance; undefined where another comes anywhere near it. A word that means
 * yes in one language and no in another tips no balance.
 */
function mostOften(
  options: readonly Choosable[],
  phrases: (option: Choosable) => readonly string[],
  words: ReadonlySet<string>,
): string | undefined {
  const counts = options.map(option => phrases(option).filter(phrase => words.has(phrase)).length);
  const most = Math.max(...counts);
  const others = counts.filter(count => count * 2 >= most);
  return most > 0 && others.length === 1 ? options[counts.indexOf(most)]?.code : undefined;
}

/** The one option that takes the stance, in whichever language it is written: by a whole label, or by its first words. */
function optionFor(stance: OptionStance, options: readonly Choosable[], languages: ReadonlyMap<string, Language>): string | undefined {
  const words = allStances(languages)[stance];
  return mostOften(options, option => option.labels, words) ?? mostOften(options, option => option.leads, words);
}

/** `stance: false`: the phrase takes no stance. Else the option meant, if exactly one is. */
export type StanceMatch = { readonly stance: false } | { readonly stance: true; readonly code?: string };

/** A "no" also means "none of these", and the other way round, where only that is offered. */
function optionSaying(stance: OptionStance, options: readonly Choosable[], languages: ReadonlyMap<string, Language>): StanceMatch {
  const other = stance === 'none' ? 'no' : stance === 'no' ? 'none' : undefined;
  const code = optionFor(stance, options, languages) ?? (other && optionFor(other, options, languages));
  return code === undefined ? { stance: true } : { stance: true, code };
}

/** The option that says what the phrase says. */
export function matchStance(
  phrase: string,
  options: readonly Choosable[],
  lang: string,
  languages: ReadonlyMap<string, Language>,
): StanceMatch {
  if (phrase.length > longestPhrase) return { stance: false };
  const heard = hearYesNo(phrase, lang, languages);
  if (heard === 'neither') return { stance: true };
  const stance = saysNone(phrase, listensFor(lang, languages)) ? 'none' : heard;
  return stance === undefined ? { stance: false } : optionSaying(stance, options, languages);
}

/** The option that says what a misspelt phrase says, where there is one. */
export function matchMisspeltStance(
  phrase: string,
  options: readonly Choosable[],
  lang: string,
  languages: ReadonlyMap<string, Language>,
): string | undefined {
  const stance = hearMisspeltStance(phrase, lang, languages);
  const match = stance === undefined ? undefined : optionSaying(stance, options, languages);
  return match?.stance === true ? match.code : undefined;
}
