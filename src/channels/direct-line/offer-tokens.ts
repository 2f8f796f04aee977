// tokens/generate and tokens/refresh: a token is given to a server that knows the secret, and renewed for whoever holds one in force.
import { callerOf } from './caller.js';
import type { CallerRules, LineRequest } from './caller.js';
import type { DirectLineParts } from './direct-line.js';
import { tokenBody } from './line-bodies.js';
import { lineFault } from './line-fault.js';
import type { LineFault, LineReply } from './line-fault.js';
import { TOKEN_SECONDS } from './token.js';

/** A token for a new conversation. On a page's own request (development only) it is bound to that page's origin. */
export async function generateToken(parts: DirectLineParts, request: LineRequest, body: unknown): Promise<LineReply> {
  const refused = await whyNotGenerate(request, parts);
  if (refused) return lineFault(refused);
  const read = tokenBody(body);
  const origins = read?.origins ?? (request.origin === undefined ? undefined : [request.origin]);
  if (read === undefined || !areKnown(origins ?? [], request, parts)) return lineFault('bad-request');
  const bound = { conversation: parts.entropy(), user: read.user ?? `dl_${parts.entropy()}`, ...(origins && { origins }) };
  return { status: 200, body: { conversationId: bound.conversation, token: await parts.tokens.issue(bound), expires_in: TOKEN_SECONDS } };
}

/** The same token for another half hour. */
export async function refreshToken(parts: DirectLineParts, request: LineRequest): Promise<LineReply> {
  const caller = await callerOf(request, parts);
  if (typeof caller === 'string') return lineFault(caller);
  if (caller.kind === 'server') return lineFault('bad-request');
  const { opened } = caller;
  if (!parts.tokens.isYoung(opened)) return lineFault('not-renewed');
  const token = await parts.tokens.issue(opened, 'token', opened.since);
  return { status: 200, body: { conversationId: opened.conversation, token, expires_in: TOKEN_SECONDS } };
}

/** A token bound to a page that may not speak to this server would serve nobody. */
function areKnown(origins: readonly string[], { origin, ownOrigin }: LineRequest, parts: CallerRules): boolean {
  return origins.every(one => one === origin || one === ownOrigin || parts.origins.includes(one));
}

/** A secret opens it; without one, only this very machine may, outside production. */
async function whyNotGenerate(request: LineRequest, rules: CallerRules): Promise<LineFault | undefined> {
  if (rules.secrets.length === 0) return request.local && !rules.production ? undefined : 'no-secret';
  const caller = await callerOf(request, rules);
  if (typeof caller === 'string') return caller;
  return caller.kind === 'server' ? undefined : 'invalid-token';
}
