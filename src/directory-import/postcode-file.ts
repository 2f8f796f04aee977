// places.bin in the data folder, as `places import` leaves it: opened when it is there, and anew when it was imported anew.
import { readFile, stat } from 'node:fs/promises';
import { faultOf, openPostcodeTable } from '../directory/places/open-postcode-table.js';
import type { Places } from '../directory/places/places.js';
import type { StoreLogger } from '../storage/ports.js';

/** Places of a file that may come, and may change. */
export interface PostcodeFile extends Places {
  /** Looks whether the file is another one, and opens it then. A file that cannot be used is told once, and the one before stays. */
  readonly refresh: () => Promise<void>;
}

/** Makes the places of `file`; nothing is known before the first `refresh`. */
export function createPostcodeFile(file: string, logger: StoreLogger): PostcodeFile {
  let table: Places | undefined;
  let known = '';
  return {
    find: postcode => table?.find(postcode),
    refresh: async () => {
      const found = await stat(file).catch(() => undefined);
      const print = found === undefined ? '' : `${String(found.mtimeMs)} ${String(found.size)}`;
      if (found === undefined || print === known) return;
      const bytes = await readFile(file);
      known = print;
      const opened = openPostcodeTable(bytes);
      if (opened === undefined) logger.error({ file, why: faultOf(bytes) }, 'the postcode table cannot be used; import it again');
      else table = opened;
    },
  };
}
