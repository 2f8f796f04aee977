// Bytes with the time they expire in front of them: 8 bytes, milliseconds since 1970 as a big-endian double; infinite for what is kept.

const EXPIRY_BYTES = 8;

/** Puts the time of expiry in front. */
export function withExpiry(expiresAt: number, ...rest: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(EXPIRY_BYTES);
  head.writeDoubleBE(expiresAt);
  return Buffer.concat([head, ...rest]);
}

/** When these bytes expire. */
export function readExpiry(bytes: Buffer): number {
  return bytes.readDoubleBE(0);
}

/** What stands behind the time of expiry. */
export function afterExpiry(bytes: Buffer): Buffer {
  return bytes.subarray(EXPIRY_BYTES);
}
