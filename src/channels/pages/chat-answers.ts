// One moment of the conversation, one question at a time, as an answer to a request: a whole page, or what changed for the live script.
import { viewChat } from './chat-view.js';
import type { ChatView } from './chat-view.js';
import { sharedScreen } from './chat-visit.js';
import type { Visit } from './chat-visit.js';
import type { PageView, Spoken } from './conversing.js';
import { field } from './form-fields.js';
import { renderPage } from './layout.js';
import { localDate } from '../local-date.js';
import type { PageResponse } from './page.js';
import type { ShownHandOver } from './private-card.js';
import { publicAddress } from './public-address.js';
import type { Typed } from './read-typed.js';
import { respondLive, respondPage } from './respond.js';
import { forgetSession } from './session.js';
import { fitScreen } from './shared-screen.js';
import { standingOf } from './standing-card.js';

/** Where what a turn said is shown. `view`: it goes on with all questions on one page, after this one. */
export function chatAddress(activity: string, lang: string, view?: PageView): string {
  return `/chat?a=${encodeURIComponent(activity)}&lang=${lang}${view === undefined ? '' : '&view=step'}`;
}

/** The way over to the person's own phone, where a private question stands at a desk; made anew each time it is shown. */
async function wayOver({ parts, request, code }: Visit, { replies }: Spoken): Promise<ShownHandOver | undefined> {
  const standing = standingOf(replies);
  if (standing?.kind !== 'ask' || standing.question.variant !== 'private') return undefined;
  const given = await parts.handingOver.give(code);
  return given.state === 'given' ? { origin: publicAddress(parts, request), handOver: given.handOver } : undefined;
}

async function view(visit: Visit, spoken: Spoken, typed?: Typed): Promise<ChatView> {
  const { parts, code } = visit;
  const { content, entropy, clock } = parts;
  const shown = await wayOver(visit, spoken);
  const today = localDate(clock());
  return viewChat({ content, spoken, code, formId: entropy().slice(0, 20), typed, shown, today, view: visit.view });
}

/** The whole page. */
export async function wholePage(visit: Visit, spoken: Spoken, typed?: Typed): Promise<PageResponse> {
  const { words, title, main, hidden } = await view(visit, spoken, typed);
  const menu = spoken.erased
    ? ({ kind: 'links', path: '/' } as const)
    : ({ kind: 'form', hidden, ...(visit.view && { query: '&view=step' }) } as const);
  const extra = spoken.erased ? { cookies: [forgetSession(visit.request.secure)] } : {};
  return respondPage(renderPage(visit.parts, { words, title, main, menu, ...sharedScreen(visit, spoken) }), extra);
}

/** What changed. */
export async function liveParts(visit: Visit, spoken: Spoken, activity: string, typed?: Typed): Promise<PageResponse> {
  const url = spoken.erased ? '/' : chatAddress(activity, spoken.lang, visit.view);
  if (spoken.lang !== field(visit.request.form, 'lang')) return respondLive({ location: url });
  const { title, main: whole, announce } = await view(visit, spoken, typed);
  const main = fitScreen(whole, sharedScreen(visit, spoken).shared);
  const extra = spoken.erased ? { cookies: [forgetSession(visit.request.secure)] } : {};
  return respondLive({ main: main.toString(), title: `${title} – ${visit.parts.content.service.name}`, announce, url }, extra);
}
