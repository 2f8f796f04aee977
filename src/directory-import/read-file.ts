// One file of a feed as a source, read a piece at a time: JSON (a page, a list, a service) or JSON Lines.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../errors.js';
import type { FeedRow, FeedSource } from './feed-source.js';
import { readJsonLines } from './json-lines.js';
import { readJsonRows } from './json-rows.js';

const PIECE_BYTES = 256 * 1024;

/** The source in one file. */
export function createFileSource(file: string): FeedSource {
  return { name: basename(file), gives: 'whole', rows: () => readFile(file) };
}

/** Rows of one file; `.jsonl` and `.ndjson` are read by lines. @throws AppError `feed-file`, `feed-json` */
export async function* readFile(file: string): AsyncGenerator<FeedRow> {
  const stream = createReadStream(file, { highWaterMark: PIECE_BYTES });
  try {
    // safe: without an encoding a file stream gives bytes
    const bytes = stream as AsyncIterable<Buffer>;
    if (/\.(?:jsonl|ndjson)$/iu.test(file)) yield* readJsonLines(bytes);
    else yield* readJsonRows(bytes, basename(file));
  } catch (fault) {
    throw asFileFault(fault, file);
  } finally {
    stream.destroy();
  }
}

/** A fault of the file system, told with the file's name. */
export function asFileFault(fault: unknown, file: string): unknown {
  if (!(fault instanceof Error) || !('code' in fault) || fault instanceof AppError) return fault;
  return new AppError('feed-file', `${basename(file)} cannot be read: ${String(fault.code)}`, {}, fault);
}
