// The built server as a process of its own: what an operator runs, and what a test can kill.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export interface ServerProcess {
  readonly address: string;
  /** Path of the one-time staff sign-in link printed at start. */
  readonly signIn: string;
  readonly process: ChildProcess;
  /** SIGKILL, and gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM; the exit code. */
  readonly stop: () => Promise<number | null>;
}

const started = /http:\/\/localhost:(\d+)\//u;
const link = /one-time link:\s+http:\/\/localhost:\d+(\S+)/u;

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
  return child.exitCode;
}

/** Starts dist/src/main.js on a free port and waits until it says where it listens. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [resolve('dist/src/main.js')], {
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const greeting = new Promise<string>((resolveGreeting, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (started.test(output) && link.test(output)) resolveGreeting(output);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', code => {
      reject(new Error(`the server ended with ${String(code)}: ${output}`));
    });
  });
  const said = await greeting;
  return {
    address: `http://127.0.0.1:${started.exec(said)?.[1] ?? ''}`,
    signIn: link.exec(said)?.[1] ?? '',
    process: child,
    kill: async () => {
      await ended(child, 'SIGKILL');
    },
    stop: () => ended(child, 'SIGTERM'),
  };
}
