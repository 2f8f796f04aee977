// The addresses for signing in and out. A link is used up by a form, not by being opened, so that a mail scanner or a preview cannot use it.
import { auditLine } from '../audit/audit-line.js';
import { isSameOrigin } from '../channels/pages/form-guard.js';
import type { PageHandler, PageRequest, PageResponse, PageRoute } from '../channels/pages/page.js';
import { forgetPutAway } from '../channels/pages/put-away.js';
import { forgetSession } from '../channels/pages/session.js';
import type { ReferralStore } from '../storage/ports.js';
import { goTo, staffPage, type StaffParts } from './answer-staff.js';
import { text } from './read-change.js';
import { badLink, giveName, needSignIn } from './sign-in-pages.js';

/** What signing in needs besides the pages' parts. */
export interface SignInRouteParts extends StaffParts {
  readonly referrals: Pick<ReferralStore, 'audit'>;
  readonly clock: () => Date;
}

/** The routes. */
export function createSignInRoutes(parts: SignInRouteParts): readonly PageRoute[] {
  const show: PageHandler = request => Promise.resolve(linkPage(parts, request.query.link ?? ''));
  const enter: PageHandler = async request => (isSameOrigin(request) ? signInWith(parts, request) : goTo('/worklist'));
  const newLink: PageHandler = request => {
    const sent = isSameOrigin(request) && parts.signIn.announceLink();
    return Promise.resolve(staffPage(parts, 'Sign in', needSignIn(sent ? 'sent' : 'too-soon')));
  };
  const leave: PageHandler = request => {
    const session = parts.signIn.sessionOf(request.cookies, request.secure);
    const own = session !== undefined && parts.signIn.isOwnForm(session, text(request.form, 'token'));
    return Promise.resolve(goTo('/worklist', own ? leaving(parts, request) : []));
  };
  return [
    { method: 'GET', path: '/worklist/sign-in', handle: show },
    { method: 'POST', path: '/worklist/sign-in', handle: enter },
    { method: 'POST', path: '/worklist/sign-in/new', handle: newLink },
    { method: 'POST', path: '/worklist/sign-out', handle: leave },
  ];
}

/** Nothing of a patient who was at the desk stays with the browser either. */
function leaving({ signIn }: SignInRouteParts, { secure }: PageRequest): readonly string[] {
  return [...signIn.signOut(secure), forgetSession(secure), forgetPutAway(secure)];
}

function linkPage(parts: SignInRouteParts, link: string, nameMissing = false): PageResponse {
  const state = parts.signIn.stateOf(link);
  if (state !== 'good') return staffPage(parts, 'Sign in', badLink(state), { status: state === 'unknown' ? 404 : 410 });
  return staffPage(parts, 'Sign in', giveName(link, nameMissing), { status: nameMissing ? 400 : 200 });
}

async function signInWith(parts: SignInRouteParts, request: PageRequest): Promise<PageResponse> {
  const link = text(request.form, 'link');
  const who = text(request.form, 'who').replaceAll(/\s+/gu, ' ');
  if (who === '' || who.length > 60) return linkPage(parts, link, true);
  const cookies = parts.signIn.redeem(link, who, request.secure);
  if (cookies === undefined) return linkPage(parts, link);
  await parts.referrals.audit(auditLine('signed-in', who, parts.clock()));
  return goTo('/worklist', cookies);
}
