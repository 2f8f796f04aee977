// How Redis is asked: every question has a deadline, every fault becomes StoreUnavailable, scripts are sent by their hash.
import { createHash } from 'node:crypto';
import { StoreUnavailable } from '../../errors.js';
import { answering } from '../answering.js';
import type { Client } from './connect.js';
import type { Script } from './scripts.js';

/** A little over the command time-out: a cluster's own queue and its redirections have none. */
const DEADLINE_MS = 1900;

export type Argument = string | number | Buffer;

export interface Asking {
  readonly client: Client;
  /** Runs work within the deadline. @throws StoreUnavailable */
  readonly ask: <T>(work: (client: Client) => Promise<T>) => Promise<T>;
  /** Runs a script; strings come back as buffers. @throws StoreUnavailable */
  readonly run: (script: Script, keys: readonly string[], args: readonly Argument[]) => Promise<unknown>;
}

/** Makes the one way to ask this client. */
export function createAsking(client: Client): Asking {
  const ask: Asking['ask'] = work => answering(() => withinDeadline(work(client)));
  return { client, ask, run: (script, keys, args) => ask(() => runScript(client, script, keys, args)) };
}

const hashes = new WeakMap<Script, string>();

function hashOf(script: Script): string {
  const known = hashes.get(script);
  if (known !== undefined) return known;
  const hash = createHash('sha1').update(script.lua).digest('hex');
  hashes.set(script, hash);
  return hash;
}

async function runScript(client: Client, script: Script, keys: readonly string[], args: readonly Argument[]): Promise<unknown> {
  const rest: Argument[] = [keys.length, ...keys, ...args];
  try {
    return await client.callBuffer('EVALSHA', hashOf(script), ...rest);
  } catch (fault) {
    // A server that does not know the script (new, restarted, failed over) is sent it whole, and keeps it.
    if (!(fault instanceof Error) || !fault.message.startsWith('NOSCRIPT')) throw fault;
    return client.callBuffer('EVAL', script.lua, ...rest);
  }
}

async function withinDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new StoreUnavailable(new Error('deadline passed')));
    }, DEADLINE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
