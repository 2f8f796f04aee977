// What the product asks of a store. Two implementations (redis/, embedded/) pass the same contract tests; nothing above this room knows
// which one serves.
import type { HistoryStore } from './history-port.js';
import type { NoticeStore } from './notice-port.js';

export type { HistoryEntry, HistoryStore } from './history-port.js';
export type { NoticeStore } from './notice-port.js';

/** A JSON value as stored; the store encrypts it whole. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * What a read found. `rev` is the revision to give back at save (0: nothing there).
 * `locked`: it is there but cannot be read with the keys at hand; it must be left untouched.
 */
export type Loaded =
  { readonly found: 'none' } | { readonly found: 'value'; readonly value: Json; readonly rev: number } | { readonly found: 'locked' };

/** Something that must happen once because of a turn; written with the conversation in one atomic write. */
export interface OutboxEntry {
  /** Idempotency key: the referral id, or that of an addition. */
  readonly id: string;
  /**
   * `addition`: something told after a referral was sent; its payload names the referral. `changed`: its record was changed, to the revision named
   * in the payload. `unmet`: needs for which nothing near was found.
   */
  readonly kind: 'referral' | 'addition' | 'changed' | 'unmet';
  readonly payload: Json;
}

export interface SaveOptions {
  /** The revision loaded; 0 asserts that nothing is there. */
  readonly rev: number;
  /** How long it lives from now; `as-it-was`: what is there keeps its time of expiry. */
  readonly ttlSeconds: number | 'as-it-was';
  readonly effects: readonly OutboxEntry[];
  /** What this turn adds to the history; nothing is added where it is empty or absent. */
  readonly history?: readonly Json[] | undefined;
}

export type SaveResult = 'saved' | 'conflict';

/** Conversations: one read and one compare-and-set write a turn. Every entry expires. */
export interface ConversationStore {
  /** @throws StoreUnavailable when the store does not answer in time. */
  readonly load: (conversationId: string) => Promise<Loaded>;
  /** Saves value, effects and history together, or nothing. @throws StoreUnavailable; then it may or may not have been saved. */
  readonly save: (conversationId: string, value: Json, options: SaveOptions) => Promise<SaveResult>;
  /** Removes the conversation and its history, if it is still at `rev` (0: nothing is there). `last`: what is left in the history for ten minutes. */
  readonly erase: (conversationId: string, rev: number, last?: readonly Json[]) => Promise<SaveResult>;
}

/**
 * Ways back to a conversation, found by a secret name (128 bits or more, or a digest): each leads to one conversation id and nothing else.
 * Whether it still counts is written in the conversation.
 */
export interface WayBackStore {
  /** Resolves when it is safely written; a name that leads somewhere already is left alone. @throws StoreUnavailable */
  readonly put: (name: string, conversationId: string, ttlSeconds: number) => Promise<void>;
  /** The conversation id, or undefined where nothing leads from this name (any more). @throws StoreUnavailable */
  readonly find: (name: string) => Promise<string | undefined>;
  /** Removes them; what is gone already is no fault. @throws StoreUnavailable */
  readonly drop: (names: readonly string[]) => Promise<void>;
}

/** An outbox entry taken for delivery. `receipt` names it to the store. */
export interface TakenEntry extends OutboxEntry {
  readonly receipt: string;
  /** How often it has been taken, this time included. */
  readonly attempts: number;
  /** Opaque, the same for entries of one conversation: these are delivered one after another. */
  readonly lane?: string;
}

/** Effects waiting to be delivered: at least once, in order per conversation. */
export interface Outbox {
  /** Takes up to `max` entries for this consumer; an entry taken and not done within `leaseMs` is given out again. Never blocks longer than a second. */
  readonly take: (consumer: string, max: number, leaseMs: number) => Promise<readonly TakenEntry[]>;
  readonly done: (receipt: string) => Promise<void>;
  /** Entries waiting or taken. */
  readonly size: () => Promise<number>;
}

/** What the worklist sorts and filters by, outside the encrypted record; no personal data. */
export interface RecordIndex {
  readonly reference: string;
  readonly submittedAt: string;
  readonly urgent: boolean;
  readonly status: string;
  readonly practice: string;
  /** The worst tier of danger told that nobody has acted on yet; absent where there is none. Stands before all else in the list. */
  readonly flagged?: 'act' | 'ask';
}

/** How long a record lives: seconds from now, or `kept`: never expires, until an update says otherwise. */
export type RecordLifetime = number | 'kept';

export interface StoredRecord {
  readonly id: string;
  readonly index: RecordIndex;
  readonly value: Json;
  readonly rev: number;
}

/** One line of the audit trail: who did what to which record, when. No free text. */
export interface AuditLine {
  readonly at: string;
  readonly who: string;
  readonly did: string;
  readonly record?: string;
}

/** Referrals as the practice holds them. Nothing here deletes one: it goes when its lifetime is over, and one that is `kept` stays. */
export interface ReferralStore {
  /** Stores once per id; a second call with the same id changes nothing. */
  readonly put: (id: string, index: RecordIndex, value: Json, lifetime: RecordLifetime) => Promise<'stored' | 'exists'>;
  readonly get: (id: string) => Promise<StoredRecord | undefined>;
  readonly findByReference: (reference: string) => Promise<StoredRecord | undefined>;
  /**
   * Replaces value, index and (unless `as-it-was`, the default) lifetime, with its audit line in the same write, if the record is still at `rev`.
   * `effects` are in the outbox when it is saved, and may be there a moment earlier, or for a change that was never saved: whoever takes one reads the
   * record.
   */
  readonly update: (
    id: string,
    index: RecordIndex,
    value: Json,
    rev: number,
    audit: AuditLine,
    lifetime?: RecordLifetime | 'as-it-was',
    effects?: readonly OutboxEntry[],
  ) => Promise<SaveResult>;
  /** Flagged first (`act` before `ask`), then urgent, then newest first. */
  readonly list: (range: {
    readonly offset: number;
    readonly limit: number;
  }) => Promise<{ readonly total: number; readonly records: readonly (RecordIndex & { readonly id: string })[] }>;
  readonly audit: (line: AuditLine) => Promise<void>;
  /** Audit lines of one record, oldest first. */
  readonly auditOf: (id: string) => Promise<readonly AuditLine[]>;
}

/** What a chunk of a directory holds: services as the product reads them, or rows as the open feed gives them. Both JSON Lines, gzip. */
export type DirectoryChunkKind = 'services' | 'rows';

/** One import of the service directory that is whole. */
export interface DirectoryVersion {
  /** Letters, digits, `.`, `_` and `-`; at most 64. */
  readonly id: string;
  /** ISO time at which its import began. */
  readonly at: string;
  /** A file's name or an address, without credentials. */
  readonly source: string;
  readonly services: number;
  /** How many chunks there are of each kind. */
  readonly chunks: { readonly services: number; readonly rows: number };
  /** Invented services, to be replaced by a real feed. */
  readonly sample?: true;
  /** ISO time of the whole import that this one only changes; absent: it was a whole one itself. */
  readonly wholeAt?: string;
}

/** The service directory in versions. It is public: nothing is sealed. Chunks of a version that is never published are gone after a day. */
export interface DirectoryStore {
  /** Keeps one chunk of a version to come, numbered from 0. @throws AppError `directory-too-big`; StoreUnavailable */
  readonly putChunk: (version: string, kind: DirectoryChunkKind, at: number, bytes: Buffer) => Promise<void>;
  /**
   * Puts the version in force in one step, if every chunk of it is there. The newest five are kept. `first`: only where none is in force yet
   * (`late`: there is one, and this one is dropped). @throws StoreUnavailable
   */
  readonly publish: (version: DirectoryVersion, when?: 'first') => Promise<'published' | 'incomplete' | 'late'>;
  /** The version in force. */
  readonly current: () => Promise<DirectoryVersion | undefined>;
  /** Those that can be put in force, newest first. */
  readonly versions: () => Promise<readonly DirectoryVersion[]>;
  /** Puts a version that is kept in force again; false: there is none of this id. */
  readonly use: (id: string) => Promise<boolean>;
  /** The chunks in order, from number `from` (0) on. @throws AppError `directory-chunk` where one of a published version is missing. */
  readonly chunks: (id: string, kind: DirectoryChunkKind, from?: number) => AsyncIterable<Buffer>;
  /** Removes the chunks of a version that was never published; one that was is left alone. */
  readonly drop: (id: string) => Promise<void>;
  /**
   * Gives `name` to `holder` for so many milliseconds from now, if nobody else has it: of several servers one does what all are set to do.
   * A holder that has it already has it for that long anew.
   */
  readonly lease: (name: string, holder: string, ms: number) => Promise<boolean>;
}

/** Needs of one conversation for which nothing near could be shown. */
export interface UnmetNeeds {
  /** Counted once, however often it is told. */
  readonly id: string;
  /** ISO time. */
  readonly at: string;
  readonly needs: readonly string[];
  /** Borough, or outward code; empty: not known. */
  readonly area: string;
}

/** How often one need was not met in one area in one month (`2026-11`). */
export interface UnmetCount {
  readonly month: string;
  readonly area: string;
  readonly need: string;
  readonly count: number;
}

/** Unmet needs as counts by month, area and need: nothing of any one person is kept but, for a week, that its id was counted. Kept 25 months. */
export interface UnmetNeedStore {
  readonly add: (unmet: UnmetNeeds) => Promise<void>;
  /** Counts of the months from and to these (`2026-01`), both included, in order of month, area and need. */
  readonly list: (range: { readonly from: string; readonly to: string }) => Promise<readonly UnmetCount[]>;
}

/** How safe what is written is, for start-up checks and /health/ready. */
export interface Durability {
  readonly kind: 'redis' | 'embedded';
  readonly durable: boolean;
  readonly detail: string;
}

export interface Store {
  readonly conversations: ConversationStore;
  readonly history: HistoryStore;
  readonly waysBack: WayBackStore;
  readonly outbox: Outbox;
  readonly referrals: ReferralStore;
  readonly notices: NoticeStore;
  readonly directory: DirectoryStore;
  readonly unmet: UnmetNeedStore;
  /** Resolves when the store answers; rejects with StoreUnavailable. */
  readonly ping: () => Promise<void>;
  readonly durability: () => Promise<Durability>;
  readonly close: () => Promise<void>;
}

/** The time now; handed in, so that tests can set it. */
export type Clock = () => Date;

/** What the store and the outbox worker need of a log; pino's logger fits. Fields hold ids and outcomes, never words of a person. */
export interface StoreLogger {
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
}
