// The one entry of lmdb that holds pointer and list of the directory's versions, with the number it is compared by when it is changed.
import { parseDirectoryState, type DirectoryState } from '../directory-state.js';
import { DIRECTORY_KEY } from '../keys.js';
import type { Databases } from './databases.js';

/** What is there; `rev` 0: nothing yet. */
export function readDirectoryState(dbs: Pick<Databases, 'directory'>): { readonly state: DirectoryState; readonly rev: number } {
  const found = dbs.directory.getEntry(DIRECTORY_KEY);
  return { state: parseDirectoryState(found?.value), rev: found?.version ?? 0 };
}
