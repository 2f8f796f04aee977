// Everybody who may know where a postcode is, asked in turn: whoever knows the whole postcode first, then whoever knows its first half.
import type { OutwardCodes } from './outward-codes.js';
import type { FoundPlace, Places } from './places.js';

/**
 * One answer from the imported postcode table (if there is one), the feed's own postcodes and the shipped outward codes, in this order.
 * What one of them lacks of the local authority, the outward codes add where all of the outward code lies in one.
 */
export function placesFrom(table: Places | undefined, learnt: Places, outwardCodes: OutwardCodes): Places {
  const name = (place: FoundPlace): FoundPlace => {
    const districtName = place.districtName ?? outwardCodes.districtName(place.district ?? '');
    return districtName === undefined ? place : { ...place, districtName };
  };
  return {
    find: postcode => {
      const tabled = table?.find(postcode);
      if (tabled?.precision === 'postcode') return name(tabled);
      const taught = learnt.find(postcode);
      const shipped = outwardCodes.find(postcode);
      if (taught?.precision === 'postcode') return { ...districtOf(tabled ?? shipped, name), ...taught };
      const found = tabled ?? shipped ?? taught;
      return found && name(found);
    },
  };
}

/** The local authority of an outward code, as far as it is clear. */
function districtOf(place: FoundPlace | undefined, name: (place: FoundPlace) => FoundPlace): Pick<FoundPlace, 'district' | 'districtName'> {
  if (place?.district === undefined) return {};
  const { district, districtName } = name(place);
  return { ...(district !== undefined && { district }), ...(districtName !== undefined && { districtName }) };
}
