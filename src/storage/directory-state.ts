// Pointer and list of the directory's versions: one small value that both stores keep and change in one step. What may change, and how, is here.
import { z } from 'zod';
import { AppError } from '../errors.js';
import type { DirectoryVersion } from './ports.js';

/** So many versions are kept to go back to. */
const VERSIONS_KEPT = 5;

/** Longest chunk, in bytes, and most chunks of one kind: what one directory may take of a store that patients need too. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_CHUNKS = 2_000;

const identifier = z.string().regex(/^[\w.-]{1,64}$/u);
const count = z.int().min(0).max(MOST_CHUNKS);

const directoryVersion = z.object({
  id: identifier,
  at: z.string(),
  source: z.string(),
  services: z.int().min(0),
  chunks: z.object({ services: count, rows: count }),
  sample: z.literal(true).optional(),
  wholeAt: z.string().optional(),
});

const directoryState = z.object({
  current: z.string().optional(),
  /** Newest first. */
  versions: z.array(directoryVersion),
  /** Versions whose chunks are on their way in or out; what a process that died left here is cleared by the next to publish. */
  unsettled: z.array(z.object({ version: directoryVersion, since: z.number() })),
});

/** What is in force, what can be put in force, and what is being moved. */
export interface DirectoryState {
  readonly current?: string | undefined;
  readonly versions: readonly DirectoryVersion[];
  readonly unsettled: readonly { readonly version: DirectoryVersion; readonly since: number }[];
}

const empty: DirectoryState = { versions: [], unsettled: [] };

/** Reads what a store keeps; nothing there is a directory without versions. @throws AppError where something else lies there. */
export function parseDirectoryState(bytes: Buffer | undefined): DirectoryState {
  if (bytes === undefined) return empty;
  const parsed = directoryState.safeParse(readJson(bytes));
  if (!parsed.success) throw new AppError('directory-state', 'The list of directory versions in the store cannot be read');
  const { data } = parsed;
  const versions = data.versions.map(withoutUndefined);
  return { ...data, versions, unsettled: data.unsettled.map(({ version, since }) => ({ version: withoutUndefined(version), since })) };
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function withoutUndefined({ sample, wholeAt, ...version }: z.infer<typeof directoryVersion>): DirectoryVersion {
  return { ...version, ...(sample !== undefined && { sample }), ...(wholeAt !== undefined && { wholeAt }) };
}

/** As a store keeps it. */
export function writeDirectoryState(state: DirectoryState): Buffer {
  return Buffer.from(JSON.stringify(state));
}

/** Notes that the chunks of a version are being made to stay. */
export function withArriving(state: DirectoryState, version: DirectoryVersion, now: number): DirectoryState {
  return { ...state, unsettled: [...state.unsettled.filter(known => known.version.id !== version.id), { version, since: now }] };
}

/** The version in force and first in the list; those beyond the newest five are on their way out, now. */
export function withPublished(state: DirectoryState, version: DirectoryVersion): DirectoryState {
  const versions = [version, ...state.versions.filter(({ id }) => id !== version.id)];
  const leaving = versions.slice(VERSIONS_KEPT).map(old => ({ version: old, since: 0 }));
  const unsettled = [...state.unsettled.filter(known => known.version.id !== version.id), ...leaving];
  return { current: version.id, versions: versions.slice(0, VERSIONS_KEPT), unsettled };
}

/** Another of the versions in force, or undefined where there is none of this id. */
export function withCurrent(state: DirectoryState, id: string): DirectoryState | undefined {
  return state.versions.some(version => version.id === id) ? { ...state, current: id } : undefined;
}

/** Versions whose chunks can go: pushed out, or left by somebody who has been publishing for longer than `patienceMs`. */
export function toBeRemoved({ versions, unsettled }: DirectoryState, now: number, patienceMs: number): readonly string[] {
  const kept = new Set(versions.map(({ id }) => id));
  return unsettled.filter(({ version, since }) => !kept.has(version.id) && now - since > patienceMs).map(({ version }) => version.id);
}

/** Nothing more is to be done for these. */
export function withSettled(state: DirectoryState, ids: ReadonlySet<string>): DirectoryState {
  return { ...state, unsettled: state.unsettled.filter(({ version }) => !ids.has(version.id)) };
}

/** The version in force. */
export function currentOf({ current, versions }: DirectoryState): DirectoryVersion | undefined {
  return versions.find(({ id }) => id === current);
}

/** @throws AppError where a chunk is more than a directory may take. */
export function checkChunk(version: string, at: number, bytes: Buffer): void {
  if (!identifier.safeParse(version).success) throw new AppError('directory-version', 'A directory version is named by letters and digits');
  if (bytes.length > MOST_BYTES || at >= MOST_CHUNKS) {
    throw new AppError('directory-too-big', 'The directory is larger than the store takes', { bytes: bytes.length, chunk: at });
  }
}

/** @throws AppError where a version is not of the form that is kept. */
export function checkVersion(version: DirectoryVersion): void {
  if (!directoryVersion.safeParse(version).success) throw new AppError('directory-version', 'This is no directory version');
}

/** A chunk of a published version that the store has no more. */
export function missingChunk(version: string, kind: string, at: number): AppError {
  return new AppError('directory-chunk', 'A part of the directory is missing in the store', { version, kind, at });
}
