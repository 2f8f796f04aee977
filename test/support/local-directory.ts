// A directory in force, made of services at hand: what the desk and the pages are given in tests and benchmarks.
import { indexServices } from '../../src/directory/index-services.js';
import type { LocalDirectory } from '../../src/directory/local-directory.js';
import type { NeedPhrases } from '../../src/directory/needs-in-query.js';
import type { FoundPlace } from '../../src/directory/places/places.js';
import { createServiceSearch } from '../../src/directory/search-services.js';
import type { Service } from '../../src/directory/service.js';
import { corners } from './small-directory.js';

const phrases: NeedPhrases = new Map([
  ['loneliness', ['lonely', 'company']],
  ['housing', ['housing', 'rent arrears']],
]);

/** Postcodes of the tests: in full, and their first halves. */
const known: Readonly<Record<string, FoundPlace>> = {
  E16AN: { point: corners.whitechapel, precision: 'postcode', outward: 'E1', district: 'E09000030', districtName: 'Tower Hamlets' },
  E1: { point: corners.whitechapel, precision: 'outward', outward: 'E1' },
  E8: { point: corners.dalston, precision: 'outward', outward: 'E8', districtName: 'Hackney' },
};

/** A directory of these services. */
export function localDirectory(services: Iterable<Service>, sample = false): LocalDirectory {
  const index = indexServices(services);
  return {
    version: 'v1',
    sample,
    index,
    search: createServiceSearch(index, phrases),
    places: { find: typed => known[typed.replaceAll(/\s/gu, '').toUpperCase()] },
    service: index.byId,
  };
}
