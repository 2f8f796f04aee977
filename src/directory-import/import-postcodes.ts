// The ONS Postcode Directory, read from its CSV file a piece at a time into the table that places are looked up in.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PostcodeRows } from '../directory/places/postcode-rows.js';
import type { PostcodeReport } from '../directory/places/postcode-rows.js';

/** The table as it is to be written, or why there is none, in one plain sentence; what became of the rows either way. */
export type ImportedPostcodes =
  | { readonly kind: 'built'; readonly table: Buffer; readonly report: PostcodeReport }
  | { readonly kind: 'failed'; readonly why: string; readonly report: PostcodeReport };

/** Told now and then while a long file is read. `share`: of the file, 0 to 1. */
export type TellProgress = (rows: number, share: number) => void;

const linesBetweenTelling = 250_000;
/** Small enough for pieces to be young garbage: larger ones wait in memory for the next full collection. */
const readAtOnce = 64 * 1024;
/** Longer than any row; a file with longer lines is something else. */
const longestLine = 64 * 1024;

const faults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder: give the large CSV file in it',
  EACCES: 'may not be read',
};

function sayFault(error: unknown): string {
  return faults[error instanceof Error && 'code' in error ? String(error.code) : ''] ?? 'could not be read';
}

interface FileEnds {
  readonly size: number;
  readonly zipped: boolean;
  /** Its last character ends a line. */
  readonly ended: boolean;
}

async function lookAtEnds(file: string): Promise<FileEnds> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const first = Buffer.alloc(4);
    const last = Buffer.alloc(1);
    await handle.read(first, 0, 4, 0);
    await handle.read(last, 0, 1, Math.max(0, size - 1));
    return { size, zipped: first.toString('latin1') === 'PK\u0003\u0004', ended: last.toString('latin1') === '\n' };
  } finally {
    await handle.close();
  }
}

/** Reads line after line; everything that is needed is ASCII. False: it has no lines. */
async function readLines(file: string, rows: PostcodeRows, size: number, tell: TellProgress): Promise<boolean> {
  const source = createReadStream(file, { encoding: 'latin1', highWaterMark: readAtOnce });
  let line = 0;
  let rest = '';
  // safe: a stream with an encoding gives strings
  for await (const piece of source as AsyncIterable<string>) {
    const text = rest + piece;
    let at = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', at)) {
      rows.take(text.slice(at, end), (line += 1));
      at = end + 1;
      if (line % linesBetweenTelling === 0) tell(line, source.bytesRead / size);
    }
    rest = text.slice(at);
    if (rest.length > longestLine) return false;
  }
  rows.take(rest, line + 1);
  return true;
}

/** Reads the file and builds the table. Nothing is written. A file cut off in the middle of a row, or with nothing usable in it, fails. */
export async function importPostcodes(file: string, tell: TellProgress): Promise<ImportedPostcodes> {
  const rows = new PostcodeRows();
  const failed = (why: string): ImportedPostcodes => ({ kind: 'failed', why: `${file}: ${why}`, report: rows.report });
  try {
    const { size, zipped, ended } = await lookAtEnds(file);
    if (zipped) return failed('is a zip: unzip it, and give the large CSV file in its folder Data');
    if (!(await readLines(file, rows, size, tell))) return failed('is not CSV');
    if (!ended && rows.lastWasShort) return failed('ends in the middle of a row: it may be cut off; get it anew');
  } catch (error) {
    return failed(sayFault(error));
  }
  if (!rows.columnsFound) {
    return failed('has neither names of columns (pcds, lat, long ...) in its first line nor postcodes in an order that is known');
  }
  return rows.report.taken === 0 ? failed('has no postcode with a position') : { kind: 'built', table: rows.finish(), report: rows.report };
}
