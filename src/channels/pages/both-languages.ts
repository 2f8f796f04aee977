// Words nobody has reviewed yet, each with its English beneath in small print: whoever reads English, or helps, can see what was meant.
import type { Phrase } from '../../content/languages/phrase.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { Words } from './words.js';

/** A language that is not ready, and English. */
export interface BothLanguages {
  readonly own: Words;
  readonly english: Words;
}

/** Says the same in any language. */
type Saying = (words: Words) => Html | string;

/** The English, beneath. */
export function inEnglish(both: BothLanguages, say: Saying): Html {
  return html`<span class="wm-english" lang="${both.english.lang}" dir="${both.english.dir}">${say(both.english)}</span>`;
}

/** What stands inside a heading, a label, a button or a paragraph: the words, and the English beneath. */
export function inBoth(both: BothLanguages, say: Saying): Html {
  return html`${say(both.own)} ${inEnglish(both, say)}`;
}

/** Paragraphs of phrases. */
export function paragraphsInBoth(both: BothLanguages, phrases: readonly Phrase[]): readonly Html[] {
  return phrases.map(phrase => html`<p>${inBoth(both, words => words.say(phrase))}</p>`);
}
