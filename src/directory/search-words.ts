// The words of a text, folded, for the index of the desk's search and for what is typed there.
import { foldText } from '../text/fold-text.js';

const between = /[^\p{L}\p{M}\p{N}]+/u;

/** Words that say nothing of what is looked for. */
const empty = new Set(
  'a an and any are as at be by can do does for from get give has have help how i in into is it me my need not of on or our service services some that the their them they this to up us want we what where who will with you your'.split(
    ' ',
  ),
);

/** Folded words in order, each as often as it stands there. */
export function searchWords(text: string): readonly string[] {
  return foldText(text.replaceAll(/['’]/gu, ''))
    .split(between)
    .filter(word => word !== '');
}

/** Whether a word is worth looking for beside others. */
export const isTelling = (word: string): boolean => !empty.has(word);
