// Direct Line tokens: JSON Web Tokens signed here (HS256), bound to one conversation, one user and, where it was asked for, to the pages they
// may be used on. Clients read `user` out of them, as Microsoft's own do.
import { hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Seconds a token lasts; refreshed in time it may be renewed until the conversation is so old. Microsoft's tokens last as long. */
export const TOKEN_SECONDS = 1800;
/** The longest a token can be renewed, in seconds: as long as a conversation that nobody goes on with. */
const RENEWED_SECONDS = 24 * 60 * 60;
/** Seconds within which a stream must be opened with the address that names it. */
const STREAM_SECONDS = 120;

const issuer = 'waymark';

/** What a token is bound to. */
export interface Bound {
  readonly conversation: string;
  /** Begins with `dl_`, given by a server. */
  readonly user: string;
  /** Origins of the pages that may use it; absent: any that may speak to this server at all. */
  readonly origins?: readonly string[];
}

/** An opened token. `since`: seconds since 1970 at which the first of its line was issued. */
export interface Opened extends Bound {
  readonly since: number;
}

/** `token`: for requests. `stream`: opens one socket. `page`: gets a page of ours that is loaded again a new token. */
export type Purpose = 'token' | 'stream' | 'page';

const lasting: Readonly<Record<Purpose, number>> = { token: TOKEN_SECONDS, stream: STREAM_SECONDS, page: RENEWED_SECONDS };

export interface LineTokens {
  readonly issue: (bound: Bound, purpose?: Purpose, since?: number) => Promise<string>;
  /** What it is bound to, or why not. */
  readonly open: (token: string, purpose?: Purpose) => Promise<Opened | 'expired' | 'invalid'>;
  /** May it be renewed once more? */
  readonly isYoung: (opened: Opened) => boolean;
}

const claims = z.object({
  conv: z.string().min(1),
  user: z.string().min(1),
  origins: z.array(z.string()).optional(),
  since: z.number(),
});

/** Tokens under a key derived from `key`. `clock`: the time now. */
export function createLineTokens(key: Buffer, clock: () => Date): LineTokens {
  const secret = new Uint8Array(hkdfSync('sha256', key, Buffer.alloc(0), 'waymark direct line tokens 1', 32));
  const now = (): number => Math.floor(clock().getTime() / 1000);
  return {
    issue: ({ conversation, user, origins }, purpose = 'token', since = now()) =>
      new SignJWT({ conv: conversation, user, ...(origins && { origins }), since })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(purpose)
        .setIssuedAt(now())
        .setExpirationTime(now() + lasting[purpose])
        .sign(secret),
    open: async (token, purpose = 'token') => {
      const rules = { issuer, audience: purpose, algorithms: ['HS256'], currentDate: clock() };
      const read = await jwtVerify(token, secret, rules).catch((fault: unknown) => fault);
      if (read instanceof errors.JWTExpired) return 'expired';
      const parsed = claims.safeParse(isVerified(read) ? read.payload : undefined);
      if (!parsed.success) return 'invalid';
      const { conv, user, origins, since } = parsed.data;
      return { conversation: conv, user, since, ...(origins && { origins }) };
    },
    isYoung: ({ since }) => now() - since < RENEWED_SECONDS,
  };
}

function isVerified(read: unknown): read is { readonly payload: unknown } {
  return typeof read === 'object' && read !== null && 'payload' in read && !(read instanceof Error);
}
