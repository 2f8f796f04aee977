// The small directory of the tests as the conversation is given it: indexed, searchable, and with a few postcodes that somebody knows.
import { indexServices } from '../../src/directory/index-services.js';
import type { LocalDirectory } from '../../src/directory/local-directory.js';
import type { FoundPlace } from '../../src/directory/places/places.js';
import { createServiceSearch } from '../../src/directory/search-services.js';
import type { Service } from '../../src/directory/service.js';
import { corners, smallDirectory } from './small-directory.js';

const towerHamlets = { district: 'E09000030', districtName: 'Tower Hamlets' };

const known: Readonly<Record<string, FoundPlace>> = {
  'E1 6AN': { point: corners.whitechapel, precision: 'postcode', outward: 'E1', ...towerHamlets },
  'E3 2AA': { point: corners.bow, precision: 'outward', outward: 'E3', district: 'E09000030' },
  'SE15 4QL': { point: corners.peckham, precision: 'postcode', outward: 'SE15' },
  'LS1 4AP': { point: corners.leeds, precision: 'postcode', outward: 'LS1', districtName: 'Leeds' },
};

/** A directory in force with these services. */
export function aLocalDirectory(services: readonly Service[] = smallDirectory, more: Partial<LocalDirectory> = {}): LocalDirectory {
  const index = indexServices(services);
  return {
    version: 'v1',
    sample: false,
    index,
    search: createServiceSearch(index, new Map()),
    places: { find: postcode => known[postcode] },
    service: index.byId,
    ...more,
  };
}
