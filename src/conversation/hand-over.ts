// A hand-over of a conversation to another phone or computer: a link's token, or six letters to type. Nothing here is random: all is worked
// out from random digits made for this one hand-over and kept nowhere.
import { createHash } from 'node:crypto';

/** What is shown once, on the screen it is handed over from. */
export interface HandOver {
  /** 24 characters of base64url (128 random bits behind them): the last part of the link. */
  readonly token: string;
  /** Six letters. */
  readonly code: string;
}

/** What is kept of a hand-over: the names its link and its code are found under, and until when they count (ISO instant). */
export interface KeptHandOver {
  readonly link: string;
  readonly code: string;
  readonly until: string;
}

/** How long a hand-over counts. */
export const handOverMinutes = 30;

/** Sixteen consonants that nobody takes for one another or for a digit, one for each hexadecimal digit; without vowels they make no words. */
const letters = 'BCDFHJKMNPRSTWXZ';
const codeLength = 6;

function digest(text: string, encoding: 'hex' | 'base64url'): string {
  return createHash('sha256').update(text).digest(encoding);
}

/**
 * The hand-over made of these digits.
 * @param entropy 32 random hexadecimal digits, made for this and used for nothing else.
 */
export function makeHandOver(entropy: string): HandOver {
  const digits = digest(`${entropy}:hand-over-code`, 'hex').slice(0, codeLength);
  const code = digits.replaceAll(/./gu, digit => letters.charAt(Number.parseInt(digit, 16)));
  return { token: digest(`${entropy}:hand-over`, 'base64url').slice(0, 24), code };
}

/** The name a token is kept under. */
export function nameOfHandOver(token: string): string {
  return digest(`hand-over:${token}`, 'base64url');
}

/** A code as typed, in any case and grouping; undefined where it cannot be one. */
export function readHandOverCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s.-]/gu, '');
  return new RegExp(`^[${letters}]{${String(codeLength)}}$`, 'u').test(code) ? code : undefined;
}

/** In two groups, as it is read out and typed. */
export function showHandOverCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
