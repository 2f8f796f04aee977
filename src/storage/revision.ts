// How revisions are counted. A conversation that begins again starts from the time, not from 1, so that a turn still holding the revision of
// an erased or expired conversation can never write over the new one.

/** The revision to save under: one more than the one loaded, or for something new the milliseconds of the clock. */
export function nextRevision(loaded: number, now: Date): number {
  return loaded === 0 ? now.getTime() : loaded + 1;
}

/** How many bytes a revision takes in front of what it counts. */
export const REV_BYTES = 8;

/** The revision as bytes. */
export function revisionBytes(rev: number): Buffer {
  const bytes = Buffer.alloc(REV_BYTES);
  bytes.writeBigUInt64BE(BigInt(rev));
  return bytes;
}
