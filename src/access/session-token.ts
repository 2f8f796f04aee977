// Who is signed in, as a signed text that travels in a cookie: nothing is stored, and nobody without the key can make or change one.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const payloadSchema = z.strictObject({ id: z.string().min(8), who: z.string().min(1).max(60), until: z.number().int() });

/** A signed-in member of staff: a random id for this session, the name they gave, and when it ends (milliseconds). */
export type Session = Readonly<z.infer<typeof payloadSchema>>;

/** The session as text: payload and HMAC-SHA-256, both base64url. */
export function sealSession(session: Session, key: Buffer): string {
  const payload = Buffer.from(JSON.stringify(session), 'utf8').toString('base64url');
  return `${payload}.${sign(payload, key)}`;
}

/** The session, if the text was made with this key and has not ended. */
export function openSession(text: string, key: Buffer, now: Date): Session | undefined {
  const [payload = '', given = ''] = text.split('.');
  if (!isSame(given, sign(payload, key))) return undefined;
  const { data } = payloadSchema.safeParse(parse(payload));
  return data !== undefined && data.until > now.getTime() ? data : undefined;
}

/** A token for the forms of one session: another site cannot know it. */
export function formTokenOf(session: Session, key: Buffer): string {
  return sign(`form:${session.id}`, key);
}

/** Compares two texts in a time that says nothing about where they differ. */
export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function sign(text: string, key: Buffer): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Only called on what our own key signed, so it is JSON; checked all the same. */
function parse(payload: string): unknown {
  const text = Buffer.from(payload, 'base64url').toString('utf8');
  return JSON.parse(text);
}
