// JSON in and out of sealed bytes, and the shapes the store itself wraps round what it is given.
import { z } from 'zod';
import { PAYLOAD_VERSION } from './keys.js';
import type { AuditLine, Json, OutboxEntry, RecordIndex } from './ports.js';
import type { KeyRing } from './seal.js';

/** Seals a JSON value for its place and revision. */
export function sealJson(keys: KeyRing, place: string, rev: number, value: Json): Buffer {
  return keys.seal(place, rev, Buffer.from(JSON.stringify(value)));
}

/** What was sealed, or undefined when it does not open. */
export function openJson(keys: KeyRing, place: string, rev: number, sealed: Buffer): { readonly value: Json } | undefined {
  const plain = keys.open(place, rev, sealed);
  // Safe: JSON.parse yields nothing but JSON values, and the tag proves that this product wrote it.
  return plain && { value: JSON.parse(plain.toString()) as Json };
}

// Safe below: a value inside these is what sealJson was given, which was Json.
const json = z.custom<Json>(value => value !== undefined);

const outboxPayload = z.object({
  v: z.literal(PAYLOAD_VERSION),
  id: z.string(),
  kind: z.enum(['referral', 'addition', 'changed', 'unmet']),
  payload: json,
});

/** Seals one outbox entry. */
export function sealEntry(keys: KeyRing, place: string, rev: number, entry: OutboxEntry): Buffer {
  return sealJson(keys, place, rev, { v: PAYLOAD_VERSION, id: entry.id, kind: entry.kind, payload: entry.payload });
}

/** An outbox entry, or undefined when it does not open or is of a version this server does not know. */
export function openEntry(keys: KeyRing, place: string, rev: number, sealed: Buffer): OutboxEntry | undefined {
  const read = outboxPayload.safeParse(openJson(keys, place, rev, sealed)?.value);
  return read.success ? { id: read.data.id, kind: read.data.kind, payload: read.data.payload } : undefined;
}

const indexPayload = z.object({
  v: z.literal(PAYLOAD_VERSION),
  id: z.string(),
  reference: z.string(),
  submittedAt: z.string(),
  urgent: z.boolean(),
  status: z.string(),
  practice: z.string(),
  flagged: z.enum(['act', 'ask']).optional(),
});

/** An index entry together with the id of its record. */
export type IndexEntry = RecordIndex & { readonly id: string };

/** Seals the index of a record together with its id. */
export function sealIndex(keys: KeyRing, place: string, rev: number, id: string, index: RecordIndex): Buffer {
  const { reference, submittedAt, urgent, status, practice, flagged } = index;
  return sealJson(keys, `${place}#index`, rev, { v: PAYLOAD_VERSION, id, reference, submittedAt, urgent, status, practice, flagged });
}

/** The index of a record, or undefined when it does not open. */
export function openIndex(keys: KeyRing, place: string, rev: number, sealed: Buffer): IndexEntry | undefined {
  const read = indexPayload.safeParse(openJson(keys, `${place}#index`, rev, sealed)?.value);
  if (!read.success) return undefined;
  const { id, reference, submittedAt, urgent, status, practice, flagged } = read.data;
  return { id, reference, submittedAt, urgent, status, practice, ...(flagged === undefined ? {} : { flagged }) };
}

const auditPayload = z.object({
  v: z.literal(PAYLOAD_VERSION),
  at: z.string(),
  who: z.string(),
  did: z.string(),
  record: z.string().optional(),
});

/** Seals one audit line. */
export function sealAudit(keys: KeyRing, place: string, line: AuditLine): Buffer {
  const { at, who, did, record } = line;
  return sealJson(keys, place, 0, { v: PAYLOAD_VERSION, at, who, did, record });
}

/** An audit line, or undefined when it does not open. */
export function openAudit(keys: KeyRing, place: string, sealed: Buffer): AuditLine | undefined {
  const read = auditPayload.safeParse(openJson(keys, place, 0, sealed)?.value);
  if (!read.success) return undefined;
  const { at, who, did, record } = read.data;
  return record === undefined ? { at, who, did } : { at, who, did, record };
}

const wayBackPayload = z.object({ v: z.literal(PAYLOAD_VERSION), conversation: z.string() });

/** Seals where a way back leads. */
export function sealWayBack(keys: KeyRing, place: string, conversation: string): Buffer {
  return sealJson(keys, place, 0, { v: PAYLOAD_VERSION, conversation });
}

/** The conversation id a way back leads to, or undefined when it does not open. */
export function openWayBack(keys: KeyRing, place: string, sealed: Buffer): string | undefined {
  const read = wayBackPayload.safeParse(openJson(keys, place, 0, sealed)?.value);
  return read.success ? read.data.conversation : undefined;
}
