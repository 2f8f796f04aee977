// One row of a feed becomes a service and a row we can serve again, or is refused with the reason; whatever is mended on the way is told.
// The order: shape, version, cleaning, hiding, reading. Service and row come from the one cleaned row, so that they never say different things.
import type { AccessKind, Place, Service } from '../service.js';
import { cleanRow } from './clean-row.js';
import { hideAddress } from './hide-address.js';
import { isHidden, isSecretHouse } from './is-hidden.js';
import { IssueList, toIssue } from './issue-list.js';
import { objectIn, objectsIn, textIn } from './json-fields.js';
import { placeKeys } from './place-keys.js';
import { readPlainText } from './plain-text.js';
import { readAges } from './read-ages.js';
import { readAreas } from './read-areas.js';
import { readAudience } from './read-audience.js';
import { readCapacity } from './read-capacity.js';
import { readContacts } from './read-contacts.js';
import { readCost } from './read-cost.js';
import { readLanguages } from './read-languages.js';
import { readNeeds } from './read-needs.js';
import { readPlaces } from './read-place.js';
import { readProvider } from './read-provider.js';
import { isRemote } from './read-remote.js';
import type { FeedContext, JsonObject, ReadResult } from './read-result.js';
import { readSchedules } from './read-schedule.js';
import { readWayIn } from './read-way-in.js';
import { locationsOf, termsOf, termWords } from './row-terms.js';
import { toServiceRow } from './to-service-row.js';
import { upgradeV1 } from './upgrade-v1.js';

const longestAbout = 2000;
const longestAlert = 500;
const statuses = ['active', 'inactive', 'defunct', 'temporarily closed'];

function refuse(id: string, code: string, field?: string, found?: unknown): ReadResult {
  return { kind: 'refused', ...(id === '' ? {} : { id }), issues: [toIssue('refused', code, field, found)] };
}

/** Status in the standard's words. None, or one nobody knows, is taken as active: feeds list what there is. */
function readStatus(raw: JsonObject, issues: IssueList): string {
  const said = textIn(raw, 'status').toLowerCase().replace(/[_-]+/gu, ' ');
  if (said === 'temporarily closed' || /^(?:suspended|paused)$/u.test(said)) return 'temporarily closed';
  if (/^(?:closed|deleted|archived|draft|unpublished|expired)$/u.test(said)) return 'defunct';
  if (statuses.includes(said)) return said;
  issues.warn(said === '' ? 'no-status' : 'unknown-status', 'status', said);
  return 'active';
}

/**
 * Reads one row: a full service of HSDS-UK v3 or v1, or a service at a location. Refused are what is no service (`not-a-service`), has no id
 * or name (`no-id`, `no-name`), or is not running (`not-active`). Everything else is taken, with issues for what was mended or left out.
 */
export function readService(row: unknown, context: FeedContext): ReadResult {
  const found = toServiceRow(row);
  if (found === undefined) return refuse('', 'not-a-service');
  const raw = upgradeV1(found);
  const id = textIn(raw, 'id');
  if (id === '') return refuse('', 'no-id', 'id');
  if (readPlainText(textIn(raw, 'name'), longestAlert, 'line').text === '') return refuse(id, 'no-name', 'name');
  const issues = new IssueList();
  const status = readStatus(raw, issues);
  if (status === 'inactive' || status === 'defunct') return refuse(id, 'not-active', 'status', textIn(raw, 'status'));
  const cleaned: JsonObject = { ...cleanRow(raw, id, context, issues), status };
  const hidden = isHidden([found, cleaned]);
  const served = hidden ? named(hideAddress(cleaned, raw), issues) : cleaned;
  if (textIn(served, 'name') === '') return refuse(id, 'name-is-address', 'name');
  const service = toService(served, hidden, context, issues);
  const isHouse = hidden && isSecretHouse([found, cleaned]);
  const house = isHouse ? { house: { organization: readProvider(cleaned, context).id, keys: placeKeys(cleaned) } } : {};
  return { kind: 'accepted', service, row: served, issues: issues.all(hidden), ...house };
}

/** A hidden service called by its address is known by its organisation instead. */
function named(row: JsonObject, issues: IssueList): JsonObject {
  if (textIn(row, 'name') !== '') return row;
  issues.warn('name-is-address', 'name');
  return { ...row, name: textIn(objectIn(row, 'organization') ?? {}, 'name') };
}

function whoFor(row: JsonObject): Pick<Service, 'audiences'> {
  const [name, eligibility, about] = [textIn(row, 'name'), textIn(row, 'eligibility_description'), textIn(row, 'description')];
  return { audiences: readAudience({ name, terms: termWords(row), eligibility, about }) };
}

function attendingTypes(row: JsonObject): readonly string[] {
  const schedules = [row, ...locationsOf(row).flatMap(({ at, location }) => [at, location])].flatMap(each => objectsIn(each, 'schedules'));
  const terms = termsOf(row).filter(
    ({ taxonomy = '', name }) => taxonomy === 'attending_type' || /^(?:online|telephone|virtual|remote)\b/iu.test(name),
  );
  const virtual = locationsOf(row).some(({ location }) => textIn(location, 'location_type') === 'virtual');
  return [...schedules.map(each => textIn(each, 'attending_type')), ...terms.map(({ name }) => name), ...(virtual ? ['virtual'] : [])];
}

/** Sign language spoken by the service is offered in all its places. */
function withSigning(places: readonly Place[], languages: readonly string[]): readonly Place[] {
  if (!languages.includes('bfi')) return places;
  return places.map(({ lacks, ...place }) => ({
    ...place,
    access: [...new Set<AccessKind>([...place.access, 'sign-language'])],
    ...(lacks !== undefined && { lacks: lacks.filter(kind => kind !== 'sign-language') }),
  }));
}

function whereAndWhen(
  row: JsonObject,
  context: FeedContext,
  issues: IssueList,
): Pick<Service, 'places' | 'remote' | 'schedules' | 'languages' | 'interpreters' | 'areas'> {
  const located = locationsOf(row).map(({ location }) => location);
  const spoken = readLanguages(row, located, issues);
  const places = withSigning(readPlaces(row), spoken.languages);
  const texts = ['name', 'description', 'alert', 'application_process'].map(key => textIn(row, key));
  const remote = isRemote(attendingTypes(row), texts);
  const schedules = readSchedules(row);
  if (places.length === 0 && !remote) issues.warn('no-location', 'service_at_locations');
  if (schedules.some(({ to }) => to !== undefined && to < context.today)) issues.warn('schedule-over', 'schedules');
  return { places, remote, schedules, ...spoken, areas: readAreas(row) };
}

function optionalTexts(row: JsonObject): Pick<Service, 'url' | 'alert' | 'lastModified' | 'assured'> {
  const url = textIn(row, 'url');
  const alert = readPlainText(textIn(row, 'alert'), longestAlert, 'lines').text;
  const [modified, assured] = [textIn(row, 'last_modified').slice(0, 10), textIn(row, 'assured_date')];
  return {
    ...(url === '' ? {} : { url }),
    ...(alert === '' ? {} : { alert }),
    ...(modified === '' ? {} : { lastModified: modified }),
    ...(assured === '' ? {} : { assured }),
  };
}

function howToGetIn(row: JsonObject, context: FeedContext): Pick<Service, 'cost' | 'costNote' | 'wayIn' | 'capacity'> {
  const wayIn = readWayIn(['application_process', 'eligibility_description', 'description'].map(key => textIn(row, key)));
  const capacity = readCapacity(row);
  return { ...readCost(row, context.today), ...(wayIn === undefined ? {} : { wayIn }), ...(capacity === undefined ? {} : { capacity }) };
}

function toService(row: JsonObject, hidden: boolean, context: FeedContext, issues: IssueList): Service {
  const about = readPlainText(textIn(row, 'description'), longestAbout, 'lines').text;
  if (about === '') issues.warn('no-description', 'description');
  if (objectIn(row, 'organization') === undefined) issues.warn('no-organization', 'organization');
  return {
    id: textIn(row, 'id'),
    name: textIn(row, 'name'),
    about,
    provider: readProvider(row, context),
    needs: readNeeds(row, context, issues),
    ...whereAndWhen(row, context, issues),
    ...readAges(row, issues),
    ...whoFor(row),
    ...howToGetIn(row, context),
    ...readContacts(row),
    ...optionalTexts(row),
    hidden,
  };
}
