// What stands between a question and its control: help, how to answer, the range, an example, why we ask, and where to read more.
import type { Phrase } from '../../content/languages/phrase.js';
import type { Question } from '../../conversation/reply.js';
import { linksOf, rangeNote } from '../question-notes.js';
import { controlOf } from './control-of.js';
import type { Control } from './control-of.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { Words } from './words.js';

const howTo: Partial<Readonly<Record<Control, Phrase>>> = {
  slider: { product: 'page.slider.how' },
  search: { product: 'page.list.type' },
};

/** How a control is used, where that is not seen at a glance. */
function how(question: Question): Phrase | undefined {
  return question.type === 'attachment' ? { product: 'page.no-files' } : howTo[controlOf(question)];
}

function example(question: Question): Phrase | undefined {
  if (question.example !== undefined) return { product: 'page.example', params: { example: question.example } };
  return question.type === 'time' ? { product: 'page.example', params: { example: { isolate: '14:30' } } } : undefined;
}

/** The range, unless the control shows its ends. */
function range(question: Question): Phrase | undefined {
  return controlOf(question) === 'slider' ? undefined : rangeNote(question);
}

function lines(question: Question, words: Words): readonly string[] {
  const phrases = [question.help, how(question), range(question), example(question)];
  return phrases.filter(phrase => phrase !== undefined).map(words.say);
}

/** Help beside the field, with the id `hint` after `at`; undefined where there is nothing to say. */
export function renderHint(question: Question, words: Words, at = ''): Html | undefined {
  const said = lines(question, words);
  return said.length === 0 ? undefined : html`<div class="nhsuk-hint" id="${at}hint">${said.map(line => html`<p>${line}</p>`)}</div>`;
}

/** "Why we ask", folded. */
export function renderWhy(question: Question, words: Words): Html | undefined {
  if (question.why === undefined) return undefined;
  return html`<details class="nhsuk-details wm-why">
    <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${words.t('page.why')}</span></summary>
    <div class="nhsuk-details__text"><p>${words.say(question.why)}</p></div>
  </details>`;
}

/** Where to read more: pages of others, each in a tab of its own, so that nothing typed here is lost. */
export function renderLinks(question: Question, words: Words): Html | undefined {
  const links = linksOf(question);
  if (links.length === 0) return undefined;
  const link = ({ href, hostname }: URL): Html =>
    html`<li>
      <a href="${href}" target="_blank" rel="noopener noreferrer">${words.t('page.read-more', { site: { isolate: hostname } })}</a>
    </li>`;
  return html`<ul class="wm-read-more">${links.map(link)}</ul>`;
}
