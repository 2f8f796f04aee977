// By what two services are known to be in one house: the location's id, or the first line of its address with the postcode.
import { objectsIn, textIn } from './json-fields.js';
import type { JsonObject } from './read-result.js';
import { locationsOf } from './row-terms.js';
import { stableUuid } from './stable-uuid.js';

function addressKey(address: JsonObject): readonly string[] {
  const [postcode, line] = [textIn(address, 'postal_code'), textIn(address, 'address_1')];
  const bare = line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return postcode === '' || bare === '' ? [] : [`${postcode} ${bare}`];
}

/** The keys of all places of a cleaned row: hashes, which tell nobody where that is. */
export function placeKeys(row: JsonObject): readonly string[] {
  return locationsOf(row).flatMap(({ location }) =>
    [textIn(location, 'id'), ...objectsIn(location, 'addresses').flatMap(addressKey)].map(stableUuid),
  );
}
