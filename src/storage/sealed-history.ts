// One turn of a history as it lies in a store: its values as JSON, deflated (they repeat one another much), then sealed.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { HistoryEntry } from './history-port.js';
import type { Json } from './ports.js';
import type { KeyRing } from './seal.js';

/** Inflated, one turn is never longer: what was written is a tenth of it. */
const mostBytes = 4_000_000;

/** A turn's values, sealed for their place and the revision they were saved with. */
export function sealTurn(keys: KeyRing, place: string, rev: number, values: readonly Json[]): Buffer {
  return keys.seal(place, rev, deflateRawSync(Buffer.from(JSON.stringify(values))));
}

/** The turn, or undefined when it does not open. */
export function openTurn(keys: KeyRing, place: string, rev: number, seq: number, sealed: Buffer): HistoryEntry | undefined {
  const plain = keys.open(place, rev, sealed);
  if (plain === undefined) return undefined;
  // Safe: the tag proves that sealTurn wrote it.
  return { seq, values: JSON.parse(inflateRawSync(plain, { maxOutputLength: mostBytes }).toString()) as Json[] };
}
