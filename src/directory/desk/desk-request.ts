// The desk's filters and place as matching asks for them.
import type { NeedKey } from '../../content/journey/needs-schema.js';
import type { MatchRequest } from '../match-request.js';
import type { FoundPlace } from '../places/places.js';
import type { DeskFilters } from './desk-query.js';

function whereabouts(found: FoundPlace | undefined): Partial<MatchRequest> {
  if (found === undefined) return {};
  const { point, outward, district, districtName } = found;
  return { point, outward, ...(district !== undefined && { district }), ...(districtName !== undefined && { districtName }) };
}

/** What is asked for one need. `today`: ISO date. */
export function deskRequest(
  filters: DeskFilters,
  place: FoundPlace | undefined,
  today: string,
  limit: number,
): (need: NeedKey) => MatchRequest {
  const { age, speaks, gender, groups, access, days, freeOnly, staysHome, withoutReferral } = filters;
  const rest = {
    today,
    ...whereabouts(place),
    ...(age !== undefined && { age }),
    languages: speaks === undefined ? [] : [speaks],
    audiences: [...(gender === undefined ? [] : [gender]), ...groups],
    access,
    freeOnly,
    ...(days.length > 0 && { days }),
    canTravel: !staysHome,
    withoutReferral,
    limit,
  };
  return need => ({ need, ...rest });
}
