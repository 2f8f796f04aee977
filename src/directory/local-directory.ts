// The directory in force, ready to be asked: what the conversation, the desk and the leaflets are given. Another import makes another one; nobody
// changes this one.
import type { DirectoryIndex } from './index-services.js';
import type { Places } from './places/places.js';
import type { ServiceSearch } from './search-services.js';
import type { Service } from './service.js';

/** One version of the directory with its indexes, and where postcodes are. */
export interface LocalDirectory {
  /** Id of the import. */
  readonly version: string;
  /** Its services are made up: said wherever one is shown. */
  readonly sample: boolean;
  readonly index: DirectoryIndex;
  readonly search: ServiceSearch;
  readonly places: Places;
  /** A service by the feed's id. */
  readonly service: (id: string) => Service | undefined;
}

/** The directory in force now; undefined where none was imported. */
export type DirectoryNow = () => LocalDirectory | undefined;
