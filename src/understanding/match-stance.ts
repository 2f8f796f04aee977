// "yeah", "nope", "dunno", "none": matched with the one option that says yes, no, not sure or none of these, whatever its wording and language.
import type { Language, Listen } from '../content/content.js';
import { longestPhrase, withoutEdges } from './bare-phrase.js';
import { hearYesNo } from './read-yes-no.js';
import type { YesNo } from './read-yes-no.js';
import { listensFor } from './listens-for.js';
import { onlyOne } from './choosable.js';
import type { Choosable } from './choosable.js';

type Stance = YesNo | 'none';

/** Does this bare phrase say "none of these"? */
export function saysNone(phrase: string, listens: readonly Listen[]): boolean {
  return listens.some(listen => listen.none.includes(phrase) || listen.none.includes(withoutEdges(phrase, listen.polite)));
}

/** The one option that takes the stance, in whichever language it is written: by a whole label, or by its first words. */
function optionFor(stance: Stance, options: readonly Choosable[], languages: ReadonlyMap<string, Language>): string | undefined {
  const listens = [...languages.values()].map(language => language.listen);
  const takes = (phrase: string): boolean => listens.some(listen => listen[stance].includes(phrase));
  return onlyOne(options, option => option.labels.some(takes)) ?? onlyOne(options, option => option.leads.some(takes));
}

/** `stance: false`: the phrase takes no stance. Else the option meant, if exactly one is. */
export type StanceMatch = { readonly stance: false } | { readonly stance: true; readonly code?: string };

function found(code: string | undefined): StanceMatch {
  return code === undefined ? { stance: true } : { stance: true, code };
}

/** The option that says what the phrase says. A "no" also means "none of these", and the other way round, where only that is offered. */
export function matchStance(
  phrase: string,
  options: readonly Choosable[],
  lang: string,
  languages: ReadonlyMap<string, Language>,
): StanceMatch {
  if (phrase.length > longestPhrase) return { stance: false };
  const heard = hearYesNo(phrase, lang, languages);
  const none = saysNone(phrase, listensFor(lang, languages));
  if (heard === 'neither') return { stance: true };
  if (none) return found(optionFor('none', options, languages) ?? optionFor('no', options, languages));
  if (heard === undefined) return { stance: false };
  const code = optionFor(heard, options, languages);
  return found(code ?? (heard === 'no' ? optionFor('none', options, languages) : undefined));
}
