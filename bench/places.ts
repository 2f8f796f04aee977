// The ONS Postcode Directory at its real size: seconds and memory of `places import` for 2,700,000 rows, bytes a postcode, and microseconds
// to find one. Usage: node dist/bench/places.js
// Limits: 3 minutes, 400 MB, 50 microseconds.
import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostcodeTable } from '../src/directory/places/open-postcode-table.js';
import { isOutwardCode } from '../src/directory/places/postcode-areas.js';
import { onspdHeader, postcodeLine } from '../test/directory/places/a-postcode-file.js';

const postcodes = 2_700_000;
const lookups = 200_000;
const letters = 'ABDEFGHJLNPQRSTUWXYZ';

/** Numbers that look like chance and are the same every time (Park and Miller). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return below => (state = (state * 48_271) % 2_147_483_647) % below;
}

/** As many outward codes as there are in the kingdom, and their middles. */
function outwardCodes(): readonly { readonly code: string; readonly north: number; readonly east: number }[] {
  const next = chance(11);
  const alphabet = Array.from('ABCDEFGHIJKLMNOPRSTUWXYZ');
  const areas = ['', ...alphabet].flatMap(second => alphabet.map(first => first + second));
  const codes = areas.flatMap(area => Array.from({ length: 24 }, (_, district) => `${area}${String(district + 1)}`)).filter(isOutwardCode);
  return codes.map(code => ({ code, north: 50 + next(800_000) / 100_000, east: -5 + next(600_000) / 100_000 }));
}

const inwardOf = (number: number): string =>
  `${String(number % 10)}${letters.charAt(Math.floor(number / 10) % 20)}${letters.charAt(Math.floor(number / 200) % 20)}`;

/** Rows as the edition of 2023 has them, of 35,000 small areas; one in three ended, one in a hundred without a position. */
async function generate(file: string): Promise<number> {
  const marks = ['<pcds>', '<doterm>', '<oslaua>', '<lsoa>', '<lat>', '<long>', '<imd>'];
  const marked = {
    pcds: '<pcds>',
    doterm: '<doterm>',
    oslaua: '<oslaua>',
    lsoa11: '<lsoa>',
    lsoa21: '<lsoa>',
    lat: '<lat>',
    long: '<long>',
  };
  const parts = postcodeLine({ ...marked, pcd: '<pcds>', imd: '<imd>' }).split(new RegExp(`(${marks.join('|')})`, 'u'));
  const next = chance(2_026);
  const codes = outwardCodes();
  const stream = createWriteStream(file);
  stream.write(`"${onspdHeader.join('","')}"\r\n`);
  for (let row = 0; row < postcodes; row += 1) {
    const { code, north, east } = codes[Math.floor((row * codes.length) / postcodes)] ?? { code: 'E1', north: 51.5, east: 0 };
    const area = Math.floor(row / 77);
    const placed = next(100) > 0;
    const values = new Map([
      ['<pcds>', `${code} ${inwardOf(row % 4000)}`],
      ['<doterm>', next(3) === 0 ? '199606' : ''],
      ['<oslaua>', `E0700${String(1000 + Math.floor(area / 100))}`],
      ['<lsoa>', `E010${String(10_000 + area)}`],
      ['<lat>', placed ? (north + next(60_000) / 1e6).toFixed(6) : '99.999999'],
      ['<long>', placed ? (east + next(90_000) / 1e6).toFixed(6) : '0.000000'],
      ['<imd>', String(1 + (area % 32_844))],
    ]);
    if (!stream.write(`${parts.map(part => values.get(part) ?? part).join('')}\r\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return codes.length;
}

/** In a process of its own, as it is run: the command, and then the most memory it took. */
async function importHere(file: string): Promise<void> {
  process.argv.splice(2, Infinity, 'places', 'import', file);
  process.on('exit', () => {
    process.stdout.write(`most memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);
  });
  await import('../src/cli.js');
}

async function timeLookups(file: string, codes: readonly string[]): Promise<string> {
  const opening = process.hrtime.bigint();
  const table = openPostcodeTable(await readFile(file));
  if (table === undefined) throw new Error('the table cannot be opened');
  const opened = Number(process.hrtime.bigint() - opening) / 1e6;
  const next = chance(5);
  const times = new Float64Array(lookups);
  let exact = 0;
  for (let round = 0; round < lookups; round += 1) {
    const postcode = `${codes[next(codes.length)] ?? ''} ${inwardOf(next(4000))}`;
    const before = process.hrtime.bigint();
    const found = table.find(postcode);
    times[round] = Number(process.hrtime.bigint() - before) / 1000;
    if (found?.precision === 'postcode') exact += 1;
  }
  times.sort();
  const at = (share: number): string => (times[Math.floor(lookups * share)] ?? 0).toFixed(1);
  const bytes = (await stat(file)).size / table.size;
  return [
    `${table.size.toLocaleString('en-GB')} postcodes, ${bytes.toFixed(2)} bytes each; opened in ${opened.toFixed(0)} ms`,
    `found in ${at(0.5)} microseconds (p50), ${at(0.99)} (p99), of ${String(lookups)} random ones, ${String(exact)} known in full`,
  ].join('\n');
}

const [, self = '', argument] = process.argv;
if (argument !== undefined) await importHere(argument);
else {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const file = join(folder, 'onspd.csv');
    const count = await generate(file);
    console.log(`${String(count)} outward codes; ${((await stat(file)).size / 1e6).toFixed(0)} MB of CSV`);
    const before = performance.now();
    const env = { ...process.env, WAYMARK_DATA: join(folder, 'data') };
    console.log(execFileSync(process.execPath, [self, file], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());
    console.log(`imported in ${((performance.now() - before) / 1000).toFixed(1)} s`);
    console.log(
      await timeLookups(
        join(folder, 'data', 'places.bin'),
        outwardCodes().map(({ code }) => code),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
