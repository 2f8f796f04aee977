// Whom a person can ring, text or read, as links that work on a telephone.
import type { Helpline } from '../../content/journey/service-schema.js';
import { html } from './html.js';
import type { Html, Part } from './html.js';
import type { Words } from './words.js';

function textOf(line: Helpline, field: 'name' | 'hours', words: Words): string | undefined {
  const phrase = { file: 'helplines', id: line.id, field };
  return words.has(phrase) ? words.say(phrase) : undefined;
}

function hoursOf(line: Helpline, isClosed: boolean | undefined, words: Words): Part {
  if (line.contact === 'web') return undefined;
  const free = line.free && words.t('helpline.free');
  const openness = isClosed !== undefined && line.hours !== '24/7' && words.t(isClosed ? 'helpline.closed-now' : 'helpline.open-now');
  const said = [openness, textOf(line, 'hours', words), free].filter(sentence => typeof sentence === 'string');
  // No full stop of ours: each script has its own.
  return html`<span class="wm-line__hours">${said.map(sentence => sentence.replace(/[.。।۔]$/u, '')).join(' · ')}</span>`;
}

function contactOf(line: Helpline, words: Words): Html {
  if (line.number !== undefined && line.contact !== 'web') {
    const scheme = line.contact === 'text' ? 'sms' : 'tel';
    const verb = line.contact === 'text' ? words.t('page.helpline.text') : words.t('page.helpline.call');
    return html`<a class="wm-line__number" href="${scheme}:${line.number.replace(/\s/gu, '')}">${verb} <bdi dir="ltr">${line.number}</bdi></a>`;
  }
  const url = line.url ?? '';
  return html`<a class="wm-line__number" href="${url}" rel="noreferrer"><bdi dir="ltr">${url.replace(/^https?:\/\/(www\.)?/u, '').replace(/\/$/u, '')}</bdi></a>`;
}

function oneLine(line: Helpline, isClosed: boolean | undefined, words: Words): Html {
  const name = textOf(line, 'name', words) ?? line.name;
  return html`<li class="wm-line"><span class="wm-line__name">${name}</span> ${contactOf(line, words)} ${hoursOf(line, isClosed, words)}</li>`;
}

/** Helplines to show, in this order, and those of them that are closed now (absent: a page that does not know the time). */
export interface ShownLines {
  readonly helplines: readonly string[];
  readonly closed?: readonly string[];
}

/** These helplines, in this order; an id nobody knows is left out. */
export function helplineList({ helplines, closed }: ShownLines, known: ReadonlyMap<string, Helpline>, words: Words): Html | undefined {
  const lines = helplines.map(id => known.get(id)).filter(line => line !== undefined);
  return lines.length === 0
    ? undefined
    : html`<ul class="wm-lines">
        ${lines.map(line => oneLine(line, closed?.includes(line.id), words))}
      </ul>`;
}
