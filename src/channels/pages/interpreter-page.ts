// /interpreter: for a language that is not ready to carry a conversation: how to ring us and which English words to say, and a form that asks
// us to call with an interpreter.
import { createHmac } from 'node:crypto';
import type { Language } from '../../content/content.js';
import type { Reply } from '../../conversation/reply.js';
import { askForCall, faultIn } from './ask-for-call.js';
import type { CallAsked, CallWanted } from './ask-for-call.js';
import type { BothLanguages } from './both-languages.js';
import { chooseLanguage, wishUnready } from './choose-language.js';
import { field } from './form-fields.js';
import { renderAsking, renderOutcome } from './interpreter-view.js';
import type { CallFields } from './interpreter-view.js';
import { renderPage } from './layout.js';
import { beginVisit, isOwnVisit } from './own-visit.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { respondPage, respondSeeOther } from './respond.js';
import { makeCode, sessionCookie } from './session.js';
import { notOursPage } from './side-pages.js';
import { sourceLanguage, wordsIn, wordsOf } from './words.js';

interface Visit {
  readonly parts: PagesParts;
  readonly request: PageRequest;
  readonly language: Language;
  readonly both: BothLanguages;
}

const formIdPattern = /^[0-9a-f]{20}$/u;

function visitOf(parts: PagesParts, request: PageRequest): Visit | undefined {
  const language = wishUnready(parts.content, request);
  if (language === undefined) return undefined;
  return { parts, request, language, both: { own: wordsOf(parts.content, language), english: wordsIn(parts.content, sourceLanguage) } };
}

/** A language that is ready has a conversation; one that is not ours has the start page. */
function elsewhere(parts: PagesParts, request: PageRequest): PageResponse {
  return respondSeeOther(`/?lang=${chooseLanguage(parts.content, request)}`);
}

interface Shown {
  readonly formId: string;
  readonly fields: CallFields;
  readonly status?: number;
}

function formPage({ parts, request, language, both }: Visit, { formId, fields, status = 200 }: Shown): PageResponse {
  const visit = beginVisit(request, parts.entropy());
  const main = renderAsking({ content: parts.content, language, both, fields, formId, hidden: visit.hidden });
  const wrong = fields.name.faults.length + fields.phone.faults.length > 0 || fields.trouble === true;
  const heading = both.own.t('page.interpreter.title');
  const title = wrong ? `${both.own.t('page.error.label')}: ${heading}` : heading;
  const page = renderPage(parts, { words: both.own, title, main, menu: { kind: 'links', path: '/' } });
  return respondPage(page, { status, cookies: [visit.cookie] });
}

function getPage(parts: PagesParts, request: PageRequest): PageResponse {
  const visit = visitOf(parts, request);
  if (visit === undefined) return elsewhere(parts, request);
  const empty = { written: '', faults: [] };
  return formPage(visit, { formId: parts.entropy().slice(0, 20), fields: { name: empty, phone: empty } });
}

/** A request as it was posted, and what came of it. */
interface Posted {
  readonly formId: string;
  readonly code: string;
  readonly wanted: CallWanted;
  readonly asked: CallAsked;
}

function outcomePage({ parts, both }: Visit, replies: readonly Reply[], sent: boolean): PageResponse {
  const title = both.own.t(sent ? 'page.interpreter.sent' : 'page.ended.title');
  const main = renderOutcome(replies, parts.content, both);
  return respondPage(renderPage(parts, { words: both.own, title, main, menu: { kind: 'links', path: '/' } }));
}

/** The same words once more: with what is wrong with them, or that they could not be saved, and help for danger told in them. */
function answerPost(visit: Visit, { formId, code, wanted, asked }: Posted): PageResponse {
  const { parts, request } = visit;
  const { replies, spoken } = asked;
  const saved = spoken.state === 'ok';
  const last = replies.at(-1)?.kind;
  if (saved && (last === 'sent' || last === 'ended')) return outcomePage(visit, replies, last === 'sent');
  const said = (role: 'name' | 'phone') => ({
    written: wanted[role],
    faults: saved ? faultIn(role, wanted[role], asked, parts.content) : [],
  });
  const fields = { name: said('name'), phone: said('phone'), replies, trouble: !saved };
  const explained = !saved || fields.name.faults.length + fields.phone.faults.length > 0;
  if (explained) return formPage(visit, { formId, fields, status: saved ? 200 : 503 });
  // Something is asked that this page does not know of: the conversation goes on in English, with everything said so far.
  return respondSeeOther(`/chat?lang=${sourceLanguage}`, [sessionCookie(code, request.secure)]);
}

async function postPage(parts: PagesParts, request: PageRequest): Promise<PageResponse> {
  const visit = visitOf(parts, request);
  if (visit === undefined) return elsewhere(parts, request);
  const formId = field(request.form, 'a');
  if (!isOwnVisit(request) || !formIdPattern.test(formId)) return notOursPage(parts, visit.both.own);
  // Named after the visit and the form: the same form pressed twice asks in the same conversation, which sends once.
  const code = makeCode(createHmac('sha256', field(request.form, 'visit')).update(formId).digest('hex'));
  const wanted = { language: visit.language, name: field(request.form, 'name').trim(), phone: field(request.form, 'phone').trim() };
  const asked = await askForCall(parts.conversing, parts.content, wanted, { code, formId });
  return answerPost(visit, { formId, code, wanted, asked });
}

/** The addresses of a call with an interpreter. */
export function interpreterRoutes(parts: PagesParts): readonly PageRoute[] {
  return [
    { method: 'GET', path: '/interpreter', handle: request => Promise.resolve(getPage(parts, request)) },
    { method: 'POST', path: '/interpreter', handle: request => postPage(parts, request) },
  ];
}
