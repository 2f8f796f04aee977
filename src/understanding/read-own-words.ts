// A person's own words, kept as they wrote them: one line for a string item, several for a text item.
import { capText, maxTextLength } from '../text/cap-text.js';
import { plainLine, plainText } from '../text/plain-text.js';
import { readAs, unread } from './reading.js';
import type { Read } from './reading.js';

function kept(words: string, original: string): Read<string> {
  if (capText(original).cut) return unread('too-long', maxTextLength);
  return words === '' ? unread('empty') : readAs(words);
}

/** One line of the person's own words; `empty` when nothing visible is left, `too-long` over 1,000 characters. */
export function readString(text: string): Read<string> {
  return kept(plainLine(text), text);
}

/** The person's own words with their line breaks; `empty` and `too-long` as readString. */
export function readText(text: string): Read<string> {
  return kept(plainText(text), text);
}

const longestDisplay = 200;

/** What a thing is called that nobody can look up here: one line, `too-long` over 200 characters. */
export function readDisplay(text: string): Read<string> {
  const read = readString(text);
  return read.ok && capText(read.value, longestDisplay).cut ? unread('too-long', longestDisplay) : read;
}
