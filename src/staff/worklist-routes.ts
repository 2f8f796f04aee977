// The addresses of the worklist: the list, one referral, and what is done to it. Everything seen or done leaves an audit line.
import { auditLine } from '../audit/audit-line.js';
import type { Session } from '../access/session-token.js';
import { isSameOrigin } from '../channels/pages/form-guard.js';
import type { PageHandler, PageRequest, PageResponse, PageRoute } from '../channels/pages/page.js';
import type { Service } from '../content/journey/service-schema.js';
import { hasOpenFlags, type Change } from '../delivery/change-record.js';
import { keepChange } from '../delivery/keep-change.js';
import { readRecord, type OpenRecord } from '../delivery/read-record.js';
import type { ReferralStore } from '../storage/ports.js';
import { goTo, staffPage, type StaffParts } from './answer-staff.js';
import { message } from './layout.js';
import { letterOf } from './letter-route.js';
import { listPage, pageSize, type ListLine } from './list-page.js';
import { readChange, text } from './read-change.js';
import { markOpened } from './mark-opened.js';
import { referralPage, type ReferralView } from './referral-page.js';
import { needSignIn } from './sign-in-pages.js';

/** What the worklist needs. */
export interface WorklistParts extends StaffParts {
  readonly service: Pick<Service, 'name' | 'sample' | 'clinicalContact' | 'retention'>;
  readonly referrals: ReferralStore;
  readonly clock: () => Date;
}

type SignedIn = (request: PageRequest, session: Session) => Promise<PageResponse>;

/** The routes. */
export function createWorklistRoutes(parts: WorklistParts): readonly PageRoute[] {
  const signedIn =
    (handle: SignedIn): PageHandler =>
    async request => {
      const session = parts.signIn.sessionOf(request.cookies, request.secure);
      return session === undefined ? staffPage(parts, 'Sign in', needSignIn(), { status: 401 }) : handle(request, session);
    };
  return [
    { method: 'GET', path: '/worklist', handle: signedIn(async (request, session) => showList(parts, request, session)) },
    { method: 'GET', path: '/worklist/:reference', handle: signedIn(async (request, session) => showReferral(parts, request, session)) },
    {
      method: 'GET',
      path: '/worklist/:reference/letter',
      handle: signedIn(async (request, session) => showLetter(parts, request, session)),
    },
    { method: 'POST', path: '/worklist/:reference', handle: signedIn(async (request, session) => change(parts, request, session)) },
  ];
}

async function showList(parts: WorklistParts, request: PageRequest, session: Session): Promise<PageResponse> {
  const page = Math.max(1, Math.trunc(Number(request.query.page ?? '1')) || 1);
  const { total, records } = await parts.referrals.list({ offset: (page - 1) * pageSize, limit: pageSize });
  if (records.length === 0 && page > 1) return goTo('/worklist');
  const lines = await Promise.all(
    records.map(async ({ id, ...index }): Promise<ListLine> => {
      const stored = await parts.referrals.get(id);
      return { index, record: stored && readRecord(stored)?.record };
    }),
  );
  return staffPage(parts, 'Worklist', listPage({ lines, page, total, now: parts.clock() }), { session });
}

async function showReferral(parts: WorklistParts, request: PageRequest, session: Session): Promise<PageResponse> {
  const found = await find(parts, request);
  if (found === undefined) return notFound(parts, session);
  await parts.referrals.audit(auditLine('viewed', session.who, parts.clock(), found.id));
  const open = await markOpened(found, parts.referrals, session.who, parts.clock());
  const done = doneWords[request.query.done ?? ''];
  return view(parts, session, { open, ...(done === undefined ? {} : { done }) });
}

async function showLetter(parts: WorklistParts, request: PageRequest, session: Session): Promise<PageResponse> {
  const found = await find(parts, request);
  return found === undefined ? notFound(parts, session) : letterOf(parts, found, session);
}

const doneWords: Readonly<Record<string, string>> = {
  accept: 'You have accepted this referral.',
  note: 'Your note was added.',
  'close-flags': 'What was done about the red flags is kept.',
  close: 'The referral is closed.',
  reopen: 'The referral is open again.',
};

async function change(parts: WorklistParts, request: PageRequest, session: Session): Promise<PageResponse> {
  if (!isSameOrigin(request) || !parts.signIn.isOwnForm(session, text(request.form, 'token'))) return oldForm(parts, session);
  const open = await find(parts, request);
  if (open === undefined) return notFound(parts, session);
  const read = readChange(request.form);
  const note = text(request.form, 'note');
  if (read.kind === 'unknown') return oldForm(parts, session);
  if (read.kind === 'missing') return view(parts, session, { open, ...missingFrom(request.form, read.say), note }, 400);
  if (read.rev === open.rev && isRefused(open.record, read.change)) return view(parts, session, { open, closingRefused: true, note }, 409);
  if (read.rev !== open.rev || !(await keep(parts, open, read.change, session))) return stale(parts, request, session, note);
  return goTo(`/worklist/${open.index.reference}?done=${read.change.kind}`);
}

/** A referral is not closed round its red flags. */
function isRefused(record: OpenRecord['record'], what: Change): boolean {
  return what.kind === 'close' && hasOpenFlags(record);
}

/** What is missing is told beside the form it is missing from. */
function missingFrom(form: PageRequest['form'], say: string): Pick<ReferralView, 'missing' | 'flagFault'> {
  return text(form, 'do') === 'close-flags' ? { flagFault: { say, given: form } } : { missing: say };
}

/** Is it written? Not where somebody was quicker, or where there is nothing left to do. */
async function keep(parts: WorklistParts, open: OpenRecord, what: Change, session: Session): Promise<boolean> {
  return (await keepChange(parts, open, what, { name: session.who })) === 'saved';
}

async function stale(parts: WorklistParts, request: PageRequest, session: Session, note: string): Promise<PageResponse> {
  const open = await find(parts, request);
  return open === undefined ? notFound(parts, session) : view(parts, session, { open, stale: true, note }, 409);
}

async function view(
  parts: WorklistParts,
  session: Session,
  shown: Omit<ReferralView, 'audit' | 'token' | 'now' | 'duty'>,
  status = 200,
): Promise<PageResponse> {
  const audit = await parts.referrals.auditOf(shown.open.id);
  const page = referralPage({
    ...shown,
    audit,
    token: parts.signIn.formToken(session),
    now: parts.clock(),
    duty: parts.service.clinicalContact,
  });
  return staffPage(parts, `Referral ${shown.open.index.reference}`, page, { session, status });
}

/** A reference as typed or followed: any case, with or without its dash. */
async function find(parts: WorklistParts, request: PageRequest): Promise<OpenRecord | undefined> {
  const letters = (request.path.split('/')[2] ?? '').toUpperCase().replaceAll(/[^A-Z0-9]/gu, '');
  if (letters.length !== 8) return undefined;
  const stored = await parts.referrals.findByReference(`${letters.slice(0, 4)}-${letters.slice(4)}`);
  return stored && readRecord(stored);
}

function notFound(parts: WorklistParts, session: Session): PageResponse {
  const page = message('No such referral', ['Check the reference. It may also have been deleted because its time was over.']);
  return staffPage(parts, 'No such referral', page, { session, status: 404 });
}

function oldForm(parts: WorklistParts, session: Session): PageResponse {
  const page = message('This form is too old', ['Nothing was changed. Go back to the worklist, open the referral and try again.']);
  return staffPage(parts, 'This form is too old', page, { session, status: 403 });
}
