// What sort of place a location is, by its name and terms; the first rule that fits.
import { foldText } from '../../text/fold-text.js';
import type { VenueKind } from '../service.js';
import { textIn } from './json-fields.js';
import type { JsonObject } from './read-result.js';
import { termWords } from './row-terms.js';

/** In order: what is rarer and surer comes first ("children's centre at St Mary's Church" is a children's centre). */
const rules: readonly (readonly [VenueKind, RegExp])[] = [
  ['fire-station', /\bfire (?:station|house)\b/u],
  ['job-centre', /\bjob ?cent(?:re|er)(?: ?plus)?\b/u],
  [
    'children-centre',
    /\b(?:children'?s?'?|sure ?start|family|families) (?:and family |and families )?(?:cent(?:re|er)|hub)\b|\bfamily hubs?\b|\bsure ?start\b/u,
  ],
  ['library', /\blibrar(?:y|ies)\b|\bidea store\b/u],
  ['museum', /\b(?:museum|art gallery|gallery)\b/u],
  ['hospital', /\b(?:hospital|infirmary)\b/u],
  [
    'gp',
    /\b(?:gp|doctors?'?|surgery|medical (?:cent(?:re|er)|practice)|health ?(?:cent(?:re|er))|health practice|group practice|family practice|general practice|primary care cent(?:re|er)|polyclinic|walk-in cent(?:re|er))\b/u,
  ],
  [
    'leisure-centre',
    /\b(?:leisure|sports?|swimming|fitness|aquatics?) (?:and \w+ )?(?:cent(?:re|er)|complex|hall|pool|baths|hub)\b|\b(?:gym|gymnasium|lido|swimming pool)\b/u,
  ],
  [
    'community-centre',
    /\b(?:community|neighbourhood|village|civic|social|youth|voluntary|resource|day) (?:cent(?:re|er)|hub|hall|house|club)\b|\bcommunity (?:space|room|building|garden cent(?:re|er))\b|\bsettlement\b|\btenants'? hall\b/u,
  ],
  [
    'faith-building',
    /\b(?:church|chapel|cathedral|abbey|parish|mosque|masjid|temple|mandir|gurd?wara|gurudwara|synagogue|shul|minster|vihara|islamic cent(?:re|er)|salvation army|methodist|baptist|friends meeting house|cathedral|priory)\b/u,
  ],
  ['school', /\b(?:school|academy|college|university|nursery|sixth form)\b/u],
  ['park', /\b(?:park|gardens?|allotments?|common|recreation ground|nature reserve|city farm|green space|woods?|playing fields?|heath)\b/u],
];
/** Streets and districts are named for what once stood there. */
const inStreets =
  /\b(?:park|church|school|chapel|temple|garden|gardens|hospital|library|college|abbey|common|heath|wood) (?:road|street|lane|avenue|close|way|row|place|hill|terrace|drive|gate|walk|court|house|view|crescent|grove)\b/gu;

function kindIn(text: string): VenueKind | undefined {
  const bare = foldText(text).replace(inStreets, ' ');
  return rules.find(([, rule]) => rule.test(bare))?.[0];
}

/** The kind of a location: its terms, else its names, else the first line of its address; `other` where nothing tells. */
export function readVenue(location: JsonObject, firstLine: string): VenueKind {
  const names = `${textIn(location, 'name')}; ${textIn(location, 'alternate_name')}`;
  return kindIn(termWords(location)) ?? kindIn(names) ?? kindIn(firstLine) ?? 'other';
}
