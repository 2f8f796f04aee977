// Does a phrase name one option by its label: exactly, by its beginning or end, or with one slip of the finger? Only when no other option fits as well.
import { oneEditApart } from './one-edit-apart.js';
import { onlyOne } from './choosable.js';
import type { Choosable } from './choosable.js';

const shortestBeginning = 3;
const shortestMisspelt = 5;

/** The option one of whose labels is the phrase, or whose code is it (a code of digits alone is not said aloud). */
export function exactLabel(phrase: string, options: readonly Choosable[]): string | undefined {
  const byLabel = onlyOne(options, option => option.labels.includes(phrase));
  if (byLabel !== undefined) return byLabel;
  return /\p{L}/u.test(phrase) ? onlyOne(options, option => option.code.toLowerCase() === phrase) : undefined;
}

function beginning(phrase: string, options: readonly Choosable[]): string | undefined {
  if (phrase.length < shortestBeginning) return undefined;
  const wholeWords = onlyOne(options, option => option.labels.some(label => label.startsWith(`${phrase} `)));
  if (wholeWords !== undefined || phrase.length <= shortestBeginning) return wholeWords;
  return onlyOne(options, option => option.labels.some(label => label.startsWith(phrase)));
}

/** "for me" of "It is for me": two words or more that only one label ends with. */
function ending(phrase: string, options: readonly Choosable[]): string | undefined {
  if (!phrase.includes(' ')) return undefined;
  return onlyOne(options, option => option.labels.some(label => label.endsWith(` ${phrase}`)));
}

function misspelt(phrase: string, options: readonly Choosable[]): string | undefined {
  if (phrase.length < shortestMisspelt) return undefined;
  return onlyOne(options, option => option.labels.some(label => label.length >= shortestMisspelt && oneEditApart(label, phrase)));
}

/** The option whose label begins or ends with the phrase or is one slip away from it, if it is the only one. */
export function closeLabel(phrase: string, options: readonly Choosable[]): string | undefined {
  return beginning(phrase, options) ?? ending(phrase, options) ?? misspelt(phrase, options);
}
