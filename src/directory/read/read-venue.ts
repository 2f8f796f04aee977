// What sort of place a location is, by its name and terms; the first rule that fits.
import { foldText } from '../../text/fold-text.js';
import type { VenueKind } from '../service.js';
import { textIn } from './json-fields.js';
import type { JsonObject } from './read-result.js';
import { rememberTexts } from './remember-texts.js';
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
    /\b(?:gp|doctors?'?|(?<!\b(?:dental|veterinary|vets?|vet's|advice|mp|mp's|councillors?'?) )surgery|medical (?:cent(?:re|er)|practice)|health ?(?:cent(?:re|er))|health practice|group practice|family practice|general practice|primary care cent(?:re|er)|polyclinic|walk-in cent(?:re|er))\b/u,
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
    /\b(?:(?:faith|religious) (?:building|cent(?:re|er)|venue)|(?:place|house) of (?:worship|prayer)|worship cent(?:re|er)|church|chapel|cathedral|abbey|basilica|oratory|tabernacle|parish(?! council)|vicarage|rectory|convent|monastery|friary|priory|minster|gospel hall|kingdom hall|prayer (?:hall|room)|salvation army|methodist|baptist|pentecostal|quaker|friends'? meeting house|meeting house|christian (?:cent(?:re|er)|fellowship)|mosque|masjid|jam(?:ia|me|i)|islamic (?:cent(?:re|er)|institute)|imambargah|hussain(?:ia|iya)|muslim cent(?:re|er)|temple|mandir|ashram|derasar|gurd?wara|gurudwara|gurdwaras?|sikh cent(?:re|er)|synagogue|shul|beth hamidrash|chabad|vihara|buddhist (?:cent(?:re|er)|society)|pagoda|multi-?faith|interfaith)\b/u,
  ],
  ['school', /\b(?:school|academy|college|university|nursery|sixth form)\b/u],
  ['park', /\b(?:park|gardens?|allotments?|common|recreation ground|nature reserve|city farm|green space|woods?|playing fields?|heath)\b/u],
];
/** Streets and districts are named for what once stood there. */
const inStreets =
  /\b(?:park|church|school|chapel|temple|garden|gardens|hospital|library|college|abbey|common|heath|wood) (?:road|street|lane|avenue|close|way|row|place|hill|terrace|drive|gate|walk|court|house|view|crescent|grove)\b|\b(?:business|retail|science|industrial|trading|office|technology|caravan|car) park\b/gu;
/** "25 Clapham Common" and "3 Acacia Gardens" are houses in a street. */
const numbered = /^\s*(?:flat |unit )?\d/iu;

const kindIn = rememberTexts((text): VenueKind | undefined => {
  const bare = foldText(text).replace(inStreets, ' ');
  return rules.find(([, rule]) => rule.test(bare))?.[0];
});

function kindOfLine(line: string): VenueKind | undefined {
  const kind = kindIn(line);
  return kind === 'park' && numbered.test(line) ? undefined : kind;
}

/** The kind of a location: its terms, else its names, else the first line of its address; `other` where nothing tells. */
export function readVenue(location: JsonObject, firstLine: string): VenueKind {
  const names = `${textIn(location, 'name')}; ${textIn(location, 'alternate_name')}`;
  return kindIn(termWords(location)) ?? kindIn(names) ?? kindOfLine(firstLine) ?? 'other';
}
