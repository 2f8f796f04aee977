// A description is looked at by a dozen rules; it is folded once. Holds the texts of a few rows and no more.
import { foldText } from '../../text/fold-text.js';

const most = 128;
const folded = new Map<string, string>();

/** The text folded, as `foldText` does. */
export function foldOnce(text: string): string {
  if (text === '') return '';
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= most) folded.clear();
  const made = foldText(text);
  folded.set(text, made);
  return made;
}
