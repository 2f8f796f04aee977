// How a referral record lies in lmdb: what sweeping and sorting need in the open (a time, a position, hidden names), then the sealed index
// and the sealed value. One entry, so that index and value can never disagree.
import type { ListPosition, ListRank } from '../list-position.js';
import { referenceKey } from '../keys.js';
import { afterExpiry, readExpiry, withExpiry } from './expiring-bytes.js';

const NAME_CHARS = 24;
const HEAD_BYTES = 1 + 8 + NAME_CHARS + NAME_CHARS + 4;

export interface RecordFrame {
  readonly expiresAt: number;
  readonly position: ListPosition;
  readonly name: string;
  readonly referenceName: string;
  readonly index: Buffer;
  readonly value: Buffer;
}

/** The frame as bytes. */
export function writeRecordFrame(frame: RecordFrame): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(frame.position.rank, 0);
  head.writeDoubleBE(frame.position.at, 1);
  head.write(frame.name, 9, 'latin1');
  head.write(frame.referenceName, 9 + NAME_CHARS, 'latin1');
  head.writeUInt32BE(frame.index.length, 9 + 2 * NAME_CHARS);
  return withExpiry(frame.expiresAt, head, frame.index, frame.value);
}

/** The bytes as a frame, with the key its reference lies under. */
export function readRecordFrame(bytes: Buffer): RecordFrame & { readonly referenceKey: string } {
  const rest = afterExpiry(bytes);
  const referenceName = rest.toString('latin1', 9 + NAME_CHARS, 9 + 2 * NAME_CHARS);
  const indexEnd = HEAD_BYTES + rest.readUInt32BE(9 + 2 * NAME_CHARS);
  return {
    expiresAt: readExpiry(bytes),
    // Safe: writeRecordFrame puts nothing but a rank there.
    position: { rank: rest.readUInt8(0) as ListRank, at: rest.readDoubleBE(1) },
    name: rest.toString('latin1', 9, 9 + NAME_CHARS),
    referenceName,
    referenceKey: referenceKey(referenceName),
    index: rest.subarray(HEAD_BYTES, indexEnd),
    value: rest.subarray(indexEnd),
  };
}
