// Staff sign-in without an identity provider: a link that works once and for fifteen minutes, printed where only the operator sees it.
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { formTokenOf, isSame, openSession, sealSession, type Session } from '../access/session-token.js';

const linkMinutes = 15;
const sessionHours = 8;
/** A new link can be asked for this often, so that nobody can flood the log (milliseconds). */
const linkPause = 60_000;

/** What becomes of a link that is followed. */
export type LinkState = 'good' | 'used' | 'expired' | 'unknown';

/** Sign-in as the pages use it. */
export interface SignIn {
  /** A new link: path and query, without the host. Good once, for fifteen minutes. */
  readonly link: () => string;
  /** Hands a new link to the operator, if none was in the last minute; false otherwise. */
  readonly announceLink: () => boolean;
  readonly stateOf: (token: string) => LinkState;
  /** Uses the link up. Gives the Set-Cookie lines of a session, one a staff room, or undefined where the link is not good. */
  readonly redeem: (token: string, who: string, secure: boolean) => readonly string[] | undefined;
  readonly sessionOf: (cookies: Readonly<Record<string, string>>, secure: boolean) => Session | undefined;
  /** Set-Cookie lines that end the session in this browser. */
  readonly signOut: (secure: boolean) => readonly string[];
  readonly formToken: (session: Session) => string;
  readonly isOwnForm: (session: Session, token: string) => boolean;
}

/** What sign-in is made of. `key`: 32 bytes; sessions outlive a restart as long as it stays. */
export interface SignInParts {
  readonly key: Buffer;
  readonly clock: () => Date;
  /** Prints a link for the operator. */
  readonly announce?: (link: string) => void;
}

interface Link {
  readonly until: number;
  used: boolean;
}

/** Makes sign-in. Links are kept in memory only, as hashes. */
export function createSignIn({ key, clock, announce }: SignInParts): SignIn {
  const signingKey = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'waymark staff sessions 1', 32));
  const links = new Map<string, Link>();
  let announcedAt = Number.NEGATIVE_INFINITY;

  const link = (): string => {
    const token = randomBytes(32).toString('base64url');
    links.set(hashOf(token), { until: clock().getTime() + linkMinutes * 60_000, used: false });
    return `/worklist/sign-in?link=${token}`;
  };
  const stateOf = (token: string): LinkState => {
    const found = links.get(hashOf(token));
    if (found === undefined) return 'unknown';
    if (found.used) return 'used';
    return found.until > clock().getTime() ? 'good' : 'expired';
  };
  const redeem = (token: string, who: string, secure: boolean): readonly string[] | undefined => {
    const found = links.get(hashOf(token));
    if (found === undefined || stateOf(token) !== 'good') return undefined;
    found.used = true;
    const session: Session = { id: randomBytes(16).toString('base64url'), who, until: clock().getTime() + sessionHours * 3_600_000 };
    return cookies(sealSession(session, signingKey), secure, sessionHours * 3_600);
  };
  const announceLink = (): boolean => {
    const now = clock().getTime();
    if (announce === undefined || now - announcedAt < linkPause) return false;
    announcedAt = now;
    announce(link());
    return true;
  };
  const sessionOf = (cookies: Readonly<Record<string, string>>, secure: boolean): Session | undefined => {
    const text = cookies[cookieName(secure)];
    return text === undefined ? undefined : openSession(text, signingKey, clock());
  };
  const formToken = (session: Session): string => formTokenOf(session, signingKey);
  const isOwnForm = (session: Session, token: string): boolean => isSame(token, formToken(session));
  return { link, announceLink, stateOf, redeem, sessionOf, signOut: secure => cookies('', secure, 0), formToken, isOwnForm };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function cookieName(secure: boolean): string {
  return secure ? '__Secure-waymark-staff' : 'waymark-staff';
}

/** Patients' pages, on the same host, are never sent it. */
const rooms = ['/worklist', '/desk'];

function cookies(value: string, secure: boolean, seconds: number): readonly string[] {
  const rest = `Max-Age=${String(seconds)}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return rooms.map(room => `${cookieName(secure)}=${value}; Path=${room}; ${rest}`);
}
