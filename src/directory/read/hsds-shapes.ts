// What our rows may hold: the objects of HSDS-UK v3 (the profile's, and those fields of HSDS 3.0 that British feeds use and readers need, such
// as a language's name or a phone), each field with what it must be. What is not here is left out of a row.
// https://docs.openreferraluk.org/en/latest/hsds/schema_reference.html

/** What a field holds. `past`: a date that has happened. `id` may be any id in a feed and is a UUID in our row. */
export type FieldKind =
  | 'id'
  | 'line'
  | 'text'
  | 'url'
  | 'email'
  | 'number'
  | 'date'
  | 'past'
  | 'moment'
  | 'time'
  | 'freq'
  | 'days'
  | 'month-days'
  | 'location-type'
  | 'phone'
  | 'uri';
/** The objects a row is made of. */
export type EntityName =
  | 'service'
  | 'organization'
  | 'organization_identifier'
  | 'service_at_location'
  | 'location'
  | 'address'
  | 'accessibility'
  | 'schedule'
  | 'service_area'
  | 'phone'
  | 'language'
  | 'funding'
  | 'cost_option'
  | 'contact'
  | 'attribute'
  | 'taxonomy_term';
/** Another object, or a list of such. */
type Nested = { readonly one: EntityName } | { readonly many: EntityName };
/** The fields of an object. */
export type Shape = Readonly<Record<string, FieldKind | Nested>>;

const attributes: Nested = { many: 'attribute' };
const phones: Nested = { many: 'phone' };
const schedules: Nested = { many: 'schedule' };
const contacts: Nested = { many: 'contact' };
const languages: Nested = { many: 'language' };

/** The objects of a row by name. */
export const shapes: Readonly<Record<EntityName, Shape>> = {
  service: {
    id: 'id',
    organization_id: 'id',
    name: 'line',
    alternate_name: 'line',
    description: 'text',
    url: 'url',
    email: 'email',
    status: 'line',
    interpretation_services: 'text',
    application_process: 'text',
    fees: 'text',
    fees_description: 'text',
    wait_time: 'line',
    accreditations: 'text',
    eligibility_description: 'text',
    minimum_age: 'number',
    maximum_age: 'number',
    assured_date: 'past',
    assurer_email: 'email',
    alert: 'text',
    last_modified: 'moment',
    phones,
    schedules,
    service_areas: { many: 'service_area' },
    service_at_locations: { many: 'service_at_location' },
    languages,
    organization: { one: 'organization' },
    funding: { many: 'funding' },
    cost_options: { many: 'cost_option' },
    contacts,
    attributes,
  },
  organization: {
    id: 'id',
    name: 'line',
    alternate_name: 'line',
    description: 'text',
    email: 'email',
    website: 'url',
    logo: 'url',
    uri: 'uri',
    parent_organization_id: 'id',
    organization_identifiers: { many: 'organization_identifier' },
    phones,
    attributes,
  },
  organization_identifier: { id: 'id', organization_id: 'id', identifier_scheme: 'line', identifier_type: 'line', identifier: 'line' },
  service_at_location: {
    id: 'id',
    service_id: 'id',
    location_id: 'id',
    description: 'text',
    location: { one: 'location' },
    phones,
    contacts,
    schedules,
    attributes,
  },
  location: {
    id: 'id',
    location_type: 'location-type',
    name: 'line',
    alternate_name: 'line',
    description: 'text',
    transportation: 'text',
    latitude: 'number',
    longitude: 'number',
    external_identifier: 'line',
    external_identifier_type: 'line',
    addresses: { many: 'address' },
    accessibility: { many: 'accessibility' },
    phones,
    contacts,
    schedules,
    languages,
    attributes,
  },
  address: {
    id: 'id',
    location_id: 'id',
    attention: 'line',
    address_1: 'line',
    address_2: 'line',
    city: 'line',
    region: 'line',
    state_province: 'line',
    postal_code: 'line',
    country: 'line',
    address_type: 'location-type',
    attributes,
  },
  accessibility: { id: 'id', location_id: 'id', description: 'text', details: 'text', url: 'url', accessibility: 'text', attributes },
  schedule: {
    id: 'id',
    service_id: 'id',
    service_at_location_id: 'id',
    location_id: 'id',
    valid_from: 'date',
    valid_to: 'date',
    dtstart: 'date',
    until: 'date',
    freq: 'freq',
    interval: 'number',
    byday: 'days',
    bymonthday: 'month-days',
    description: 'text',
    opens_at: 'time',
    closes_at: 'time',
    schedule_link: 'url',
    attending_type: 'line',
    notes: 'text',
  },
  service_area: { id: 'id', service_id: 'id', name: 'text', extent: 'text', extent_type: 'line', uri: 'uri', service_area: 'text' },
  phone: { id: 'id', number: 'phone', extension: 'line', type: 'line', description: 'line', languages },
  language: { id: 'id', service_id: 'id', phone_id: 'id', location_id: 'id', code: 'line', name: 'line', note: 'line' },
  funding: { id: 'id', service_id: 'id', source: 'text' },
  cost_option: {
    id: 'id',
    service_id: 'id',
    valid_from: 'date',
    valid_to: 'date',
    option: 'line',
    currency: 'line',
    amount: 'number',
    amount_description: 'text',
  },
  contact: { id: 'id', service_id: 'id', name: 'line', title: 'line', department: 'line', email: 'email', phones, attributes },
  attribute: {
    id: 'id',
    link_id: 'id',
    taxonomy_term_id: 'id',
    link_type: 'line',
    link_entity: 'line',
    value: 'line',
    taxonomy_term: { one: 'taxonomy_term' },
  },
  taxonomy_term: {
    id: 'id',
    code: 'line',
    name: 'line',
    description: 'text',
    parent_id: 'id',
    taxonomy: 'line',
    taxonomy_id: 'id',
    term_uri: 'uri',
    term: 'line',
  },
};

/** Fields of the standard that we do not keep, left out without a word. */
export const knownAndDropped: ReadonlySet<string> = new Set([
  'additional_urls',
  'additional_websites',
  'capacities',
  'count',
  'byweekno',
  'byyearday',
  'wkst',
  'timezone',
  'funding_id',
  'legal_status',
  'licenses',
  'metadata',
  'organization_identifier',
  'program',
  'programs',
  'program_id',
  'reviews',
  'required_documents',
  'service',
  'services',
  'tax_id',
  'tax_status',
  'taxonomy_detail',
  'url',
  'uri',
  'year_incorporated',
  'locations',
  'phone_id',
  'contact_id',
  'location_id',
  'organization_id',
  'service_at_location_id',
  'service_id',
]);
