// How values are locked away: AES-256-GCM under a ring of keys, tied to the key they lie under and to their revision, so that a row copied
// to another place or put back from an older copy does not open. Also how ids are hidden in key names.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '../errors.js';

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 2 + NONCE_BYTES;
const NAME_BYTES = 18;

/** One key: 32 bytes and the number (0 to 255) that sealed values name it by. */
export interface KeyRingEntry {
  readonly id: number;
  readonly key: Buffer;
}

/** Seals, opens and names. The first key seals, every key opens, the last (oldest) names. */
export interface KeyRing {
  /** Format byte, key id byte, 12-byte nonce, ciphertext, 16-byte tag. Place and revision are authenticated, not stored. */
  readonly seal: (place: string, rev: number, plain: Buffer) => Buffer;
  /** Undefined when no key of the ring opens it, or when it was not sealed for this place and revision. */
  readonly open: (place: string, rev: number, sealed: Buffer) => Buffer | undefined;
  /** An id as it stands in key names: 24 characters of base64url, an HMAC under a key derived from the ring's last key. */
  readonly nameOf: (kind: 'conversation' | 'record' | 'reference' | 'way-back' | 'unmet' | 'notice', id: string) => string;
}

/**
 * Makes a ring of one or more keys. To change keys put the new one in front and leave the old behind it; the last key of the list also
 * names rows, so it stays for as long as anything written under it is to be found.
 * @throws AppError `key-ring` when there is no key, a key is not 32 bytes, or two share a number.
 */
export function createKeyRing(keys: readonly KeyRingEntry[]): KeyRing {
  const [first] = keys;
  const last = keys.at(-1);
  if (first === undefined || last === undefined) throw new AppError('key-ring', 'There is no encryption key');
  checkKeys(keys);
  const byId = new Map(keys.map(entry => [entry.id, entry.key]));
  const namingKey = Buffer.from(hkdfSync('sha256', last.key, Buffer.alloc(0), 'waymark ids 1', 32));
  return {
    seal: (place, rev, plain) => seal(first, place, rev, plain),
    open: (place, rev, sealed) => open(byId, place, rev, sealed),
    nameOf: (kind, id) => createHmac('sha256', namingKey).update(`${kind}:${id}`).digest().subarray(0, NAME_BYTES).toString('base64url'),
  };
}

function checkKeys(keys: readonly KeyRingEntry[]): void {
  if (keys.some(({ key }) => key.length !== 32)) throw new AppError('key-ring', 'Every encryption key must be 32 bytes long');
  if (keys.some(({ id }) => !Number.isInteger(id) || id < 0 || id > 255)) throw new AppError('key-ring', 'A key is numbered from 0 to 255');
  if (new Set(keys.map(({ id }) => id)).size !== keys.length) throw new AppError('key-ring', 'Two encryption keys have the same number');
}

function seal({ id, key }: KeyRingEntry, place: string, rev: number, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associatedData(id, place, rev));
  return Buffer.concat([Buffer.of(FORMAT, id), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(keys: ReadonlyMap<number, Buffer>, place: string, rev: number, sealed: Buffer): Buffer | undefined {
  const id = sealed[1];
  if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] !== FORMAT || id === undefined) return undefined;
  const key = keys.get(id);
  if (key === undefined) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(2, HEAD_BYTES));
  decipher.setAAD(associatedData(id, place, rev));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return finish(decipher, sealed.subarray(HEAD_BYTES, -TAG_BYTES));
}

function finish(decipher: ReturnType<typeof createDecipheriv>, ciphertext: Buffer): Buffer | undefined {
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    // node:crypto throws when the tag does not fit; that is an answer here, not a fault.
    return undefined;
  }
}

function associatedData(id: number, place: string, rev: number): Buffer {
  return Buffer.from(`waymark\0${String(FORMAT)}\0${String(id)}\0${place}\0${String(rev)}`);
}
