// All questions on one page: what was said, what is wrong, what came up, the parts of the journey with their questions, and the ways on.
import type { Content } from '../../content/content.js';
import type { Notice } from '../../conversation/conversation.js';
import type { Reply } from '../../conversation/reply.js';
import type { WholeForm, WholeFormQuestion, WholeFormSection } from '../../conversation/whole-form.js';
import { hiddenFields, waysList, whoWrites } from './chat-view.js';
import type { ChatView } from './chat-view.js';
import type { Spoken } from './conversing.js';
import { heading } from './heading.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { ReadWholeForm } from './read-whole-form.js';
import { announcement, renderCrisis, renderSaid } from './said.js';
import { finishForm } from './shared-screen.js';
import { errorsOf } from './whole-form-errors.js';
import { nameOfPlace, renderFormQuestion } from './whole-form-question.js';
import { wordsIn } from './words.js';
import type { Words } from './words.js';

export interface WholeFormParts {
  readonly content: Content;
  readonly spoken: Spoken;
  readonly form: WholeForm;
  readonly code: string;
  /** Names the form of this page: 16 or more random characters. */
  readonly formId: string;
  /** ISO date. */
  readonly today: string;
  /** What was just sent, where it was. */
  readonly sent?: ReadWholeForm | undefined;
  /** Something was saved just now. */
  readonly saved: boolean;
  /** Places of the questions that came up since. */
  readonly came: ReadonlySet<number>;
}

/** A question with its place in the whole form. */
interface Placed {
  readonly line: WholeFormQuestion;
  readonly place: number;
  readonly section: number;
}

function isQuestion(line: WholeFormSection['lines'][number]): line is WholeFormQuestion {
  return line.kind === 'question';
}

function placed({ sections }: WholeForm): readonly Placed[] {
  const all = sections.flatMap(({ lines }, section) => lines.filter(isQuestion).map(line => ({ line, section })));
  return all.map((one, place) => ({ ...one, place }));
}

/** Keys of the questions in the order of the page. */
export function keysOf(form: WholeForm): readonly string[] {
  return placed(form).map(({ line }) => line.question.key);
}

interface Scene extends WholeFormParts {
  readonly words: Words;
  readonly all: readonly Placed[];
  readonly errors: ReadonlyMap<string, string>;
}

function link({ line, place }: Placed, text: string): Html {
  const at = nameOfPlace(place);
  return html`<li><a href="#${line.question.variant === 'private' ? `${at}skip` : `${at}answer`}">${text}</a></li>`;
}

/** What is wrong, each linked to its field; and that the rest is saved. */
function errorSummary({ errors, all, words, saved }: Scene): Html | undefined {
  if (errors.size === 0) return undefined;
  const lines = all.flatMap(one => {
    const error = errors.get(one.line.question.key);
    if (error === undefined) return [];
    return [link(one, words.t('notice.readback', { label: one.line.label, answer: { verbatim: error } }))];
  });
  const general = errors.get('');
  return html`<div class="nhsuk-error-summary" id="now" role="alert" tabindex="-1" data-focus>
    <h2 class="nhsuk-error-summary__title">${words.t('page.error.title')}</h2>
    ${general !== undefined && html`<p>${general}</p>`}
    <ul class="nhsuk-list nhsuk-error-summary__list">
      ${lines}
    </ul>
    ${saved && html`<p>${words.t('page.form.rest-saved')}</p>`}
  </div>`;
}

/** That it is saved, and which questions came up since. */
function news({ all, came, words, saved, errors }: Scene, now: boolean): Html | undefined {
  const fresh = all.filter(({ place }) => came.has(place));
  const told = saved && errors.size === 0;
  if (!told && fresh.length === 0) return undefined;
  const more = html`<p>${words.t('page.form.came', { count: fresh.length })}</p>
    <ul class="nhsuk-list">
      ${fresh.map(one => link(one, words.say(one.line.label)))}
    </ul>`;
  return html`<div class="nhsuk-inset-text wm-news"${now && html` id="now" tabindex="-1" data-focus`}>
    ${told && html`<p>${words.t('page.form.saved')}</p>`}
    ${fresh.length > 0 && more}
  </div>`;
}

/** Every part: those on the page as links, those that come later as words. */
function partsList({ form, words }: Scene): Html | undefined {
  const { sections, later } = form;
  const titled = sections.flatMap(({ title }, place) => (title ? [{ title, place }] : []));
  if (titled.length + later.length < 2) return undefined;
  const line = ({ title, place }: (typeof titled)[number]): Html => html`<li><a href="#part-${place}">${words.say(title)}</a></li>`;
  return html`<nav class="wm-parts" aria-label="${words.t('page.form.parts')}">
      <details class="nhsuk-details">
        <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${words.t('page.form.parts')}</span></summary>
        <ul class="nhsuk-list">
          ${titled.map(line)}
        </ul>
      </details>
    </nav>
    ${later.length > 0 && html`<p>${words.t('page.form.later', { parts: { list: later } })}</p>`}`;
}

/** Where the page opens: the first section in which something is open. */
function openSection({ form }: Scene): number {
  return form.sections.findIndex(({ lines }) => lines.some(line => isQuestion(line) && !line.settled));
}

function renderLine(scene: Scene, section: number, line: WholeFormSection['lines'][number]): Html {
  const { words, content, today, all, errors, sent, form } = scene;
  if (line.kind === 'told') return html`<p class="wm-before">${words.say(line.phrase)}</p>`;
  const { key } = line.question;
  const error = errors.get(key);
  const at = nameOfPlace(all.find(one => one.line === line)?.place ?? 0);
  const typed = error === undefined ? undefined : sent?.typed.get(key);
  return renderFormQuestion(line, { at, section, gate: form.sections[section]?.gate === true, words, content, today, error, typed });
}

function saveButton({ form, words }: Scene, section: number): Html {
  const isLast = section === form.sections.length - 1 && form.later.length === 0;
  const last = form.sends ? 'button.send' : 'page.form.check';
  const text = words.t(isLast ? last : 'page.form.save');
  const call = html`<button class="nhsuk-button nhsuk-button--secondary" name="do" value="call-me">${words.t('button.call-me')}</button>`;
  return html`<div class="wm-buttons"><button class="nhsuk-button" name="do" value="save:${section}">${text}</button>${section === 0 && !form.sends && call}</div>`;
}

function renderSection(scene: Scene, { title, lines }: WholeFormSection, section: number, now: boolean): Html {
  const { words } = scene;
  const focus = now ? ' data-focus' : '';
  const name = `part-${String(section)}`;
  return html`<section class="wm-card wm-part"${now && html` id="now"`} ${title && html` aria-labelledby="${name}"`}>
    ${title && heading(2, 'wm-part__title', words.say(title), ` id="${name}" tabindex="-1"${focus}`)}
    ${lines.map(line => renderLine(scene, section, line))} ${saveButton(scene, section)}
  </section>`;
}

const ways = ['person', 'pause', 'restart', 'delete'] as const;

/** Enter in a field saves, and passes nothing over. */
const onEnter = html`<button class="wm-on-enter" name="do" value="save" tabindex="-1" aria-hidden="true"></button>`;

function renderForm(scene: Scene, hidden: Html, now: number): Html {
  const { form, words } = scene;
  return html`<form id="whole" class="wm-whole" method="post" action="/chat" novalidate data-live>
    ${hidden}<input type="hidden" name="whole" value="1">${form.later.length > 0 && html`<input type="hidden" name="more" value="1">`}${onEnter}
    ${form.sections.map((section, place) => renderSection(scene, section, place, place === now))}
    <button class="wm-link" name="do" value="one">${words.t('page.form.one')}</button>
    <div class="wm-ways">${waysList(
      words,
      ways.map(way => [way, words.t(`page.ways.${way}`)] as const),
    )}</div>
  </form>`;
}

/** Said beside its question, or seen in it. */
const shownThere: ReadonlySet<Notice['code']> = new Set(['recorded', 'changed', 'skipped', 'proposed', 'not-asked', 'changing', 'back']);

/** What is told above the form. */
function toldAbove(replies: readonly Reply[]): readonly Reply[] {
  return replies.filter(reply => reply.kind === 'say' && !shownThere.has(reply.notice.code));
}

/** What the page opens at: help for danger, what is wrong, what came up, the next part, or its beginning. */
type Opening = 'danger' | 'wrong' | 'news' | 'next' | 'top';

function openingOf({ spoken, content, words, errors, came, saved }: Scene): Opening {
  if (renderCrisis(spoken.replies, content, words) !== undefined) return 'danger';
  if (errors.size > 0) return 'wrong';
  if (came.size > 0) return 'news';
  return saved ? 'next' : 'top';
}

/** What a screen reader is told besides what was said. */
function announced({ saved, came, words }: Scene, opening: Opening): readonly string[] {
  const isSaved = saved && opening !== 'wrong';
  return [
    ...(isSaved ? [words.t('page.form.saved')] : []),
    ...(opening === 'news' ? [words.t('page.form.came', { count: came.size })] : []),
  ];
}

function renderMain(scene: Scene, opening: Opening, above: readonly Reply[], hidden: Html): Html {
  const { spoken, content, words, today } = scene;
  const now = opening === 'next' ? openSection(scene) : -1;
  const focus = now < 0 ? ' data-focus' : '';
  return html`${whoWrites(spoken, false, words)}
    ${opening === 'danger' && html`<span id="now"></span>`}${renderSaid(above, spoken.flagged, content, words, today)}${errorSummary(scene)}
    ${heading(1, 'wm-question', words.t('page.form.title'), ` id="question" tabindex="-1"${focus}`)}
    ${news(scene, opening === 'news')}
    <p>${words.t('page.form.intro')}</p>
    ${partsList(scene)}${renderForm(scene, hidden, now)}
    ${spoken.by && finishForm('/chat/finish', words, hidden)}`;
}

/** The page, opened where there is something to do. */
export function viewWholeForm(parts: WholeFormParts): ChatView {
  const { content, spoken, form, code, formId } = parts;
  const words = wordsIn(content, spoken.lang);
  const errors = errorsOf(spoken.replies, parts.sent, words);
  const scene: Scene = { ...parts, words, all: placed(form), errors };
  const hidden = hiddenFields({ code, formId, lang: words.lang, view: 'form' });
  const opening = openingOf(scene);
  const above = toldAbove(spoken.replies);
  const name = words.t('page.form.title');
  const title = opening === 'wrong' ? `${words.t('page.error.label')}: ${name}` : name;
  const announce = [announcement(above, words), ...announced(scene, opening)].filter(text => text !== '').join(' ');
  return { words, title, main: renderMain(scene, opening, above, hidden), announce, hidden };
}
