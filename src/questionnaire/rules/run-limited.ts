// Runs work under a time limit: the only way to stop synchronous code is a vm script, which can be interrupted at any point, patterns included.
// The work itself is the caller's own closure; the vm gives it no rights and takes none away.
import { cpuUsage } from 'node:process';
import { createContext, Script } from 'node:vm';

interface Box {
  run: () => void;
}

interface Runner {
  readonly box: Box;
  readonly script: Script;
}

let runner: Runner | undefined;

const rest = (): void => undefined;

function makeRunner(): Runner {
  const box: Box = { run: rest };
  createContext(box);
  return { box, script: new Script('run()') };
}

/** The error of a stopped script is of the script's own world, where `Error` is another one. */
function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

/** What became of limited work: its value, or that it was stopped. */
export type Limited<T> = { readonly value: T } | 'too-slow';

function attempt<T>(work: () => T, milliseconds: number): Limited<T> {
  runner ??= makeRunner();
  const { box, script } = runner;
  let done: Limited<T> = 'too-slow';
  box.run = () => {
    done = { value: work() };
  };
  try {
    script.runInContext(box, { timeout: milliseconds });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return 'too-slow';
  } finally {
    // Nothing of the work, and so of anybody's answers, stays behind.
    box.run = rest;
  }
  return done;
}

/** On a machine that is busy with other things the clock runs while the work waits: then it is tried once more, this many times as long. */
const patience = 10;

/** Runs `work`, stopping it after so many milliseconds, of which it must have been at work for half. What it throws is thrown. */
export function runLimited<T>(work: () => T, milliseconds: number): Limited<T> {
  const before = cpuUsage();
  const done = attempt(work, milliseconds);
  if (done !== 'too-slow') return done;
  const { user, system } = cpuUsage(before);
  const worked = (user + system) / 1000;
  return worked < milliseconds / 2 ? attempt(work, milliseconds * patience) : done;
}
