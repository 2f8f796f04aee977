// The one way in which a feed is imported, by a command, at the first start or by the clock: read with the lists of directory/.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { readService } from '../directory/read/read-service.js';
import { loadFeedContext } from './feed-context.js';
import { readHere } from './read-row.js';
import { readInThreads } from './read-in-thread.js';
import { importDirectory, type ImportOptions, type ImportOutcome } from './import-directory.js';

/** What an import is told; `folder`: directory/, with needs.json and national-charities.json. */
export interface FeedImport extends Omit<ImportOptions, 'reader' | 'id' | 'sample'> {
  /** As it was given: where the services of directory/sample come from, they are told to be invented. */
  readonly place: string;
  readonly folder: string;
}

/** Where the invented services lie. */
export const sampleFolder = (folder: string): string => resolve(folder, 'sample');

/** Imports a source; a feed is read in a thread of its own, the few samples here. @throws ContentError where a list of directory/ is wrong */
export async function importFeed({ place, folder, ...options }: FeedImport): Promise<ImportOutcome> {
  const today = options.at.slice(0, 10);
  const context = await loadFeedContext(folder, today);
  const sample = resolve(place) === sampleFolder(folder);
  return importDirectory({
    ...options,
    reader: sample ? readHere(row => readService(row, context)) : readInThreads(folder, today),
    sample,
    id: `${options.at.replace(/\D/gu, '').slice(0, 14)}-${randomBytes(3).toString('hex')}`,
  });
}
