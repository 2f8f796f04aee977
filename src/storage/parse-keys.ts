// Reads WAYMARK_KEY: one key, or several with the newest first.
import { createHash } from 'node:crypto';
import { AppError } from '../errors.js';
import type { KeyRingEntry } from './seal.js';

const HOW = 'make one with: openssl rand -base64 32';

/** A key with the number it is known by when none is given: the first byte of its SHA-256. */
export function toKeyRingEntry(key: Buffer): KeyRingEntry {
  return { id: createHash('sha256').update(key).digest().readUInt8(0), key };
}

/**
 * Reads keys from text: 32 bytes in base64 or hex, several separated by commas, each with its number in front if wanted (`2:base64,1:base64`).
 * @throws AppError `key-format` saying which part is wrong, never showing it.
 */
export function parseKeys(text: string): readonly KeyRingEntry[] {
  const keys = text.split(',').map((part, at) => parsePart(part.trim(), at + 1));
  const clash = keys.some((key, at) => keys.findIndex(other => other.id === key.id) !== at);
  if (clash)
    throw new AppError('key-format', 'Two keys have the same number; number them, newest first, for example 2:<new key>,1:<old key>');
  return keys;
}

function parsePart(part: string, position: number): KeyRingEntry {
  const [, number, text = ''] = /^(?:(\d{1,3}):)?(.*)$/u.exec(part) ?? [];
  const key = decode(text);
  if (key === undefined) throw new AppError('key-format', `Key ${String(position)} is not 32 bytes in base64 or hex; ${HOW}`);
  if (number === undefined) return toKeyRingEntry(key);
  if (Number(number) > 255) throw new AppError('key-format', `Key ${String(position)} has a number above 255`);
  return { id: Number(number), key };
}

function decode(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/iu.test(text)) return Buffer.from(text, 'hex');
  return /^[A-Za-z0-9+/_-]{43}=?$/u.test(text) ? Buffer.from(text, 'base64') : undefined;
}
