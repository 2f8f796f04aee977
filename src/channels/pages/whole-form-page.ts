// /chat?view=form: the conversation as one form. A save is one turn: what is right is recorded, what is wrong comes back with what was typed. Then it
// goes on here, or, where something else stands (danger is asked about, the answers are read through), with one thing at a time.
import type { Command } from '../../content/content.js';
import type { WholeForm } from '../../conversation/whole-form.js';
import { chatAddress, liveParts, wholePage } from './chat-answers.js';
import { interruption, sharedScreen } from './chat-visit.js';
import type { Visit } from './chat-visit.js';
import type { PageTurn, Spoken } from './conversing.js';
import { field } from './form-fields.js';
import { activityId } from './form-guard.js';
import { renderPage } from './layout.js';
import { localDate } from '../local-date.js';
import type { PageResponse } from './page.js';
import { readForm } from './read-form.js';
import { readWholeForm } from './read-whole-form.js';
import type { ReadWholeForm } from './read-whole-form.js';
import { respondLive, respondPage, respondSeeOther } from './respond.js';
import { renderCrisis } from './said.js';
import { conversationId } from './session.js';
import { fitScreen } from './shared-screen.js';
import { standingOf } from './standing-card.js';
import { keysOf, viewWholeForm } from './whole-form-view.js';

/** What is shown besides the questions. */
interface Shown {
  readonly sent?: ReadWholeForm;
  readonly saved: boolean;
  readonly came: ReadonlySet<number>;
}

/** Does it go on with one thing at a time: are the answers read through, or one of them changed from there? */
function formIn({ form, replies }: Spoken): WholeForm | undefined {
  if (form === undefined || form.changing !== undefined) return undefined;
  return standingOf(replies)?.kind === 'review' ? undefined : form;
}

/** `came`: places on the page, not names of questions, as an address is remembered by the browser; there as soon as something was saved. */
function formAddress(lang: string, activity: string, { saved, came }: Shown): string {
  return `/chat?lang=${lang}&view=form&a=${encodeURIComponent(activity)}${saved ? `&came=${[...came].join('.')}` : ''}`;
}

function view(visit: Visit, spoken: Spoken, form: WholeForm, shown: Shown): ReturnType<typeof viewWholeForm> {
  const { content, entropy, clock } = visit.parts;
  const today = localDate(clock());
  return viewWholeForm({ content, spoken, form, code: visit.code, formId: entropy().slice(0, 20), today, ...shown });
}

function formPage(visit: Visit, spoken: Spoken, form: WholeForm, shown: Shown): PageResponse {
  const { words, title, main, hidden } = view(visit, spoken, form, shown);
  const menu = { kind: 'form', hidden, query: '&view=form', within: 'whole' } as const;
  return respondPage(renderPage(visit.parts, { words, title, main, menu, ...sharedScreen(visit, spoken) }));
}

function liveForm(visit: Visit, spoken: Spoken, form: WholeForm, shown: Shown & { readonly activity: string }): PageResponse {
  const url = formAddress(spoken.lang, shown.activity, shown);
  if (spoken.lang !== field(visit.request.form, 'lang')) return respondLive({ location: url });
  const { title, main: whole, announce } = view(visit, spoken, form, shown);
  const main = fitScreen(whole, sharedScreen(visit, spoken).shared);
  return respondLive({ main: main.toString(), title: `${title} – ${visit.parts.content.service.name}`, announce, url });
}

function placesIn(query: string | undefined): ReadonlySet<number> {
  return new Set(
    (query ?? '')
      .split('.')
      .filter(place => /^\d{1,3}$/u.test(place))
      .map(Number),
  );
}

/** The form, or what stands in its place. */
export async function getWholeForm(visit: Visit): Promise<PageResponse> {
  const { parts, request, code, words } = visit;
  const spoken = await parts.conversing.show(conversationId(code), words.lang, request.query['a'], 'form');
  const shown = { saved: request.query['came'] !== undefined, came: placesIn(request.query['came']) };
  const interrupted = interruption(visit, spoken);
  if (interrupted !== undefined) return interrupted;
  return spoken.form === undefined ? wholePage(visit, spoken) : formPage(visit, spoken, spoken.form, shown);
}

/** Where a conversation goes on after a turn of another page whose next page is this one: the form, or one thing at a time. */
export function goOn(visit: Visit, spoken: Spoken, activity: string): PageResponse | Promise<PageResponse> {
  const isTold = spoken.erased || spoken.wayBack !== undefined;
  const form = isTold ? undefined : formIn(spoken);
  const shown: Shown = { saved: false, came: new Set() };
  if (visit.request.live) return form ? liveForm(visit, spoken, form, { ...shown, activity }) : liveParts(visit, spoken, activity);
  if (isTold) return wholePage(visit, spoken);
  return respondSeeOther(form ? `${formAddress(spoken.lang, activity, shown)}#now` : `${chatAddress(activity, spoken.lang, 'form')}#now`);
}

/** The last section whose open questions are passed over by the button that was pressed; -1: none. */
function upTo(pressed: string): number {
  const [, section] = /^save:(\d{1,3})$/u.exec(pressed) ?? [];
  return section === undefined ? -1 : Number(section);
}

type Ordered = Extract<PageTurn['said'], { readonly kind: 'command' }>;

/** A command pressed beside the form. */
function orderIn(visit: Visit): Ordered | undefined {
  const said = readForm({ do: field(visit.request.form, 'do'), key: '', kind: 'private' });
  return said.kind === 'command' ? said : undefined;
}

/** Whoever deletes everything need not mend a date first. */
const losing: ReadonlySet<Command> = new Set(['delete', 'restart', 'exit']);

interface Turned {
  readonly spoken: Spoken;
  readonly activity: string;
}

async function turn({ parts, request, code, words }: Visit, said: PageTurn['said']): Promise<Turned> {
  const activity = activityId(field(request.form, 'a'), said, code);
  const id = { conversationId: conversationId(code), activityId: activity, locale: words.lang };
  return { spoken: await parts.conversing.say({ ...id, said, goesOn: true, view: 'form' }), activity };
}

/** Saves what was filled in; shows where it stands where nothing was. */
async function save(visit: Visit, { answers }: ReadWholeForm): Promise<Turned> {
  if (answers.length > 0) return turn(visit, { kind: 'answers', answers, each: true });
  const { parts, code, words, request } = visit;
  const spoken = await parts.conversing.show(conversationId(code), words.lang, undefined, 'form');
  return { spoken, activity: activityId(field(request.form, 'a'), 'nothing', code) };
}

function isRefused({ replies }: Spoken): boolean {
  return replies.some(reply => reply.kind === 'say' && reply.tone === 'refusal');
}

/**
 * What came up since: questions that were not on the page that was sent. The next parts, where it said that more come, are no news: of those only
 * what stands before the end of that page counts.
 */
function cameUp({ request }: Visit, form: WholeForm, { typed }: ReadWholeForm): ReadonlySet<number> {
  const keys = keysOf(form);
  const end = field(request.form, 'more') === '' ? keys.length : keys.findLastIndex(key => typed.has(key));
  return new Set(keys.flatMap((key, place) => (typed.has(key) || place > end ? [] : [place])));
}

/** Something of it was wrong: it comes back with what was typed. */
function withErrors(visit: Visit, { spoken, activity }: Turned, form: WholeForm, sent: ReadWholeForm): PageResponse {
  const shown = { sent, saved: sent.answers.some(({ answer }) => answer !== ''), came: cameUp(visit, form, sent) };
  return visit.request.live ? liveForm(visit, spoken, form, { ...shown, activity }) : formPage(visit, spoken, form, shown);
}

function afterSaving(visit: Visit, { spoken, activity }: Turned, sent: ReadWholeForm): PageResponse | Promise<PageResponse> {
  const pressed = field(visit.request.form, 'do');
  const { form } = spoken;
  const isReview = form?.complete === true && upTo(pressed) >= 0;
  if (form === undefined || isReview || pressed === 'one') {
    const ahead = pressed === 'one' ? { ...visit, view: undefined } : visit;
    if (visit.request.live) return liveParts(ahead, spoken, activity);
    return spoken.erased ? wholePage(visit, spoken) : respondSeeOther(`${chatAddress(activity, spoken.lang, ahead.view)}#now`);
  }
  const came = cameUp(visit, form, sent);
  if (visit.request.live) return liveForm(visit, spoken, form, { activity, saved: true, came });
  return respondSeeOther(`${formAddress(spoken.lang, activity, { saved: true, came })}#now`);
}

/** A form that was sent. Danger told in it is answered before anything else that was pressed. */
export async function postWholeForm(visit: Visit): Promise<PageResponse> {
  const { request, parts, words } = visit;
  const order = orderIn(visit);
  const sent = readWholeForm(request.form, upTo(field(request.form, 'do')));
  const turned = await save(visit, sent);
  const { spoken } = turned;
  const interrupted = interruption(visit, spoken);
  if (interrupted !== undefined) return interrupted;
  // help for danger stands first and alone; what is open in the form is open when it comes back
  const inDanger = renderCrisis(spoken.replies, parts.content, words) !== undefined;
  if (inDanger) return afterSaving(visit, turned, sent);
  const isLosing = order !== undefined && losing.has(order.command);
  if (spoken.form && !isLosing && (isRefused(spoken) || sent.wrong.size > 0)) return withErrors(visit, turned, spoken.form, sent);
  return order ? obey(visit, order) : afterSaving(visit, turned, sent);
}

async function obey(visit: Visit, order: Ordered): Promise<PageResponse> {
  const { spoken, activity } = await turn(visit, order);
  return interruption(visit, spoken) ?? goOn(visit, spoken, activity);
}
