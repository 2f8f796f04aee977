// The reference a person reads out and the six-digit code shown with it: both worked out from the conversation's random id, so that they
// are the same however often the turn is worded.
import { createHash } from 'node:crypto';
import { toAsciiDigits } from '../text/digits.js';

/** No I, L, O, U, 0, 1, nor S beside 5, B beside 8, Z beside 2: nothing that is misheard or misread. */
const alphabet = '23456789ACDEFGHJKMNPQRTVWXY';
const letters = 8;
const writtenInIt = new RegExp(`^[${alphabet}]*$`, 'u');

function digest(conversationId: string, episode: number, purpose: string): Buffer {
  return createHash('sha256')
    .update(`${conversationId}:${String(episode)}:${purpose}`)
    .digest();
}

/**
 * The referral's id: 32 hexadecimal digits, the same for every retry of one episode. One-way: it stands in log lines and staff addresses,
 * and from the conversation's own id one could work out the patient's code.
 */
export function makeReferralId(conversationId: string, episode: number): string {
  return digest(conversationId, episode, 'referral').toString('hex').slice(0, 32);
}

/** The id of the short referral for the `count`th call asked for. */
export function makeCallId(conversationId: string, episode: number, count: number): string {
  return digest(conversationId, episode, `call-${String(count)}`)
    .toString('hex')
    .slice(0, 32);
}

/** Its reference. */
export function makeCallReference(conversationId: string, episode: number, count: number): string {
  return spell(digest(conversationId, episode, `call-reference-${String(count)}`));
}

/** A reference for what was added to a referral that is not kept any more, where its own is not known. */
export function makeLostReference(referralId: string): string {
  return spell(createHash('sha256').update(`${referralId}:lost`).digest());
}

/** Names what one turn adds to a referral, so that it is added once. */
export function makeAdditionId(referralId: string, turnId: string): string {
  return createHash('sha256').update(`${referralId}:${turnId}`).digest('hex').slice(0, 32);
}

/** Names what an episode's unmet needs are counted under: once, and leading back to nobody. */
export function makeUnmetId(conversationId: string, episode: number): string {
  return digest(conversationId, episode, 'unmet').toString('hex').slice(0, 32);
}

/** Eight characters as `XXXX-XXXX` (27^8, about 2.8e11). */
export function makeReference(conversationId: string, episode: number): string {
  return spell(digest(conversationId, episode, 'reference'));
}

function spell(bytes: Buffer): string {
  let number = bytes.readBigUInt64BE();
  let text = '';
  const base = BigInt(alphabet.length);
  for (let i = 0; i < letters; i += 1) {
    text += alphabet.charAt(Number(number % base));
    number /= base;
  }
  return `${text.slice(0, letters / 2)}-${text.slice(letters / 2)}`;
}

/** A reference as a person types it: any case, with or without its dash, digits of any script; undefined when it cannot be one. */
export function parseReference(typed: string): string | undefined {
  const folded = toAsciiDigits(typed.slice(0, 60).normalize('NFKC'))
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '');
  if (folded.length !== letters || !writtenInIt.test(folded)) return undefined;
  return `${folded.slice(0, letters / 2)}-${folded.slice(letters / 2)}`;
}

/** Six digits, leading zeros kept. */
export function makeCode(conversationId: string, episode: number): string {
  return String(digest(conversationId, episode, 'code').readUInt32BE() % 1_000_000).padStart(6, '0');
}

/** What is kept of the code in the referral: SHA-256 in hex of `<referral id>:<code>`. */
export function hashCode(referralId: string, code: string): string {
  return createHash('sha256').update(`${referralId}:${code}`).digest('hex');
}
