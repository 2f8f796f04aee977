// How long an import takes and how much memory: feeds of generated services (text as HTML, schedules, eligibility, terms) are written to a file and
// imported into an embedded store in a temporary folder, each in a process of its own. `node dist/bench/directory-import.js [counts]`.
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { importDirectory } from '../src/directory-import/import-directory.js';
import { createFileSource } from '../src/directory-import/read-file.js';
import { readInThreads } from '../src/directory-import/read-in-thread.js';
import { openEmbeddedStore } from '../src/storage/embedded/open-embedded-store.js';
import { generateFeedRows } from '../test/support/generate-feed-rows.js';
import { ringOf } from '../test/support/key-ring.js';

const at = '2025-11-20T10:00:00.000Z';
const columns = ['rows', 'feed MB', 'seconds', 'CPU s', 'CPU ms/row', 'peak MB', 'accepted', 'warned', 'refused'];

function show(cells: readonly string[]): void {
  console.log(cells.map(cell => cell.padStart(12)).join(''));
}

function* pageOf(count: number): Generator<string> {
  yield `{"total_items":${String(count)},"total_pages":1,"page_number":1,"contents":[`;
  let between = '';
  for (const row of generateFeedRows(count)) {
    yield `${between}${JSON.stringify(row)}`;
    between = ',\n';
  }
  yield ']}';
}

async function importFile(file: string, folder: string): Promise<void> {
  const store = await openEmbeddedStore({ folder, keys: ringOf(), clock: () => new Date() });
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const outcome = await importDirectory({
    ...{ source: createFileSource(file), store: store.directory, id: 'bench', at },
    reader: readInThreads('directory', at.slice(0, 10)),
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await store.close();
  const { rows, accepted, warned, refused } = outcome.report;
  const cpuSeconds = (user + system) / 1e6;
  // The whole process from its start: what the machine must have.
  const peak = process.resourceUsage().maxRSS / 1024;
  const figures = [seconds.toFixed(1), cpuSeconds.toFixed(1), ((cpuSeconds / rows) * 1000).toFixed(3), peak.toFixed(0)];
  console.log([...figures, accepted, warned, refused].join(' '));
}

async function measure(count: number): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-import-'));
  try {
    const file = join(folder, 'feed.json');
    const writing = createWriteStream(file);
    await pipeline(Readable.from(pageOf(count)), writing);
    const script = fileURLToPath(import.meta.url);
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--import', file, join(folder, 'store')], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return [String(count), (writing.bytesWritten / 1_048_576).toFixed(1), ...stdout.trim().split(' ')];
  } finally {
    await rm(folder, { recursive: true });
  }
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--import') {
  const [file = '', folder = ''] = rest;
  await importFile(file, folder);
} else {
  const counts = process.argv.slice(2).map(Number);
  show(columns);
  for (const count of counts.length > 0 ? counts : [1000, 10_000, 100_000]) show(await measure(count));
}
