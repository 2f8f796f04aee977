// Open Referral UK version 1 brought into the shape of version 3, object by object; what is version 3 already stays as it is.
// What changed: https://docs.openreferraluk.org/en/latest/hsds/ ; rows of both kinds are met in one feed.
import { asNumber, isObject, objectIn, objectsIn, textIn } from './json-fields.js';
import type { JsonObject } from './read-result.js';

/** Old name of a field to the new. */
type Names = Readonly<Record<string, string>>;

const serviceNames: Names = {
  regular_schedules: 'schedules',
  regular_schedule: 'schedules',
  fundings: 'funding',
  costs: 'cost_options',
  last_updated: 'last_modified',
  modified_date: 'last_modified',
  eligibility: 'eligibility_description',
};
const locationNames: Names = {
  physical_addresses: 'addresses',
  physical_address: 'addresses',
  accessibility_for_disabilities: 'accessibility',
  regular_schedules: 'schedules',
};
const atLocationNames: Names = { regular_schedules: 'schedules', regular_schedule: 'schedules' };
const organizationNames: Names = { url: 'website' };
const languageNames: Names = { language: 'name' };
const scheduleNames: Names = { weekday: 'byday' };
/** Of version 1 alone, without a place in version 3. */
const gone = new Set([
  'holiday_schedules',
  'eligibilitys',
  'service_taxonomys',
  'link_taxonomies',
  'attending_type',
  'attending_access',
  'deliverable_type',
]);

const nothing: ReadonlySet<string> = new Set();

function isOld(object: JsonObject, names: Names, drop: ReadonlySet<string>): boolean {
  for (const key in object) if (Object.hasOwn(names, key) || drop.has(key)) return true;
  return false;
}

function rename(object: JsonObject, names: Names, drop: ReadonlySet<string> = nothing): JsonObject {
  if (!isOld(object, names, drop)) return object;
  const renamed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) {
    if (drop.has(key)) continue;
    const name = Object.hasOwn(names, key) ? (names[key] ?? key) : key;
    // Where both stand, the new one counts
    if (name === key || object[name] === undefined || object[name] === null) renamed[name] = value;
  }
  return renamed;
}

function mapList(object: JsonObject, key: string, change: (each: JsonObject) => JsonObject): JsonObject {
  return object[key] === undefined || object[key] === null ? {} : { [key]: objectsIn(object, key).map(change) };
}

function upgradeLocation(location: JsonObject): JsonObject {
  const renamed = rename(location, locationNames);
  return { ...renamed, ...upgradeSchedules(renamed) };
}

function upgradeSchedules(object: JsonObject): JsonObject {
  return mapList(object, 'schedules', each => rename(each, scheduleNames));
}

function upgradeAtLocation(at: JsonObject): JsonObject {
  const renamed = rename(at, atLocationNames);
  return { ...renamed, ...upgradeSchedules(renamed), ...(isObject(at['location']) ? { location: upgradeLocation(at['location']) } : {}) };
}

/** `{ taxonomy: { id, name, vocabulary } }` as an attribute with its term. */
function toAttribute(old: JsonObject): JsonObject {
  const { vocabulary, ...term } = objectIn(old, 'taxonomy') ?? objectIn(old, 'taxonomy_term') ?? old;
  return {
    id: old['id'],
    link_type: 'taxonomy',
    taxonomy_term: { ...term, ...(vocabulary === undefined ? {} : { taxonomy: vocabulary }) },
  };
}

/** Ways of attending stood at the service; version 3 has them in schedules, and an attribute says them where there are none. */
function attendingAttributes(row: JsonObject): readonly JsonObject[] {
  const said = textIn(row, 'attending_type');
  return said === '' ? [] : [{ link_type: 'attending_type', taxonomy_term: { name: said, taxonomy: 'attending_type' } }];
}

function upgradeAttributes(row: JsonObject): JsonObject {
  const old = [...objectsIn(row, 'service_taxonomys'), ...objectsIn(row, 'link_taxonomies')].map(toAttribute);
  const attributes = [...objectsIn(row, 'attributes'), ...old, ...attendingAttributes(row)];
  return attributes.length === 0 ? {} : { attributes };
}

/** Several eligibilities: the widest ages of all, their words together. A service without a limit in one has none. */
function upgradeEligibility(row: JsonObject): JsonObject {
  const all = objectsIn(row, 'eligibilitys');
  if (all.length === 0) return {};
  const lows = all.map(each => asNumber(each['minimum_age']) ?? 0);
  const highs = all.map(each => asNumber(each['maximum_age']) ?? 0);
  const words = all.map(each => textIn(each, 'eligibility')).filter(Boolean);
  return {
    ...(Math.min(...lows) > 0 ? { minimum_age: Math.min(...lows) } : {}),
    ...(highs.includes(0) ? {} : { maximum_age: Math.max(...highs) }),
    ...(words.length === 0 ? {} : { eligibility_description: [...new Set(words)].join('; ') }),
  };
}

/** The row in the shape of version 3. */
export function upgradeV1(row: JsonObject): JsonObject {
  const renamed = rename(row, serviceNames, gone);
  const organization = objectIn(renamed, 'organization');
  return {
    ...upgradeEligibility(row),
    ...renamed,
    ...upgradeAttributes(row),
    ...upgradeSchedules(renamed),
    ...mapList(renamed, 'languages', each => rename(each, languageNames)),
    ...mapList(renamed, 'service_at_locations', upgradeAtLocation),
    ...(organization === undefined ? {} : { organization: rename(organization, organizationNames) }),
  };
}
