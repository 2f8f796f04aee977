// The addresses of the desk: the page, its results alone for the script, the flag for the duty clinician, and sending a leaflet.
import type { Session } from '../access/session-token.js';
import { dangerIn, lookForStaff } from '../channels/desk-look.js';
import { isSameOrigin } from '../channels/pages/form-guard.js';
import { html, type Html } from '../channels/pages/html.js';
import type { PageHandler, PageRequest, PageResponse, PageRoute } from '../channels/pages/page.js';
import { respondPage } from '../channels/pages/respond.js';
import { isKiosk } from '../channels/pages/kiosk-cookie.js';
import { readPutAway } from '../channels/pages/put-away.js';
import { sourceLanguage, wordsIn } from '../channels/pages/words.js';
import { staffPage } from './answer-staff.js';
import { askForDuty, dutyFlag, dutyPanel } from './desk-duty.js';
import { deskForm } from './desk-filters.js';
import { leafletLanguage } from './desk-leaflet.js';
import { deskPage } from './desk-page.js';
import type { DeskParts } from './desk-parts.js';
import { readDeskQuery, type DeskQuery } from '../directory/desk/desk-query.js';
import { deskResults } from './desk-results.js';
import type { DeskFound } from '../directory/desk/desk-search.js';
import { sendingOf, sendLeaflet, sendPage } from './desk-send.js';
import { deskStartWays, type StartWays } from './desk-start-ways.js';
import { deskTray } from './desk-tray.js';
import { message } from './layout.js';
import { text } from './read-change.js';
import { needSignIn } from './sign-in-pages.js';

type SignedIn = (request: PageRequest, session: Session) => PageResponse | Promise<PageResponse>;

/** The routes. */
export function createDeskRoutes(parts: DeskParts): readonly PageRoute[] {
  const signedIn =
    (handle: SignedIn, otherwise = askToSignIn): PageHandler =>
    async request => {
      const session = parts.signIn.sessionOf(request.cookies, request.secure);
      return session === undefined ? otherwise(parts) : handle(request, session);
    };
  /** Forms count only where this page made them for this session. */
  const ownForm = (handle: SignedIn, otherwise = askToSignIn): PageHandler =>
    signedIn((request, session) => {
      const own = isSameOrigin(request) && parts.signIn.isOwnForm(session, text(request.form, 'token'));
      return own ? handle(request, session) : oldForm(parts, session);
    }, otherwise);
  return [
    { method: 'GET', path: '/desk', handle: signedIn((request, session) => showDesk(parts, request, session)) },
    { method: 'GET', path: '/desk/results', handle: signedIn((request, session) => showResults(parts, request, session)) },
    { method: 'GET', path: '/desk/duty', handle: signedIn((_request, session) => showDuty(parts, session), showSteps) },
    { method: 'POST', path: '/desk/duty', handle: ownForm((request, session) => takeDuty(parts, request, session), showSteps) },
    { method: 'GET', path: '/desk/send', handle: signedIn((request, session) => showSend(parts, request, session)) },
    { method: 'POST', path: '/desk/send', handle: ownForm((request, session) => takeSend(parts, request, session)) },
  ];
}

function askToSignIn(parts: DeskParts): PageResponse {
  return staffPage(parts, 'Sign in', needSignIn(), { status: 401 });
}

const nothing: DeskFound = { idle: true, needs: [], shown: [], missed: [] };

function look({ directory, content, clock }: DeskParts, query: DeskQuery): DeskFound {
  const local = directory();
  return local === undefined ? nothing : lookForStaff(local, query, content, clock().toISOString().slice(0, 10));
}

/** Ways into the conversation, with what is known already. */
function startWays(
  { content, signIn }: DeskParts,
  request: PageRequest,
  session: Session,
  known: Pick<StartWays, 'lang' | 'needs' | 'services'>,
): Html {
  const putAway = readPutAway(request) !== undefined;
  return deskStartWays({ content, token: signIn.formToken(session), putAway, kiosk: isKiosk(request), ...known });
}

/** Results and leaflet, as the page and the script show them. */
function partsOf(parts: DeskParts, request: PageRequest, session: Session): { readonly results: Html; readonly tray: Html } {
  const { content, directory } = parts;
  const query = readDeskQuery(request.query);
  const found = look(parts, query);
  const words = wordsIn(content, sourceLanguage);
  const danger = dangerIn(query.text, content);
  const picked = query.leaflet.picks.flatMap(id => directory()?.service(id) ?? []);
  const lang = leafletLanguage(content, query);
  return {
    results: deskResults({ found, picks: query.leaflet.picks, danger, content, words }),
    tray: deskTray({
      leaflet: query.leaflet,
      picked,
      lang,
      content,
      startWays: startWays(parts, request, session, { lang, needs: found.needs, services: picked.map(({ id }) => id) }),
    }),
  };
}

/** Their address may hold words about a patient: no other page, of ours either, is told it. */
function withoutReferrer(response: PageResponse): PageResponse {
  return { ...response, headers: { ...response.headers, 'Referrer-Policy': 'no-referrer' } };
}

function showDesk(parts: DeskParts, request: PageRequest, session: Session): PageResponse {
  const query = readDeskQuery(request.query);
  const { content, service, signIn } = parts;
  const local = parts.directory();
  const main = deskPage({
    form: deskForm({ query, content, words: wordsIn(content, sourceLanguage) }),
    flag: dutyFlag(service.clinicalContact, signIn.formToken(session)),
    ...partsOf(parts, request, session),
    sample: local?.sample === true,
    empty: local === undefined,
  });
  return withoutReferrer(staffPage(parts, 'Desk', main, { session, script: parts.deskScript }));
}

function showResults(parts: DeskParts, request: PageRequest, session: Session): PageResponse {
  const { results, tray } = partsOf(parts, request, session);
  return withoutReferrer(respondPage(html`${results}${tray}`));
}

const back = html`<p><a href="/desk">Back to the desk</a></p>`;

function showDuty(parts: DeskParts, session: Session): PageResponse {
  const panel = dutyPanel(parts.service.clinicalContact, parts.signIn.formToken(session));
  return staffPage(parts, 'Get the duty clinician now', html`${panel}${back}`, { session });
}

/** What to do must not wait for signing in: the steps alone. */
function showSteps(parts: DeskParts): PageResponse {
  const signInFirst = html`<p>Nobody is told from here, as you are not signed in. <a href="/worklist">Sign in</a></p>`;
  const panel = dutyPanel(parts.service.clinicalContact, undefined);
  return staffPage(parts, 'Get the duty clinician now', html`${panel}${signInFirst}`, { status: 401 });
}

async function takeDuty(parts: DeskParts, request: PageRequest, session: Session): Promise<PageResponse> {
  const said = await askForDuty(parts, session);
  if (request.live) return respondPage(html`${said}`);
  const panel = dutyPanel(parts.service.clinicalContact, parts.signIn.formToken(session), said);
  return staffPage(parts, 'Get the duty clinician now', html`${panel}${back}`, { session });
}

function showSend(parts: DeskParts, request: PageRequest, session: Session): PageResponse {
  const page = sendPage(parts, sendingOf(parts, request.query), parts.signIn.formToken(session));
  return staffPage(parts, 'Send the leaflet', page, { session });
}

async function takeSend(parts: DeskParts, request: PageRequest, session: Session): Promise<PageResponse> {
  const { page, status } = await sendLeaflet(parts, session, request.form);
  return staffPage(parts, 'Send the leaflet', page, { session, status });
}

function oldForm(parts: DeskParts, session: Session): PageResponse {
  const page = message('This form is too old', ['Nothing was done. Go back to the desk and try again.'], back);
  return staffPage(parts, 'This form is too old', page, { session, status: 403 });
}
