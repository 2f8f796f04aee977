// The addresses of the desk that lead into the conversation. Staff who are signed in choose; who they are goes to the audit trail and nowhere
// else.
import { auditLine, type AuditedAction } from '../audit/audit-line.js';
import type { Session } from '../access/session-token.js';
import { begunWith, handOverAsStaff } from '../channels/hand-over-as-staff.js';
import type { Begun, HandingOver } from '../channels/pages/handing-over.js';
import { fields } from '../channels/pages/form-fields.js';
import { isSameOrigin } from '../channels/pages/form-guard.js';
import { beginKiosk, endKiosk } from '../channels/pages/kiosk-cookie.js';
import type { PageHandler, PageRequest, PageResponse, PageRoute } from '../channels/pages/page.js';
import { publicAddress } from '../channels/pages/public-address.js';
import { forgetPutAway, readPutAway } from '../channels/pages/put-away.js';
import { forgetSession, sessionCookie } from '../channels/pages/session.js';
import { wordsIn } from '../channels/pages/words.js';
import type { Content } from '../content/content.js';
import type { ReferralStore } from '../storage/ports.js';
import { goTo, staffPage, type StaffParts } from './answer-staff.js';
import { handOverPage } from './hand-over-page.js';
import { message } from './layout.js';
import { text } from './read-change.js';
import { needSignIn } from './sign-in-pages.js';

/** What the ways from the desk need. */
export interface HandOverParts extends StaffParts {
  readonly content: Content;
  readonly handingOver: Pick<HandingOver, 'prepare' | 'beginWithStaff' | 'takeUp'>;
  readonly referrals: Pick<ReferralStore, 'audit'>;
  readonly clock: () => Date;
  /** Where the pages are, without a slash at the end, if that is known. */
  readonly publicUrl?: string | undefined;
}

type Act = (parts: HandOverParts, request: PageRequest, session: Session) => Promise<PageResponse>;

function readBegun({ form }: PageRequest, content: Content): Begun {
  return begunWith({ lang: text(form, 'lang'), needs: fields(form, 'need'), services: fields(form, 'service') }, content);
}

function keep(parts: HandOverParts, did: AuditedAction, { who }: Session, record?: string): Promise<void> {
  return parts.referrals.audit(auditLine(did, who, parts.clock(), record));
}

const handOver: Act = async (parts, request, session) => {
  const begun = readBegun(request, parts.content);
  const given = await handOverAsStaff(session.who, begun, parts);
  const words = wordsIn(parts.content, begun.lang);
  const page = handOverPage({ handOver: given, origin: publicAddress(parts, request), words });
  return staffPage(parts, 'Hand over', page, { session });
};

const start: Act = async (parts, request, session) => {
  const begun = readBegun(request, parts.content);
  const began = await parts.handingOver.beginWithStaff(begun);
  await keep(parts, 'began-with-patient', session, began.referralId);
  return goTo(`/chat?lang=${begun.lang}`, [sessionCookie(began.session, request.secure), forgetPutAway(request.secure)]);
};

const goOn: Act = async (parts, request) => {
  const code = readPutAway(request);
  if (code === undefined) return goTo('/desk');
  await parts.handingOver.takeUp(code);
  return goTo('/chat', [sessionCookie(code, request.secure), forgetPutAway(request.secure)]);
};

const openKiosk: Act = async (parts, request, session) => {
  await keep(parts, 'began-waiting-room-screen', session);
  const { secure } = request;
  return goTo('/kiosk', [beginKiosk(secure), ...parts.signIn.signOut(secure), forgetSession(secure), forgetPutAway(secure)]);
};

const closeKiosk: Act = async (parts, request, session) => {
  await keep(parts, 'ended-waiting-room-screen', session);
  return goTo('/desk', [endKiosk(request.secure), forgetSession(request.secure)]);
};

/** The routes. */
export function createHandOverRoutes(parts: HandOverParts): readonly PageRoute[] {
  const guarded =
    (act: Act): PageHandler =>
    async request => {
      const session = parts.signIn.sessionOf(request.cookies, request.secure);
      if (session === undefined) return staffPage(parts, 'Sign in', needSignIn(), { status: 401 });
      const own = isSameOrigin(request) && parts.signIn.isOwnForm(session, text(request.form, 'token'));
      return own ? act(parts, request, session) : oldForm(parts, session);
    };
  const acts: readonly (readonly [string, Act])[] = [
    ['/desk/hand-over', handOver],
    ['/desk/start', start],
    ['/desk/go-on', goOn],
    ['/desk/kiosk', openKiosk],
    ['/desk/kiosk/end', closeKiosk],
  ];
  return acts.map(([path, act]) => ({ method: 'POST', path, handle: guarded(act) }));
}

function oldForm(parts: HandOverParts, session: Session): PageResponse {
  const page = message('This form is too old', ['Nothing was started. Go back to the desk and try again.']);
  return staffPage(parts, 'This form is too old', page, { session, status: 403 });
}
