// Runs work under a time limit: the only way to stop synchronous code is a vm script, which can be interrupted at any point, patterns included.
// The work itself is the caller's own closure; the vm gives it no rights and takes none away.
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

/** Runs `work`, stopping it after so many milliseconds of wall-clock time. What it throws is thrown. */
export function runLimited<T>(work: () => T, milliseconds: number): Limited<T> {
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
