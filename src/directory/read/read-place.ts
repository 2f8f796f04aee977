// Where a service is: one place of a cleaned row. Postal boxes and virtual locations are no places to go to.
import type { Place } from '../service.js';
import { numberIn, objectsIn, textIn } from './json-fields.js';
import { readPlainText } from './plain-text.js';
import { readAccess, readLacks } from './read-access.js';
import { readOnce } from './read-once.js';
import type { JsonObject } from './read-result.js';
import { readSchedules } from './read-schedule.js';
import { readVenue } from './read-venue.js';
import { locationsOf, termWords } from './row-terms.js';

const longestNote = 500;
const foreignNotes = /^(?:gb|uk|united kingdom|england)$/iu;

function addressLines(address: JsonObject): readonly string[] {
  const postcode = textIn(address, 'postal_code');
  const lines = ['address_1', 'address_2', 'city', 'region'].flatMap(key => textIn(address, key).split(/\s*[,\n]\s*/u));
  const bare = lines
    .map(line => (postcode === '' ? line : line.replace(postcode, '')).trim())
    .filter(line => line !== '' && !foreignNotes.test(line));
  return bare.filter((line, at) => bare.findIndex(each => each.toLowerCase() === line.toLowerCase()) === at);
}

function accessText(location: JsonObject): string {
  const said = objectsIn(location, 'accessibility').flatMap(each =>
    ['description', 'accessibility', 'details'].map(key => textIn(each, key)),
  );
  return [...new Set(said)].filter(Boolean).join('\n');
}

/** What a feed both offers and refuses is not offered by mistake, and not refused either: somebody may ask. */
function offers(said: string): Pick<Place, 'access' | 'lacks'> {
  const access = readAccess(said);
  const lacks = readLacks(said).filter(kind => !access.includes(kind));
  return { access, ...(lacks.length === 0 ? {} : { lacks }) };
}

/** All that the location says by itself: services of one building share it. */
const readLocation = readOnce((location): Omit<Place, 'schedules'> => {
  const addresses = objectsIn(location, 'addresses');
  const address = addresses.find(each => textIn(each, 'address_type') === 'physical') ?? addresses[0] ?? {};
  const [lines, postcode, name, note] = [
    addressLines(address),
    textIn(address, 'postal_code'),
    textIn(location, 'name'),
    accessText(location),
  ];
  const [latitude, longitude] = [numberIn(location, 'latitude'), numberIn(location, 'longitude')];
  return {
    id: textIn(location, 'id'),
    ...(name === '' ? {} : { name }),
    address: lines,
    ...(postcode === '' ? {} : { postcode }),
    ...(latitude === undefined || longitude === undefined ? {} : { point: { latitude, longitude } }),
    venue: readVenue(location, lines[0] ?? ''),
    ...offers(`${note}\n${termWords(location).replaceAll(';', '\n')}`),
    ...(note === '' ? {} : { accessNote: readPlainText(note, longestNote, 'line').text }),
  };
});

function readPlace(at: JsonObject, location: JsonObject): Place {
  return { ...readLocation(location), schedules: [...readSchedules(at), ...readSchedules(location)] };
}

/** The places of a cleaned row that one can go to, each once. */
export function readPlaces(row: JsonObject): readonly Place[] {
  const places = locationsOf(row)
    .filter(({ location }) => !['virtual', 'postal'].includes(textIn(location, 'location_type')))
    .map(({ at, location }) => readPlace(at, location));
  return places.filter(({ id }, at) => places.findIndex(place => place.id === id) === at);
}
