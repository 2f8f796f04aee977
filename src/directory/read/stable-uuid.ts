// A UUID for an id that is none, the same at every import: name-based with SHA-1, version 5 (RFC 9562, 5.5).
import { createHash } from 'node:crypto';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;
/** Drawn once; never change it, or every such id of every deployment changes. */
const namespace = Buffer.from('5f0c8f3ea9d14c0d9be13c1d0a4c7e52', 'hex');

/** Whether it is a UUID as the standard writes them. */
export function isUuid(id: string): boolean {
  return uuid.test(id);
}

/** The version 5 UUID of a name in Waymark's namespace. */
export function stableUuid(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
