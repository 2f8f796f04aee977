// What a feed calls a row may be a service, a service at a location turned inside out, or something else altogether.
import { isObject, objectIn, textIn } from './json-fields.js';
import type { JsonObject } from './read-result.js';

/** Fields that only other objects of the standard have. */
const otherObjects = [
  'taxonomy_terms',
  'services',
  'contents',
  'term_uri',
  'openapi_url',
  'location_type',
  'version',
  'website',
  'organization_identifiers',
  'parent_organization_id',
];

/** The service in a row; undefined where there is none. A `/service_at_locations` row becomes a service with that one location. */
export function toServiceRow(row: unknown): JsonObject | undefined {
  if (!isObject(row)) return undefined;
  const inner = objectIn(row, 'service');
  if (inner !== undefined && textIn(row, 'name') === '') {
    const { service: _, ...at } = row;
    return { ...inner, service_at_locations: [at] };
  }
  const isService = row['organization'] !== undefined || row['status'] !== undefined;
  return isService || !otherObjects.some(key => row[key] !== undefined) ? row : undefined;
}
