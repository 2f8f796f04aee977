// HSDS as tables: a folder of CSV files, one a kind of object, joined into services. Tables are joined in memory, so their size has a limit.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { AppError } from '../errors.js';
import { joinTables, type TableRow, type Tables } from '../directory/read/join-tables.js';
import type { FeedRequest, FeedRow, FeedSource } from './feed-source.js';
import { asFileFault } from './read-file.js';
import { namesIn } from './read-folder.js';

/** All tables together, in bytes: a hundred thousand services and more. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_RECORD = 1024 * 1024;
/** A quote that is never closed takes all lines after it with it: no single bad line. */
const swallowing: ReadonlySet<string> = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE']);

/** The source in a folder of tables, or in one table of services. */
export function createTablesSource(path: string): FeedSource {
  return { name: basename(resolve(path)), gives: 'whole', rows: request => readTables(path, request) };
}

/** Is this the name of a table? */
export function isTable(name: string): boolean {
  return extname(name).toLowerCase() === '.csv';
}

async function* readTables(path: string, { notice }: FeedRequest): AsyncGenerator<FeedRow> {
  const files = isTable(path) ? [{ name: 'services', file: path }] : await tablesIn(path);
  const tables: Record<string, readonly TableRow[]> = {};
  let bytes = 0;
  for (const { name, file } of files) {
    bytes += await sizeOf(file);
    if (bytes > MOST_BYTES)
      throw new AppError('feed-too-big', `${basename(path)}: the tables are larger than ${String(MOST_BYTES)} bytes together`);
    tables[name] = await readTable(file, notice);
  }
  for (const row of joinTables(tables satisfies Tables)) yield { row };
}

async function tablesIn(folder: string): Promise<readonly { name: string; file: string }[]> {
  const names = (await namesIn(folder)).filter(isTable);
  return names.map(name => ({ name: basename(name, extname(name)), file: join(folder, name) }));
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (fault) {
    throw asFileFault(fault, file);
  }
}

/** One table. A line that cannot be read is left out and told; the others are read. */
async function readTable(file: string, notice: FeedRequest['notice']): Promise<readonly TableRow[]> {
  const name = basename(file);
  const encoding = (await isUtf8(file)) ? 'utf-8' : 'windows-1252';
  if (encoding !== 'utf-8') notice({ code: 'not-utf8', detail: `${name} is read as Windows-1252` });
  let broken: Error | undefined;
  const parser = parse({
    columns: true,
    bom: true,
    delimiter: [',', ';', '\t'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MOST_RECORD,
    on_skip: fault => {
      if (fault !== undefined && swallowing.has(fault.code)) broken = fault;
      const line: unknown = fault?.['lines'];
      notice({ code: 'bad-line', detail: typeof line === 'number' ? `${name}: line ${String(line)}` : name });
    },
  });
  const rows: TableRow[] = [];
  const lines = Readable.from(textOf(file, encoding)).on('error', fault => parser.destroy(fault));
  try {
    // safe: with `columns` every record is an object of texts
    for await (const row of lines.pipe(parser) as AsyncIterable<TableRow>) rows.push(row);
    throwIf(broken);
  } catch (fault) {
    throw fault instanceof AppError ? fault : new AppError('feed-csv', `${name} is no CSV that can be read`, {}, fault);
  }
  return rows;
}

function throwIf(fault: Error | undefined): void {
  if (fault !== undefined) throw fault;
}

async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of bytesOf(file)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (fault) {
    if (fault instanceof TypeError) return false;
    throw asFileFault(fault, file);
  }
}

async function* textOf(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytesOf(file)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

function bytesOf(file: string): AsyncIterable<Buffer> {
  // safe: without an encoding a file stream gives bytes
  return createReadStream(file) as AsyncIterable<Buffer>;
}
