// Easy Read, as far as a page can be made so by itself: larger letters, one sentence a line, and a picture of what is asked. The words stay those
// of the conversation. Nobody with a learning disability has checked it yet (docs/decisions/0021).
import type { Question } from '../../conversation/reply.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { drawPictogram } from './pictograms.js';
import type { Pictogram } from './pictograms.js';

const byFormat: Readonly<Record<NonNullable<Question['format']>, Pictogram>> = {
  name: 'person',
  'date-of-birth': 'person',
  age: 'person',
  phone: 'phone',
  email: 'web',
  postcode: 'place',
  'nhs-number': 'person',
};

const byType: Partial<Readonly<Record<Question['type'], Pictogram>>> = {
  boolean: 'tick',
  text: 'speech',
  date: 'clock',
  dateTime: 'clock',
  time: 'clock',
  url: 'web',
};

function pictureOf({ safety, format, type }: Question): Pictogram | undefined {
  if (safety) return 'look';
  return format === undefined ? byType[type] : byFormat[format];
}

/** A picture of what is asked; the stylesheet shows it in Easy Read alone. */
export function easyPicture(question: Question): Html | undefined {
  const picture = pictureOf(question);
  return picture && html`<span class="wm-easy-only">${drawPictogram(picture)}</span>`;
}

/** Where a sentence ends within a text, in every script we write; quotation marks and brackets belong to it. */
const sentenceEnd = /([.?!؟۔।。？！…](?:["”»’)]|&quot;|&#39;)*)(?:\s+|(?<=[。？！]))(?=[^\s<])/gu;

function apart(text: string): string {
  return text.replace(sentenceEnd, '$1 <span class="wm-gap"></span>');
}

/** The same markup with every sentence of a paragraph on a line of its own. Only our own markup comes here: everything in it is escaped already. */
export function oneSentenceALine(markup: string): string {
  return markup.replace(/<p\b[^>]*>[\s\S]*?<\/p>/gu, paragraph => paragraph.replace(/>[^<]+/gu, apart));
}
