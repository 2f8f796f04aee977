// A directory in force, made of services at hand, searchable, and with a few postcodes that somebody knows: what the conversation, the desk and
// the pages are given in tests and benchmarks.
import { indexServices } from '../../src/directory/index-services.js';
import type { LocalDirectory } from '../../src/directory/local-directory.js';
import type { NeedPhrases } from '../../src/directory/needs-in-query.js';
import type { FoundPlace } from '../../src/directory/places/places.js';
import { createServiceSearch } from '../../src/directory/search-services.js';
import type { Service } from '../../src/directory/service.js';
import { corners, smallDirectory } from './small-directory.js';

const phrases: NeedPhrases = new Map([
  ['loneliness', ['lonely', 'company']],
  ['housing', ['housing', 'rent arrears']],
]);

const towerHamlets = { district: 'E09000030', districtName: 'Tower Hamlets' };

/** Postcodes of the tests without their blanks: in full, and their first halves. */
const known: Readonly<Record<string, FoundPlace>> = {
  E16AN: { point: corners.whitechapel, precision: 'postcode', outward: 'E1', ...towerHamlets },
  E32AA: { point: corners.bow, precision: 'outward', outward: 'E3', district: 'E09000030' },
  SE154QL: { point: corners.peckham, precision: 'postcode', outward: 'SE15' },
  LS14AP: { point: corners.leeds, precision: 'postcode', outward: 'LS1', districtName: 'Leeds' },
  E1: { point: corners.whitechapel, precision: 'outward', outward: 'E1' },
  E8: { point: corners.dalston, precision: 'outward', outward: 'E8', districtName: 'Hackney' },
};

/** A directory of these services. `more`: what of it is otherwise. */
export function localDirectory(services: Iterable<Service> = smallDirectory, more: Partial<LocalDirectory> = {}): LocalDirectory {
  const index = indexServices(services);
  return {
    version: 'v1',
    sample: false,
    index,
    search: createServiceSearch(index, phrases),
    places: { find: typed => known[typed.replaceAll(/\s/gu, '').toUpperCase()] },
    service: index.byId,
    ...more,
  };
}
