// From a feed to the directory in force: rows are read one by one, written in chunks, and put in force together at the end or not at all.
// Whatever goes wrong before that, the directory that was in force stays.
import { AppError } from '../errors.js';
import type { DirectoryStore, DirectoryVersion } from '../storage/ports.js';
import { ChunkWriter } from './chunk-writer.js';
import { copyRest } from './copy-rest.js';
import type { FeedRow, FeedSource } from './feed-source.js';
import { ReportCounter, type ImportReport } from './import-report.js';
import type { RowReader } from './read-row.js';
import { RowTaker } from './take-row.js';

/** What one import is told. */
export interface ImportOptions {
  readonly source: FeedSource;
  readonly store: DirectoryStore;
  /** Reads rows; closed when the import is over. */
  readonly reader: RowReader;
  /** Of the version to come; letters and digits. */
  readonly id: string;
  /** ISO time now. */
  readonly at: string;
  /** Only what changed since the version in force; the rest is kept. */
  readonly changedOnly?: boolean;
  /** Also put in force what has fewer than half of the services that are in force. */
  readonly acceptSmaller?: boolean;
  /** The services are invented. */
  readonly sample?: boolean;
  /** Only where no directory is in force when it comes to its end. */
  readonly onlyFirst?: boolean;
  /** Aborted: the import ends with the next row, and nothing is put in force. */
  readonly signal?: AbortSignal;
  /** Called every 1,000 rows. */
  readonly progress?: (counts: { readonly rows: number; readonly accepted: number; readonly refused: number }) => void;
}

/** Why the directory that was in force stays. `other-source`: changes of a feed that is not the one in force; `late`: it was to be the first. */
export type WhyKept = 'failed' | 'nothing-accepted' | 'smaller' | 'unchanged' | 'other-source' | 'late';

/** What came of it. `before`: what was in force when it began. */
export type ImportOutcome =
  | { readonly kind: 'published'; readonly version: DirectoryVersion; readonly before?: DirectoryVersion; readonly report: ImportReport }
  | {
      readonly kind: 'kept';
      readonly why: WhyKept;
      readonly before?: DirectoryVersion;
      readonly report: ImportReport;
      /** How many services the new version would have had. */
      readonly services: number;
      readonly fault?: AppError;
    };

const ROWS_A_PROGRESS = 1_000;

/** Imports a feed. Faults of feed and store are outcomes; only a fault of the program is thrown, after clearing up. */
export async function importDirectory(options: ImportOptions): Promise<ImportOutcome> {
  const counter = new ReportCounter();
  const writer = new ChunkWriter(options.store, options.id);
  let before: DirectoryVersion | undefined;
  const kept = (why: WhyKept, fault?: AppError): ImportOutcome => ({
    ...{ kind: 'kept', why, report: counter.report(), services: writer.count },
    ...(before !== undefined && { before }),
    ...(fault !== undefined && { fault }),
  });
  try {
    before = await options.store.current();
    const why = await readAndJudge(options, before, counter, writer);
    const published = why ?? (await publish(options, before, writer));
    if (typeof published === 'object') {
      return { kind: 'published', version: published, report: counter.report(), ...(before !== undefined && { before }) };
    }
    await clear(options, writer);
    return kept(published);
  } catch (fault) {
    await clear(options, writer);
    if (fault instanceof AppError) return kept('failed', fault);
    throw fault;
  } finally {
    await options.reader.close();
  }
}

/** Reads the feed into the writer; why the result is not to be put in force, if there is a reason. */
async function readAndJudge(
  options: ImportOptions,
  before: DirectoryVersion | undefined,
  counter: ReportCounter,
  writer: ChunkWriter,
): Promise<WhyKept | undefined> {
  const onto = options.changedOnly === true ? before : undefined;
  if (isOtherFeed(options, onto)) return 'other-source';
  const taker = new RowTaker({ reader: options.reader, counter, writer, changes: onto !== undefined });
  await readAll(options, onto, counter, taker);
  const copied = taker.copied.bind(taker);
  await copyRest(options.store, onto, taker.touched(), writer, copied);
  await taker.finish();
  endIfAborted(options);
  const nothingNew = counter.accepted + counter.ended === 0;
  return onto !== undefined && nothingNew ? 'unchanged' : whyNot(options, before, writer.count);
}

/** What changed in one feed says nothing of another, nor of services that are invented. A file of changes may stand for any feed. */
function isOtherFeed({ source, sample }: ImportOptions, onto: DirectoryVersion | undefined): boolean {
  if (onto === undefined) return false;
  return (onto.sample === true && sample !== true) || (source.gives === 'changes' && onto.source !== source.name);
}

/** Rows read at once, and how many such batches may be on their way. */
const ROWS_A_BATCH = 100;
const BATCHES_AHEAD = 6;

/** The rows of a source in batches. */
async function* inBatches(rows: AsyncIterable<FeedRow>): AsyncGenerator<readonly FeedRow[]> {
  let batch: FeedRow[] = [];
  for await (const row of rows) {
    if (batch.push(row) < ROWS_A_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Takes the rows of a batch, in order, when they are read. */
async function takeBatch(taker: RowTaker, { progress }: ImportOptions, counter: ReportCounter, [rows, reading]: Batch): Promise<void> {
  const read = await reading;
  for (const [at, row] of rows.entries()) {
    const result = read[at];
    if (result === undefined) throw new TypeError('A row was not read');
    await taker.take(row, result);
    if (counter.rows % ROWS_A_PROGRESS === 0) progress?.({ rows: counter.rows, accepted: counter.accepted, refused: counter.refused });
  }
}

type Batch = readonly [rows: readonly FeedRow[], reading: ReturnType<RowTaker['read']>];

function endIfAborted({ signal }: ImportOptions): void {
  if (signal?.aborted === true) throw new AppError('import-ended', 'The import was ended before its end');
}

/** An hour before a version began, for a feed whose clock is behind ours. What is read twice is only put in again. */
function since({ at }: DirectoryVersion): string {
  return new Date(Date.parse(at) - 3_600_000).toISOString();
}

/** Reads the feed to its end. `onto`: the version that these are changes to. */
async function readAll(options: ImportOptions, onto: DirectoryVersion | undefined, counter: ReportCounter, taker: RowTaker): Promise<void> {
  const { source } = options;
  const notice = counter.notice.bind(counter);
  const ahead: Batch[] = [];
  for await (const rows of inBatches(source.rows({ notice, ...(onto !== undefined && { modifiedAfter: since(onto) }) }))) {
    endIfAborted(options);
    const reading = taker.read(rows);
    // told when its turn comes; not unheard meanwhile
    reading.catch(() => undefined);
    ahead.push([rows, reading]);
    const due = ahead.length >= BATCHES_AHEAD ? ahead.shift() : undefined;
    if (due !== undefined) await takeBatch(taker, options, counter, due);
  }
  for (const batch of ahead) await takeBatch(taker, options, counter, batch);
}

/** Why the new directory is not to be put in force, if there is a reason. */
function whyNot({ acceptSmaller = false }: ImportOptions, before: DirectoryVersion | undefined, services: number): WhyKept | undefined {
  if (services === 0) return 'nothing-accepted';
  const smaller = before !== undefined && before.sample !== true && services * 2 < before.services;
  return smaller && !acceptSmaller ? 'smaller' : undefined;
}

async function publish(
  { store, source, id, at, sample, changedOnly, onlyFirst }: ImportOptions,
  before: DirectoryVersion | undefined,
  writer: ChunkWriter,
): Promise<DirectoryVersion | WhyKept> {
  const services = writer.count;
  const chunks = await writer.finish();
  const version: DirectoryVersion = {
    ...{ id, at, source: source.name, services, chunks },
    ...(sample === true && { sample }),
    ...(changedOnly === true && before !== undefined && { wholeAt: before.wholeAt ?? before.at }),
  };
  const how = await store.publish(version, onlyFirst === true ? 'first' : undefined);
  if (how === 'published') return version;
  return how === 'late' ? 'late' : 'failed';
}

/** What cannot be removed now goes by itself: it was never published. */
async function clear({ store, id }: ImportOptions, writer: ChunkWriter): Promise<void> {
  await writer.settle();
  await store.drop(id).catch(() => undefined);
}
