// Is a posted form ours? The Origin header must name this host, and a form inside a conversation carries a token only its page knew.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PageRequest } from './page.js';
import { field } from './form-fields.js';

/** The hidden token of every form of one conversation. */
export function formToken(code: string): string {
  return createHmac('sha256', code).update('form').digest('base64url').slice(0, 22);
}

/** Did this page's own host send the form? Browsers say `null` where a referrer is withheld; then only the token can tell. */
export function isSameOrigin(request: PageRequest): boolean {
  if (request.origin === undefined || request.origin === 'null') return true;
  return URL.canParse(request.origin) && new URL(request.origin).host === request.host;
}

/** May this form act on the conversation `code`? */
export function isOwnForm(request: PageRequest, code: string): boolean {
  const token = Buffer.from(field(request.form, 'token'));
  const expected = Buffer.from(formToken(code));
  return isSameOrigin(request) && token.length === expected.length && timingSafeEqual(token, expected);
}

/**
 * Name of the activity a form makes: the form's own id and a keyed digest of what it says. The same form sent twice counts once; an old
 * page sent again with another answer is another activity.
 */
export function activityId(formId: string, said: unknown, code: string): string {
  const digest = createHmac('sha256', code).update(formId).update(JSON.stringify(said)).digest('base64url').slice(0, 12);
  return `${formId.slice(0, 32)}.${digest}`;
}
