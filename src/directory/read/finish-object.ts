// What holds between the fields of one object of a row: pairs that must agree, and what the profile requires.
import type { EntityName } from './hsds-shapes.js';
import type { Warn } from './issue-list.js';
import { weekdays } from '../service.js';
import { asText, numberIn, textIn } from './json-fields.js';
import { readPoint } from './read-point.js';
import type { JsonObject } from './read-result.js';
import { fieldOf, type RowPath } from './row-path.js';
import { isUuid } from './stable-uuid.js';
import { tidyPostcode } from './tidy-postcode.js';

interface Finishing {
  readonly clean: Record<string, unknown>;
  readonly raw: JsonObject;
  readonly path: RowPath;
  readonly issues: Warn;
}

type Finish = (finishing: Finishing) => JsonObject | undefined;

function without(object: JsonObject, ...keys: readonly string[]): JsonObject {
  if (!keys.some(key => key in object)) return object;
  const rest: Record<string, unknown> = {};
  for (const key of Object.keys(object)) if (!keys.includes(key)) rest[key] = object[key];
  return rest;
}

function finishService({ clean, issues }: Finishing): JsonObject {
  const [least, most] = [ageLimit(clean['minimum_age']), ageLimit(clean['maximum_age'])];
  const rest = without(clean, 'minimum_age', 'maximum_age');
  if (least === undefined || most === undefined || most === 0 || least <= most) return { ...rest, ...ages(least, most) };
  issues.warn('ages-swapped', 'minimum_age', `${String(least)} to ${String(most)}`);
  return { ...rest, ...ages(most, least) };
}

/** 0 as the oldest is how forms write nothing. */
function ages(from: number | undefined, to: number | undefined): JsonObject {
  return { ...(from === undefined ? {} : { minimum_age: from }), ...(to === undefined || to === 0 ? {} : { maximum_age: to }) };
}

function ageLimit(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function finishLocation({ clean, raw, path, issues }: Finishing): JsonObject {
  const { point, fault } = readPoint(raw);
  if (fault !== undefined) issues.warn(fault, fieldOf(path, 'latitude'), `${asText(raw['latitude'])}, ${asText(raw['longitude'])}`);
  const addressed = Array.isArray(clean['addresses']) && clean['addresses'].length > 0;
  clean['location_type'] ??= addressed || point !== undefined ? 'physical' : 'virtual';
  return point === undefined ? without(clean, 'latitude', 'longitude') : Object.assign(clean, point);
}

function readPostcode({ raw, path, issues }: Finishing): string {
  const found = textIn(raw, 'postal_code');
  const postcode = tidyPostcode(found);
  if (postcode === found || found === '') return found;
  issues.warn(postcode === undefined ? 'bad-postcode' : 'dirty-postcode', fieldOf(path, 'postal_code'), found);
  return postcode ?? '';
}

/** An address that says nothing is none. County and country are asked for by the standard and rarely given: nothing is made up but the country. */
function finishAddress(finishing: Finishing): JsonObject | undefined {
  const { clean } = finishing;
  const postcode = readPostcode(finishing);
  const [street, city, region] = ['address_1', 'city', 'region'].map(key => textIn(clean, key));
  if (`${street ?? ''}${city ?? ''}${region ?? ''}${postcode}` === '') return undefined;
  return Object.assign(clean, {
    address_1: street,
    city,
    state_province: textIn(clean, 'state_province') || region,
    postal_code: postcode,
    country: textIn(clean, 'country') || 'GB',
    address_type: textIn(clean, 'address_type') || 'physical',
  });
}

/** Whether nothing lies between the dates; a weekly thing that ends on the day it begins is such a nothing. */
function isEmptySpan(from: string, to: string, repeats: boolean): boolean {
  if (from === '' || to === '') return false;
  return from > to || (from === to && repeats);
}

function isInterval(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 52;
}

/** Of a frequency that the profile has not, no days are known; but what is on daily is on all days of the week. */
function readDays({ clean, raw }: Finishing): JsonObject {
  const freq = textIn(raw, 'freq').toUpperCase();
  if (freq === '' || clean['freq'] !== undefined) return clean;
  if (freq !== 'DAILY' || (numberIn(clean, 'interval') ?? 1) > 1) return without(clean, 'interval', 'byday', 'bymonthday');
  return `${textIn(raw, 'byday')}${textIn(raw, 'bymonthday')}` === '' ? { ...clean, byday: weekdays.join(',') } : clean;
}

function finishSchedule(finishing: Finishing): JsonObject {
  const { clean, path, issues } = finishing;
  const [from, to] = [textIn(clean, 'valid_from'), textIn(clean, 'valid_to')];
  const empty = isEmptySpan(from, to, clean['freq'] !== undefined);
  if (empty) issues.warn('bad-span', fieldOf(path, 'valid_from'), `${from} to ${to}`);
  const opens = textIn(clean, 'opens_at');
  // From midnight to midnight and the like is how forms write nothing
  const noHours = opens !== '' && opens === textIn(clean, 'closes_at');
  return without(
    readDays(finishing),
    ...(empty ? ['valid_from', 'valid_to'] : []),
    ...(isInterval(clean['interval']) ? [] : ['interval']),
    ...(noHours ? ['opens_at', 'closes_at'] : []),
  );
}

/** A term's own id is kept as its code where a UUID takes its place, so that a map of terms still finds it. */
function finishTerm({ clean, raw }: Finishing): JsonObject | undefined {
  const name = textIn(clean, 'name') || textIn(clean, 'term');
  const id = textIn(raw, 'id');
  const code = textIn(clean, 'code') || (id === '' || isUuid(id) ? '' : id);
  if (name === '' && code === '' && clean['term_uri'] === undefined) return undefined;
  return Object.assign(clean, code === '' ? {} : { code }, { name: name || code, description: textIn(clean, 'description') });
}

function finishOrganization({ clean, path, issues }: Finishing): JsonObject | undefined {
  if (textIn(clean, 'name') === '') {
    issues.warn('no-organization-name', fieldOf(path, 'name'));
    return undefined;
  }
  return Object.assign(clean, { description: textIn(clean, 'description') });
}

function finishIdentifier({ clean }: Finishing): JsonObject | undefined {
  if (textIn(clean, 'identifier') === '') return undefined;
  return Object.assign(clean, { identifier_type: textIn(clean, 'identifier_type') || textIn(clean, 'identifier_scheme') });
}

function finishPhone({ clean }: Finishing): JsonObject | undefined {
  return clean['number'] === undefined ? undefined : clean;
}

const finishes: Readonly<Partial<Record<EntityName, Finish>>> = {
  service: finishService,
  location: finishLocation,
  address: finishAddress,
  schedule: finishSchedule,
  taxonomy_term: finishTerm,
  organization: finishOrganization,
  organization_identifier: finishIdentifier,
  phone: finishPhone,
};

/** The cleaned object as it may stand in a row; undefined where nothing is left of it. */
export function finishObject(
  entity: EntityName,
  clean: Record<string, unknown>,
  raw: JsonObject,
  path: RowPath,
  issues: Warn,
): JsonObject | undefined {
  const finish = finishes[entity];
  return finish === undefined ? clean : finish({ clean, raw, path, issues });
}
