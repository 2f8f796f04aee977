// CPU microseconds per turn on /api/messages, ours beside a stock echo bot, in one run. Both servers are processes of their own; CPU time is
// the kernel's account of each process. Usage: npm run bench
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Robot } from '../test/support/robot.js';

const rounds = 5;
const turnsARound = 600;
const connections = 16;
const ticks = Number(execFileSync('getconf', ['CLK_TCK']).toString());

interface Running {
  readonly address: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** User and system time of a process so far, in microseconds. */
function cpu(pid: number): number {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1e6;
}

async function start(script: string, env: Readonly<Record<string, string>>): Promise<Running> {
  const child = spawn(process.execPath, [resolve(script)], {
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  while (!/localhost:\d+\//u.test(said)) said += String((await once(child.stdout, 'data'))[0]);
  child.stdout.resume();
  const port = /localhost:(\d+)\//u.exec(said)?.[1] ?? '';
  const stop = async () => {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  };
  return { address: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop };
}

async function inParallel(count: number, act: () => Promise<number>): Promise<void> {
  let done = 0;
  const worker = async () => {
    while (done < count) {
      const taken = await act();
      done += taken;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

/** One message to the echo bot. */
function echo(address: string): () => Promise<number> {
  return async () => {
    await new Robot(address, 'en').say('I would like more company');
    return 1;
  };
}

/** One whole referral with Waymark: as many turns as it took. */
function referral(address: string): () => Promise<number> {
  return async () => {
    const robot = new Robot(address, 'en');
    await robot.completeReferral();
    return robot.answered + 1;
  };
}

async function measure(running: Running, act: () => Promise<number>): Promise<number> {
  let turns = 0;
  const before = cpu(running.pid);
  await inParallel(turnsARound, async () => {
    const taken = await act();
    turns += taken;
    return taken;
  });
  return (cpu(running.pid) - before) / turns;
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
const stock = await start('dist/bench/echo-server.js', {});
const ours = await start('dist/src/main.js', { WAYMARK_DATA: folder });
await measure(stock, echo(stock.address));
await measure(ours, referral(ours.address));
const floor: number[] = [];
const turns: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  floor.push(await measure(stock, echo(stock.address)));
  turns.push(await measure(ours, referral(ours.address)));
}
const ratios = turns.map((turn, index) => turn / (floor[index] ?? 1));
process.stdout.write(`stock echo bot: median ${median(floor).toFixed(0)} us CPU a turn (${floor.map(n => n.toFixed(0)).join(', ')})\n`);
process.stdout.write(
  `Waymark:        median ${median(turns).toFixed(0)} us CPU a turn (${turns.map(n => n.toFixed(0)).join(', ')}), each saved durably\n`,
);
process.stdout.write(`ratio:          median ${median(ratios).toFixed(2)} (${ratios.map(n => n.toFixed(2)).join(', ')})\n`);
await ours.stop();
await stock.stop();
rmSync(folder, { recursive: true });
