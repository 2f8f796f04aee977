// What this turn said back: plain sentences, and a crisis apart from all else with the numbers to ring.
import type { Content } from '../../content/content.js';
import type { Phrase } from '../../content/languages/phrase.js';
import type { Notice } from '../../conversation/conversation.js';
import type { Reply } from '../../conversation/reply.js';
import { helplineList } from './helpline-list.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { renderNearCard } from './near-card.js';
import { interpreterAddress, wordsOf } from './words.js';
import type { Words } from './words.js';

type Say = Extract<Reply, { kind: 'say' }>;

/** Shown elsewhere on the page: the sample mark at the top, a recorded answer in the story, a pause on its card. */
const shownElsewhere: ReadonlySet<Notice['code']> = new Set(['welcome', 'recorded', 'paused']);

function statements(replies: readonly Reply[], tone: Say['tone']): readonly Say[] {
  return replies.filter(reply => reply.kind === 'say').filter(say => say.tone === tone);
}

function sentences(says: readonly Say[], words: Words): readonly string[] {
  return says.flatMap(say => say.phrases.map(words.say));
}

/** The sentences of every refusal among the replies; empty when everything was taken. */
export function refusals(replies: readonly Reply[], words: Words): readonly string[] {
  return statements(replies, 'refusal').map(say => sentences([say], words).join(' '));
}

/** Did this turn say `code`? */
export function says(replies: readonly Reply[], code: Notice['code']): boolean {
  return replies.some(reply => reply.kind === 'say' && reply.notice.code === code);
}

/**
 * What a screen reader is told at once. A refusal and the question are read because focus goes there; of a crisis only its heading is, so
 * its sentences are told, and so is what stands above a question, which focus passes by.
 */
export function announcement(replies: readonly Reply[], words: Words): string {
  const last = replies.at(-1);
  const above = last !== undefined && 'before' in last ? (last.before ?? []) : [];
  const said = [...statements(replies, 'crisis'), ...statements(replies, 'plain')];
  return [...sentences(said, words), ...above.map(words.say)].join(' ');
}

/** Helplines are shown as links from their ids, so the sentences that only repeat them are left out. */
function isHelplineSentence(phrase: Phrase): boolean {
  return 'product' in phrase && phrase.product.startsWith('helpline.');
}

function paragraphs(phrases: readonly Phrase[], words: Words): readonly Html[] {
  return phrases.map(phrase => html`<p>${words.say(phrase)}</p>`);
}

/** What is said in the language of the conversation; or in another, which leads to that language's page about an interpreter. */
function statement({ phrases, notice, match }: Say, content: Content, words: Words, today: string): readonly Html[] {
  const other = notice.code === 'language-unready' ? content.unready.get(notice.lang) : undefined;
  const whole = match && renderNearCard(match, words, { today, level: 2 });
  if (other === undefined) return [...paragraphs(phrases, words), ...(whole ? [whole] : [])];
  const own = wordsOf(content, other);
  const link = html`<p><a href="${interpreterAddress(own.lang)}">${own.t('page.languages.call')}</a></p>`;
  return [html`<div lang="${own.lang}" dir="${own.dir}">${paragraphs(phrases, own)}${link}</div>`];
}

/** The sentences and the helplines that answer danger told in these replies. */
export function crisisOf(
  replies: readonly Reply[],
): { readonly phrases: readonly Phrase[]; readonly helplines: readonly string[]; readonly closed: readonly string[] } | undefined {
  const crises = statements(replies, 'crisis');
  if (crises.length === 0) return undefined;
  const helplines = [...new Set(crises.flatMap(say => say.helplines ?? []))];
  const phrases = crises.flatMap(say => say.phrases).filter(phrase => helplines.length === 0 || !isHelplineSentence(phrase));
  return { phrases, helplines, closed: crises.flatMap(say => say.closed ?? []) };
}

/** The help that answers danger told in this turn; undefined when none was. Shown also when nothing could be saved. */
export function renderCrisis(replies: readonly Reply[], content: Content, words: Words): Html | undefined {
  const crisis = crisisOf(replies);
  if (crisis === undefined) return undefined;
  return html`<section class="wm-crisis" aria-labelledby="crisis">
    <h2 id="crisis" tabindex="-1" data-focus>${words.t('page.crisis.title')}</h2>
    ${paragraphs(crisis.phrases, words)}${helplineList(crisis, content.helplines, words)}
  </section>`;
}

/** Kept on screen after a red flag, when this turn says nothing of it. */
function standingHelp(words: Words): Html {
  return html`<aside class="wm-crisis wm-crisis--standing" aria-label="${words.t('page.crisis.title')}">
    <p>${words.t('page.crisis.standing')} <a href="/urgent?lang=${words.lang}">${words.t('page.crisis.more')}</a></p>
  </aside>`;
}

/** Everything said this turn but refusals, which stand beside their field. */
export function renderSaid(replies: readonly Reply[], flagged: boolean, content: Content, words: Words, today: string): Html {
  const crisis = renderCrisis(replies, content, words);
  const plain = statements(replies, 'plain').filter(say => !shownElsewhere.has(say.notice.code));
  return html`${crisis ?? (flagged && standingHelp(words))}
  ${plain.length > 0 && html`<div class="wm-said">${plain.flatMap(say => statement(say, content, words, today))}</div>`}`;
}
