// The staff file while the server runs: read again when it has changed, so that somebody who leaves is nobody here soon after. A file that cannot be
// read any more leaves the last good one in force, and the log says so each time it is looked at.
import { readFileSync, statSync } from 'node:fs';
import { AppError } from './errors.js';
import { emptyRoster, readRoster } from './access/roster.js';
import type { Roster } from './access/roster.js';
import type { Logger } from './logger.js';

/** How often it is looked at, at most (milliseconds). */
const lookEvery = 5_000;

interface Seen {
  readonly stamp: string;
  readonly roster: Roster;
}

/** When it was changed, and how long it is. */
function stampOf(file: string): string {
  const { mtimeMs, size } = statSync(file);
  return `${String(mtimeMs)} ${String(size)}`;
}

function read(file: string): Seen {
  try {
    return { stamp: stampOf(file), roster: readRoster(readFileSync(file, 'utf8')) };
  } catch (fault) {
    if (fault instanceof AppError) throw fault;
    throw new AppError('staff-file', 'The staff file cannot be opened', { file }, fault);
  }
}

/** Opens it; without a file nobody is staff in Teams. @throws AppError `staff-file`: it cannot be read at the start */
export function openRoster(file: string | undefined, { logger, clock }: { readonly logger: Logger; readonly clock: () => Date }): Roster {
  if (file === undefined) return emptyRoster;
  let seen = read(file);
  let looked = clock().getTime();
  const now = (): Roster => {
    const at = clock().getTime();
    if (Math.abs(at - looked) < lookEvery) return seen.roster;
    looked = at;
    try {
      if (stampOf(file) !== seen.stamp) seen = read(file);
    } catch (err) {
      logger.error({ err }, 'the staff file cannot be read; the last good one stays in force');
    }
    return seen.roster;
  };
  return { find: who => now().find(who), all: () => now().all() };
}
