// A person's name, in any script, as they write it. There is no such thing as a wrong name; only what is plainly something else is refused.
// https://design-system.service.gov.uk/patterns/names/
import type { Listen } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { plainLine } from '../text/plain-text.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';

/** Characters (code points) of the longest name taken. */
export const longestName = 100;

const mostWords = 12;
const mostIntroductionWords = 6;
const address = /@|https?:|www\.|\.(?:com|org|net|co\.uk)(?![\p{L}])/iu;
const neverInNames = /[<>{}[\]|\\/=*#$£%^~_+&?]|\d{3}/u;

/** The words after "my name is" and the like; all of them when nothing would remain. */
function withoutIntroduction(words: readonly string[], introductions: readonly string[]): readonly string[] {
  for (let count = Math.min(mostIntroductionWords, words.length - 1); count > 0; count -= 1) {
    const start = foldText(words.slice(0, count).join(' ')).replace(/[:,.]/g, '').trim();
    if (introductions.includes(start)) return withoutIntroduction(words.slice(count), introductions);
  }
  return words;
}

function withoutEndPunctuation(name: string): string {
  const trimmed = name.replace(/[,;:!؟،]+$/u, '').trim();
  return /\p{L}{3}\.$/u.test(trimmed) ? trimmed.slice(0, -1) : trimmed;
}

/** The name as written, introductions ("my name is", "jestem", "اسمي") and outer punctuation off; single names are names. */
export function readName(text: string, listens: readonly Listen[]): Read<string> {
  const words = plainLine(text).split(' ').slice(0, 200);
  const introductions = listens.flatMap(listen => listen.introductions ?? []);
  const name = withoutEndPunctuation(withoutIntroduction(words, introductions).join(' '));
  if (!/\p{L}/u.test(name) || address.test(name) || neverInNames.test(name)) return unread('not-a-name');
  if (Array.from(name).length > longestName) return unread('too-long', longestName);
  return name.split(' ').length > mostWords ? unread('not-a-name') : readAs(name);
}
