// A row whose address must not be known, without it: no address, no postcode, no point, no identifier of a building, and none of these in any
// text, web address or note. What is kept is the town or borough of each place. The Service is read from this row, so neither can tell more.
import { isObject, objectIn, objectsIn, textIn } from './json-fields.js';
import type { JsonObject } from './read-result.js';
import { locationsOf } from './row-terms.js';
import { stableUuid } from './stable-uuid.js';

/** Fields of a location that stay. */
const keptOfLocation = ['id', 'location_type', 'phones', 'schedules', 'languages', 'attributes', 'accessibility'];
const streetWord =
  'street|st|road|rd|avenue|ave|lane|ln|close|drive|way|walk|place|square|terrace|gardens?|grove|crescent|court|mews|row|hill|park|green|gate|rise|view|parade|wharf|yard|embankment|broadway|high street|buildings?|house|lodge|mansions?|estate';
const street = new RegExp(
  `\\b(?:flat|unit|room|no\\.?)?\\s*\\d{1,4}[a-z]?(?:\\s?[-–/]\\s?\\d{1,4}[a-z]?)?,?\\s+(?:[\\p{L}'’.-]+\\s+){1,4}(?:${streetWord})\\b\\.?`,
  'giu',
);
const anyStreet = new RegExp(`\\b(?:${streetWord})\\b`, 'iu');
/** A road named with capitals and without a number: "behind Acacia Avenue". */
const road =
  /\b(?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Terrace|Grove|Crescent|Mews|Gardens|Row|Square|Walk|Yard|Wharf|Parade|Broadway|Embankment|Rd|Ave|Ln)\b\.?/gu;
/** A town is not called so, and a street in the field of the town is. */
const roadWord = /\b(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|terrace|crescent|mews|row|house|flat|unit)\b/iu;
/** The way there: what it is beside, which bus goes and how far one walks. */
const directions =
  /\b(?:[Oo]pposite|[Nn]ext (?:door )?to|[Bb]ehind|[Aa]bove|[Bb]eside|[Aa]djacent to|[Ii]n front of|[Aa]cross (?:the (?:road|street) )?from|[Rr]ound the corner from|(?:[Cc]lose|[Nn]ear) to|[Nn]ear|[Oo]ff)(?= (?:the |a )?(?:\p{Lu}|shops?|station|church|school|park|bus))[^.;,\n]*|\b(?:\w+|\d+)[- ]minutes?'? (?:walk|drive|bus ride) (?:from|to)[^.;,\n]*|\b[Nn]earest (?:station|tube|stop|bus|train)[^.;\n]*|\b[Bb]us(?:es)?(?: numbers?| routes?)? \d+[^.;\n]*/gu;
const gridReference = /\b[HNST][A-Z] ?\d{3,5} ?\d{3,5}\b/gu;
const postcode = /\b[a-z]{1,2}\d[a-z\d]?[\s.-]{0,3}\d[a-z]{2}\b/giu;
const anyPostcode = new RegExp(postcode.source, 'iu');
const coordinate = /-?\b\d{1,2}\.\d{3,}\b/gu;
const words3 = /\/{3}[\p{L}]+\.[\p{L}]+\.[\p{L}]+|\bwhat3words\b[^.\n]*/giu;
const mapAddress = /(?:maps?\.|\/maps?|openstreetmap|streetmap|what3words|w3w\.|goo\.gl|plus\.codes)/iu;
const link = /\bhttps?:\/\/\S+|\bwww\.\S+/giu;
/** Left out whole where they tell: half an address leads nowhere. */
const linkKeys = new Set(['email', 'assurer_email', 'url', 'website', 'uri', 'logo', 'term_uri', 'schedule_link']);
const idKey = /(?:^|_)id$/u;
/** Left out whole wherever they stand: shapes on a map, and who to ask for at the door. */
const droppedKeys = new Set(['extent', 'extent_type', 'attention', 'external_identifier', 'external_identifier_type', 'transportation']);

/** No line of a cleaned row is longer; a pattern of a whole novel could not be compiled. */
const longestSecret = 300;

/** What is known of the address, longest first, and pressed together for looking into web addresses. */
interface Secrets {
  readonly texts: readonly RegExp[];
  readonly pressed: readonly string[];
  /** Ids of its locations and what stands for them: another service there may tell where that is. */
  readonly ids: ReadonlyMap<string, string>;
}

function press(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/[\s,]+/gu, '[\\s,]+');
}

/** The lines of an address, their parts, and a line without its number. */
function partsOf(address: JsonObject): readonly string[] {
  const lines = ['attention', 'address_1', 'address_2', 'city', 'postal_code'].map(key => textIn(address, key));
  const parts = lines.flatMap(line => [line, ...line.split(/,\s*/u)]);
  return [...parts, ...parts.map(part => part.replace(/^(?:flat|unit|no\.?)?\s*[\d\s/–-]+[a-z]?\s+/iu, ''))];
}

/** The names the public knows a service and its organisation by. */
function openNames(row: JsonObject): readonly string[] {
  const organization = objectIn(row, 'organization') ?? {};
  return [textIn(row, 'name'), textIn(organization, 'name')].map(press).filter(Boolean);
}

function idsOf(row: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    locationsOf(row).map(({ location }, at) => [textIn(location, 'id'), stableUuid(`${textIn(row, 'id')}/hidden[${String(at)}]`)]),
  );
}

/** The cleaned row and the feed's: the second still has the postcode as it was written. A house is secret even where a name tells it. */
function secretsOf(rows: readonly [cleaned: JsonObject, raw: JsonObject]): Secrets {
  const locations = rows.flatMap(row => locationsOf(row).map(({ location }) => location));
  const named = locations.flatMap(location => ['name', 'alternate_name', 'external_identifier'].map(key => textIn(location, key)));
  const addresses = locations.flatMap(location => objectsIn(location, 'addresses'));
  const towns = addresses.map(address => textIn(address, 'city')).filter(town => !roadWord.test(town));
  const areas = new Set(towns.map(press));
  const open = openNames(rows[0]);
  const isOpen = (pressed: string, text: string): boolean => open.some(name => name.includes(pressed)) && !anyStreet.test(text);
  const secret = [...new Set([...addresses.flatMap(partsOf), ...named].map(text => text.slice(0, longestSecret).trim()))]
    .map(text => ({ text, pressed: press(text) }))
    .filter(({ text, pressed }) => pressed.length >= 4 && !areas.has(pressed) && !isOpen(pressed, text))
    .sort((a, b) => b.text.length - a.text.length);
  return {
    texts: secret.map(({ text }) => new RegExp(escape(text), 'giu')),
    pressed: secret.map(({ pressed }) => pressed),
    ids: idsOf(rows[0]),
  };
}

function scrub(text: string, secrets: Secrets): string {
  let bare = text.replace(link, found => (mapAddress.test(found) || tells(found, secrets) ? '' : found));
  for (const secret of secrets.texts) bare = bare.replace(secret, '');
  for (const pattern of [postcode, street, road, coordinate, gridReference, words3, directions]) bare = bare.replace(pattern, '');
  if (bare === text) return text;
  return bare
    .replace(/\(\s*[,;]*\s*\)/gu, '')
    .replace(/[ \t]+(?=[.,;:])|(?:,\s*)+(?=[,.])/gu, '')
    .replace(/[ \t]{2,}/gu, ' ')
    .trim();
}

/** The address as people read it; one that is no UTF-8 (`%E9`) as it stands. */
function decode(address: string): string {
  try {
    return decodeURI(address.replace(/%(?![\da-f]{2})/giu, ''));
  } catch {
    return address;
  }
}

function tells(address: string, secrets: Secrets): boolean {
  const pressed = press(decode(address));
  return (
    mapAddress.test(address) ||
    secrets.pressed.some(secret => pressed.includes(secret)) ||
    anyPostcode.test(address.replaceAll(/[+_%]|%20/gu, ' '))
  );
}

function scrubField(key: string, value: unknown, secrets: Secrets): unknown {
  if (Array.isArray(value)) return value.map(each => scrubField(key, each, secrets));
  if (isObject(value)) return scrubObject(value, secrets);
  if (typeof value !== 'string') return value;
  if (idKey.test(key)) return secrets.ids.get(value) ?? value;
  if (linkKeys.has(key)) return tells(value, secrets) ? undefined : value;
  return scrub(value, secrets);
}

function scrubObject(object: JsonObject, secrets: Secrets): JsonObject {
  const entries = Object.entries(object).flatMap(([key, value]) => {
    if (droppedKeys.has(key)) return [];
    const kept = scrubField(key, value, secrets);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(entries);
}

/** The town or borough, where it is a plain name. */
function areaOf(location: JsonObject): string {
  const [address] = objectsIn(location, 'addresses');
  const area = address === undefined ? '' : textIn(address, 'city') || textIn(address, 'region');
  return /\d/u.test(area) || roadWord.test(area) ? '' : area;
}

function hideLocation(at: JsonObject): JsonObject {
  const location = objectIn(at, 'location');
  if (location === undefined) return at;
  const kept = Object.fromEntries(keptOfLocation.flatMap(key => (location[key] === undefined ? [] : [[key, location[key]]])));
  const area = areaOf(location);
  const { description: _, contacts: __, ...rest } = at;
  return { ...rest, location: { ...kept, ...(area === '' ? {} : { name: area }) } };
}

/**
 * The cleaned row without its address; `raw` is the feed's. A place keeps its town or borough as its name. The names of the service and its
 * organisation are known to the public and stay, but for a street or house in them.
 */
export function hideAddress(row: JsonObject, raw: JsonObject): JsonObject {
  const secrets = secretsOf([row, raw]);
  const located = { ...row, service_at_locations: objectsIn(row, 'service_at_locations').map(hideLocation) };
  const { organization, ...rest } = scrubObject(located, secrets);
  // An organisation called by its address alone cannot be named
  return isObject(organization) && textIn(organization, 'name') !== '' ? { ...rest, organization } : rest;
}
