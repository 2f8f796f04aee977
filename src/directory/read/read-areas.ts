// Areas a service says it serves: outward codes, names of boroughs and towns, codes of the ONS. A sentence about residents is no area.
import { objectsIn, textIn } from './json-fields.js';
import type { JsonObject } from './read-result.js';

const outward = /(?<![A-Z0-9])(?:[A-Z]{1,2}\d[A-Z\d]?)(?![A-Z0-9])/gu;
const officialCode = /\b[EWSN]\d{8}\b/gu;
const everywhere =
  /^(?:(?:the )?(?:uk|u\.k\.|united kingdom|great britain|britain|england|england and wales)(?:[- ]?wide)?|nation(?:al|ally|wide)(?: service)?|anywhere|everywhere|all areas|worldwide|no restrictions?)$/iu;
const prefixes =
  /^(?:the )?(?:(?:london|royal|metropolitan) )*(?:borough|city|county|district|town|area) of |^(?:residents of|people living in|living in) (?:the )?/iu;
const suffixes =
  /(?:,? (?:(?:london|metropolitan|district|borough|county|city|town) )*(?:council|borough|district|area)|[- ]wide| residents?(?: only)?| only)$/iu;
const longestName = 60;
const mostWords = 6;

function namesIn(text: string): readonly string[] {
  return text
    .replace(outward, ' ')
    .replace(officialCode, ' ')
    .split(/[,;/\n|]|\s-\s/u)
    .map(part =>
      part
        .trim()
        .replace(prefixes, '')
        .replace(suffixes, '')
        .replace(/^(?:and|&)\s+|[.\s]+$/giu, '')
        .trim(),
    )
    .filter(name => name.length > 1 && name.length <= longestName && name.split(/\s+/u).length <= mostWords && /\p{L}{2}/u.test(name))
    .filter(name => !/^(?:and|in|postcodes?|areas?|postcode areas?|local)$/iu.test(name));
}

function areasOf(area: JsonObject): readonly string[] {
  const said = textIn(area, 'name') || textIn(area, 'service_area');
  const codes = [...`${textIn(area, 'extent').slice(0, 1000)} ${textIn(area, 'uri')} ${said}`.matchAll(officialCode)].map(([code]) => code);
  return [...codes, ...[...said.matchAll(outward)].map(([code]) => code), ...namesIn(said)];
}

/** The areas of a row; none where one of them is everywhere. */
export function readAreas(row: JsonObject): readonly string[] {
  const areas = [...new Set(objectsIn(row, 'service_areas').flatMap(areasOf))];
  return areas.some(area => everywhere.test(area)) ? [] : areas;
}
