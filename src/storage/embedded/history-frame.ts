// The turns of one history as bytes: for each its number, revision, count of values and length (8, 8, 4 and 4 bytes), then what was sealed.

/** One turn as it is kept. */
export interface KeptTurn {
  readonly seq: number;
  /** The revision it was sealed for. */
  readonly rev: number;
  /** How many values it holds. */
  readonly count: number;
  readonly sealed: Buffer;
}

const HEAD_BYTES = 24;

/** The turns, one after another. */
export function writeTurns(turns: readonly KeptTurn[]): Buffer {
  return Buffer.concat(turns.flatMap(turn => [headOf(turn), turn.sealed]));
}

function headOf({ seq, rev, count, sealed }: KeptTurn): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeDoubleBE(seq, 0);
  head.writeDoubleBE(rev, 8);
  head.writeUInt32BE(count, 16);
  head.writeUInt32BE(sealed.length, 20);
  return head;
}

/** The turns that writeTurns wrote. */
export function readTurns(bytes: Buffer): readonly KeptTurn[] {
  const turns: KeptTurn[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + HEAD_BYTES + bytes.readUInt32BE(at + 20);
    const [seq, rev, count] = [bytes.readDoubleBE(at), bytes.readDoubleBE(at + 8), bytes.readUInt32BE(at + 16)];
    turns.push({ seq, rev, count, sealed: bytes.subarray(at + HEAD_BYTES, end) });
    at = end;
  }
  return turns;
}
