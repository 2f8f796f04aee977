// A chunk of the directory: up to 500 services, one a line, gzip. Both kinds of one number hold the same services in the same order.
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { DirectoryChunkKind, DirectoryStore } from '../storage/ports.js';

/** Services in every chunk but the last; where a service lies follows from its place. */
export const SERVICES_A_CHUNK = 500;

/** Longest line, in characters: no service is so long, and 500 of them fit in memory. */
export const MOST_LINE = 256 * 1024;

const squeeze = promisify(gzip);
const unsqueeze = promisify(gunzip);
/** As fast as reading a feed, at nearly the size of the best. */
const LEVEL = 1;

/** Lines to a chunk. */
export function packLines(lines: readonly string[]): Promise<Buffer> {
  return squeeze(lines.join('\n'), { level: LEVEL });
}

/** A chunk to its lines. */
export async function unpackLines(bytes: Buffer): Promise<readonly string[]> {
  const text = await unsqueeze(bytes, { maxOutputLength: 3 * SERVICES_A_CHUNK * MOST_LINE });
  return text.toString('utf8').split('\n');
}

/** Lines of chunk `at` of a version; none where there is no such chunk. */
export async function readChunk(store: DirectoryStore, version: string, kind: DirectoryChunkKind, at: number): Promise<readonly string[]> {
  for await (const bytes of store.chunks(version, kind, at)) return unpackLines(bytes);
  return [];
}
