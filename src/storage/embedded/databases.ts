// The embedded store's files: one lmdb environment, one database for each kind of thing.
import { mkdir } from 'node:fs/promises';
import { open, type Database, type RootDatabase } from 'lmdb';
import { databaseNames } from '../keys.js';

/** Milliseconds of saving, revision, place within the save, random: sorted by when it was saved. */
export type OutboxKey = [at: number, rev: number, place: number, nonce: string];
/** Rank in the list (0 to 3), submitted at, record name. */
export type OrderKey = [rank: number, at: number, name: string];
/** Record name (empty: about no record), milliseconds, count within this process, random. */
export type AuditKey = [name: string, at: number, count: number, nonce: string];
/** Version id, kind, number. */
export type DirectoryChunkKey = [version: string, kind: string, at: number];
/** Hour of expiry (since 1970), database, key within it. */
export type ExpiryKey = [hour: number, database: string, ...key: (string | number)[]];

/** Every database; values are bytes, sealed where they hold anything of a person. */
export interface Databases {
  readonly root: RootDatabase;
  readonly conversations: Database<Buffer, string>;
  readonly history: Database<Buffer, string>;
  readonly waysBack: Database<Buffer, string>;
  readonly outbox: Database<Buffer, OutboxKey>;
  readonly attempts: Database<number, OutboxKey>;
  readonly records: Database<Buffer, string>;
  readonly order: Database<Buffer, OrderKey>;
  readonly references: Database<Buffer, string>;
  readonly audit: Database<Buffer, AuditKey>;
  readonly expiry: Database<Buffer, ExpiryKey>;
  /** Pointer and list of the directory's versions, under one key. */
  readonly directory: Database<Buffer, string>;
  readonly directoryChunks: Database<Buffer, DirectoryChunkKey>;
  /** Counts of unmet needs by month, and ids that were counted. */
  readonly unmet: Database<Buffer, string>;
  readonly notices: Database<Buffer, string>;
}

/**
 * Opens (or makes) the environment in `folder`. A write's promise resolves when it is on the disk: with lmdb's `overlappingSync` it would
 * resolve earlier, and a power cut could take what a patient was told is sent.
 */
export async function openDatabases(folder: string): Promise<Databases> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const root = open({ path: folder, noSubdir: false, overlappingSync: false, maxDbs: 16 });
  const binary = { encoding: 'binary', cache: false } as const;
  const versioned = { ...binary, useVersions: true } as const;
  return {
    root,
    conversations: root.openDB<Buffer, string>(databaseNames.conversations, versioned),
    history: root.openDB<Buffer, string>(databaseNames.history, versioned),
    waysBack: root.openDB<Buffer, string>(databaseNames.waysBack, binary),
    outbox: root.openDB<Buffer, OutboxKey>(databaseNames.outbox, binary),
    attempts: root.openDB<number, OutboxKey>(databaseNames.attempts, { encoding: 'json' }),
    records: root.openDB<Buffer, string>(databaseNames.records, versioned),
    order: root.openDB<Buffer, OrderKey>(databaseNames.order, binary),
    references: root.openDB<Buffer, string>(databaseNames.references, binary),
    audit: root.openDB<Buffer, AuditKey>(databaseNames.audit, binary),
    expiry: root.openDB<Buffer, ExpiryKey>(databaseNames.expiry, binary),
    directory: root.openDB<Buffer, string>(databaseNames.directory, versioned),
    directoryChunks: root.openDB<Buffer, DirectoryChunkKey>(databaseNames.directoryChunks, binary),
    unmet: root.openDB<Buffer, string>(databaseNames.unmet, versioned),
    notices: root.openDB<Buffer, string>(databaseNames.notices, versioned),
  };
}

/** Several writes that happen together or not at all, under one condition; whether it held. Never `transaction()`: a throw there keeps earlier puts. */
export async function writeTogether(
  condition: (action: () => void) => Promise<boolean>,
  writes: () => readonly Promise<boolean>[],
): Promise<boolean> {
  const inner: Promise<boolean>[] = [];
  const outer = condition(() => {
    inner.push(...writes());
  });
  // The inner promises fail with the outer one when the disk does; each must be waited for.
  const [held] = await Promise.all([outer, ...inner]);
  return held;
}
