// How long a running server is kept from answering while it loads another version of the directory: 100,000 services made up, put into a store,
// opened beside a timer. `node dist/bench/serving-directory.js [count]`. Nothing here is a test.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { packLines, SERVICES_A_CHUNK } from '../src/directory-import/directory-chunks.js';
import { readShippedCodes } from '../src/directory-import/keep-directory.js';
import { openLocalDirectory } from '../src/directory-import/open-local-directory.js';
import { openEmbeddedStore } from '../src/storage/embedded/open-embedded-store.js';
import { generateServices } from '../test/support/generate-services.js';
import { ringOf } from '../test/support/key-ring.js';

const count = Number(process.argv[2] ?? 100_000);
const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
const store = await openEmbeddedStore({ folder, keys: ringOf(), clock: () => new Date() });
try {
  let lines: string[] = [];
  let chunks = 0;
  for (const service of generateServices(count)) {
    lines.push(JSON.stringify(service));
    if (lines.length < SERVICES_A_CHUNK) continue;
    await store.directory.putChunk('v1', 'services', chunks, await packLines(lines));
    [lines, chunks] = [[], chunks + 1];
  }
  const version = { id: 'v1', at: new Date().toISOString(), source: 'bench', services: count, chunks: { services: chunks, rows: 0 } };
  await store.directory.publish(version);
  const outwardCodes = await readShippedCodes('directory');
  for (const round of [1, 2]) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const begun = performance.now();
    const parts = { store: store.directory, phrases: new Map(), postcodes: { find: () => undefined }, outwardCodes };
    const { index } = await openLocalDirectory(version, parts);
    delay.disable();
    const at = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(0);
    console.log(
      `round ${String(round)}: ${String(index.size)} services in ${((performance.now() - begun) / 1000).toFixed(1)} s; ` +
        `blocked p50 ${at(delay.percentile(50))} ms, p99 ${at(delay.percentile(99))} ms, longest ${at(delay.max)} ms; ` +
        `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`,
    );
  }
} finally {
  await store.close();
  await rm(folder, { recursive: true });
}
