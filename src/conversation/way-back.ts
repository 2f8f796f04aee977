// The way back to a paused conversation: a link's token, or a reference with a six-digit code. Nothing here is random: all is worked out from
// random digits made for this pause alone and kept nowhere, so that no one who reads the store can show or guess them again.
import { createHash } from 'node:crypto';
import { makeCode, makeReference } from '../referral/make-reference.js';

/** What a person is given when they pause; told once, never stored. */
export interface WayBack {
  /** 24 characters of base64url (128 random bits behind them): the last part of the link. */
  readonly token: string;
  /** `XXXX-XXXX`, without characters that look alike. */
  readonly reference: string;
  /** Six digits. */
  readonly code: string;
}

/** The times a wrong code may be given with a reference; after that only the link leads back. */
export const mostTries = 5;

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/**
 * The way back made of these digits.
 * @param entropy 32 random hexadecimal digits, made for this and used for nothing else.
 */
export function makeWayBack(entropy: string): WayBack {
  return { token: digest(`${entropy}:way-back`).slice(0, 24), reference: makeReference(entropy, 0), code: makeCode(entropy, 0) };
}

/** The name a token is kept under. */
export function nameOfToken(token: string): string {
  return digest(`link:${token}`);
}

/** The name a reference is kept under. */
export function nameOfReference(reference: string): string {
  return digest(`reference:${reference}`);
}
