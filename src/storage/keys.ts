// Every key of both stores: its name, the version of what lies under it and how long it lives. A `name` is the HMAC of an id (see seal.ts),
// so no key shows whose it is. The part in braces is Redis Cluster's hash tag: keys that share it can be written together.

/** Conversations are spread over this many partitions; fixed, because a conversation's partition is part of its key. */
export const PARTITIONS = 64;

/** Version of what the store itself wraps round a value (outbox entries, index entries, audit lines). */
export const PAYLOAD_VERSION = 1;

/** The consumer group of every outbox stream. */
export const OUTBOX_GROUP = 'waymark';

/** Audit lines live eight years, as long as the health record they speak of (NHS Records Management Code of Practice, appendix II). */
export const AUDIT_LIFETIME_SECONDS = 8 * 365 * 24 * 60 * 60;

/** A reference or a place in the list outlives its record by this much, so that a record is never there without them. */
export const INDEX_GRACE_SECONDS = 60;

/** Which partition a name belongs to: its first 32 bits modulo 64. */
export function partitionOf(name: string): number {
  return Buffer.from(name, 'base64url').readUInt32BE(0) % PARTITIONS;
}

/** A conversation; lives as long as the caller says at each save, always finite. */
export const conversationKey = (name: string): string => `{w${String(partitionOf(name))}}:c:${name}`;

/** A conversation's history, a stream with one entry a turn; lives as long as the conversation, HISTORY_LAST_SECONDS once that was deleted. */
export const historyKey = (name: string): string => `{w${String(partitionOf(name))}}:h:${name}`;

/** Where it is told (published, nothing is kept) that a history has grown: the message is its conversation's name. */
export const HISTORY_CHANNEL = 'waymark:history';

/** Of a history, at most so many values and bytes are kept; the newest turn always is. */
export const HISTORY_VALUES = 100;
export const HISTORY_BYTES = 20_000;

/** How long the goodbye of a deleted conversation can still be read. */
export const HISTORY_LAST_SECONDS = 600;

/** The outbox of one partition; entries live until delivered. */
export const outboxKey = (partition: number): string => `{w${String(partition)}}:out`;

/** All outboxes, in order of partition. */
export const outboxKeys: readonly string[] = Array.from({ length: PARTITIONS }, (_, partition) => outboxKey(partition));

/** What an outbox entry is sealed to: its stream and the conversation it came from. */
export const outboxSealName = (name: string): string => `${outboxKey(partitionOf(name))}:${name}`;

/** From a way back to a conversation id; lives as long as the caller says. */
export const wayBackKey = (name: string): string => `{b:${name}}`;

/** What notices in Teams need kept, by the name of each thing; lives as long as the caller says, or for ever. */
export const noticeKey = (name: string): string => `{n:${name}}`;

/** A referral record; lives for the retention the caller gives, or for ever while the caller says that it is kept. */
export const recordKey = (name: string): string => `{r:${name}}:v`;

/** The revision whose place in the list was written last, by record name; swept with the order. */
export const PLACED_KEY = '{records}:placed';

/** A record's audit trail, beside it; lives AUDIT_LIFETIME_SECONDS from its last line. */
export const recordAuditKey = (name: string): string => `{r:${name}}:a`;

/** From a reference to a record's name; lives as long as the record. */
export const referenceKey = (referenceName: string): string => `{f:${referenceName}}`;

/** Record names in the worklist's order. */
export const ORDER_KEY = '{records}:order';

/** Record names by the time they expire, so that the order can be swept. */
export const EXPIRY_KEY = '{records}:expiry';

/** Audit lines about no record, one list a month (`2026-11`); lives AUDIT_LIFETIME_SECONDS. */
export const generalAuditKey = (month: string): string => `{audit}:${month}`;

/** A chunk of a directory version that was not published is gone after this long. */
export const DIRECTORY_PENDING_SECONDS = 24 * 60 * 60;

/** Pointer and list of the directory's versions, one value, so that both change in one step; never expires. */
export const DIRECTORY_KEY = '{directory}:versions';

/** Who has a lease of the directory; goes when it runs out. */
export const directoryLeaseKey = (name: string): string => `{directory}:lease:${name}`;

/** Unmet needs of one month (`2026-11`), counted by area and need; lives UNMET_MONTHS from the end of that month. */
export const unmetMonthKey = (month: string): string => `{unmet}:${month}`;

/** That unmet needs of this name (of their id) were counted; lives UNMET_ID_SECONDS. */
export const unmetIdKey = (name: string): string => `{unmet}:id:${name}`;

/** Counts of unmet needs are kept so long: two years, and the month in hand. */
export const UNMET_MONTHS = 25;

/** The outbox tells the same again within hours, not after a week. */
export const UNMET_ID_SECONDS = 7 * 24 * 60 * 60;

/** One chunk of a directory version; wherever the cluster puts it. Lives DIRECTORY_PENDING_SECONDS until its version is published, then as long as that. */
export const directoryChunkKey = (version: string, kind: string, at: number): string => `directory:${version}:${kind}:${String(at)}`;

/** Names of the embedded store's databases. */
export const databaseNames = {
  conversations: 'conversations',
  history: 'history',
  waysBack: 'waysBack',
  outbox: 'outbox',
  attempts: 'attempts',
  records: 'records',
  order: 'order',
  references: 'references',
  audit: 'audit',
  expiry: 'expiry',
  directory: 'directory',
  directoryChunks: 'directoryChunks',
  unmet: 'unmet',
  notices: 'notices',
} as const;
