// Generated services as a feed would give them (HSDS-UK v3): some text as HTML, schedules, words about who can come, terms of a taxonomy, and the
// slips of true feeds. The same every time: for benchmarks of the import and for comparing what the reader reads.
import { createHash } from 'node:crypto';
import type { Place, Schedule, Service } from '../../src/directory/service.js';
import { generateServices } from './generate-services.js';

type Row = Readonly<Record<string, unknown>>;

function idOf(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** One of the values, by a number; each use steps on differently. */
function pick<T>(values: readonly T[], number: number, salt: number): T {
  const value = values[Math.abs((number * 2_654_435_761 + salt * 40_503) >>> 7) % values.length];
  if (value === undefined) throw new RangeError('There is nothing to choose from');
  return value;
}

const eligibilities = [
  'Anyone living in the borough',
  'Adults aged 18 and over',
  'Over 60s',
  'Women only',
  'Aged 16-25',
  'Unpaid carers, and the people they look after',
  'Residents with a disability or a long-term condition',
  'Open to everyone, including refugees and asylum seekers',
  'Families with children under 5',
  'People who are homeless or at risk of becoming homeless',
  '',
];
const ways = [
  'Just turn up, no booking needed.',
  'Call or email us to book a place.',
  'Self-referral or referral by your GP or social worker.',
  'By referral from your GP only.',
  'Please fill in the form on our website; we reply within five working days.',
  '',
];
const waits = ['About 6 weeks', 'None', '2-3 months', 'Varies', '', '', '', ''];
const fees = ['Free', '£3 a session', 'By donation', 'Free for those on benefits, otherwise £5', ''];
const alerts = [
  '',
  '',
  '',
  '',
  '',
  'Closed on bank holidays.',
  'We are not taking new referrals at the moment.',
  'Waiting list about 8 weeks.',
];
const accessibility = [
  'Step-free entrance and level floors. Accessible toilet on the ground floor.',
  'There is a lift to all floors; the hearing loop is in the main hall.',
  'No step-free access: there are 12 steps to the door.',
  'Blue badge parking on the street. Assistance dogs are welcome.',
];
const audienceTerms = ['Older people', 'Carers', 'Everyone', 'People with disabilities', 'Young people', 'Women', 'Adults'];
const organizationTypes = ['Voluntary organisation', 'Local authority', 'NHS', 'Charity', 'Private company'];
const costsOf = { free: 0, paid: 4, some: 2 } as const;

function schedule({ freq, interval, days, opens, closes, from, to }: Schedule, owner: string, at: number): Row {
  return {
    id: idOf(`${owner}/schedule/${String(at)}`),
    freq,
    interval,
    byday: days.map(({ day }) => day).join(','),
    opens_at: opens,
    closes_at: closes,
    attending_type: 'In person',
    ...(from !== undefined && { valid_from: from, valid_to: to }),
  };
}

function attribute(owner: string, taxonomy: string, name: string): Row {
  const term = `https://terms.example.org/${taxonomy}/${encodeURIComponent(name.toLowerCase())}`;
  return {
    id: idOf(`${owner}/${taxonomy}/${name}`),
    link_id: owner,
    link_type: taxonomy,
    taxonomy_term: {
      id: idOf(term),
      name,
      description: `What is found under ${name.toLowerCase()}.`,
      taxonomy: `Example terms: ${taxonomy}`,
      term_uri: term,
    },
  };
}

function location(place: Place, number: number, at: number): Row {
  const id = idOf(place.id);
  return {
    id: idOf(`${place.id}/at`),
    location_id: id,
    location: {
      id,
      location_type: 'physical',
      name: place.name,
      ...place.point,
      addresses: [
        {
          id: idOf(`${place.id}/address`),
          location_id: id,
          address_1: place.address[0],
          city: place.address[1],
          region: 'London',
          state_province: 'Greater London',
          postal_code: number % 20 === 0 ? place.postcode?.toLowerCase() : place.postcode,
          country: 'GB',
          address_type: 'physical',
        },
      ],
      accessibility: [0, 1].map(each => ({
        id: idOf(`${place.id}/access/${String(each)}`),
        description: pick(accessibility, number, each + at),
      })),
      schedules: place.schedules.map((each, nth) => schedule(each, place.id, nth)),
    },
  };
}

function organization({ provider }: Service, number: number): Row {
  const id = idOf(provider.id);
  return {
    id,
    name: provider.name,
    description: `${provider.name} has been at home in its neighbourhood for many years and runs services for people of all ages.`,
    email: `hello@${provider.id}.example.org`,
    website: `https://${provider.id}.example.org`,
    attributes: [attribute(id, 'organisation-type', pick(organizationTypes, provider.id.length + (number % 3), 1))],
  };
}

function toHtml(about: string): string {
  const [first = '', ...rest] = about.split('. ');
  return `<p>${first}.</p><p>${rest.join('.&nbsp;')}</p><ul><li>Warm &amp; friendly</li><li><a href="https://example.org">More</a></li></ul>`;
}

function toRow(service: Service, number: number): Row {
  const id = idOf(service.id);
  const words = service.name.split(' ');
  return {
    id,
    organization_id: idOf(service.provider.id),
    name: service.name,
    description: number % 3 === 0 ? toHtml(service.about) : number % 50 === 1 ? service.about.replaceAll("'", 'â€™') : service.about,
    url: `https://${service.provider.id}.example.org/services/${String(number)}`,
    email: service.email,
    status: 'active',
    fees_description: pick(fees, number, 2),
    wait_time: pick(waits, number, 3),
    application_process: pick(ways, number, 4),
    eligibility_description: pick(eligibilities, number, 5),
    ...(service.minimumAge !== undefined && { minimum_age: service.minimumAge, maximum_age: service.maximumAge ?? 0 }),
    alert: service.hidden ? 'The address is confidential.' : pick(alerts, number, 6),
    assured_date: service.assured,
    last_modified: service.lastModified === undefined ? undefined : `${service.lastModified}T10:00:00.000Z`,
    phones: service.phones.map((phone, at) => ({ id: idOf(`${id}/phone/${String(at)}`), number: phone, type: 'voice' })),
    schedules: service.schedules.map((each, at) => schedule(each, id, at)),
    service_areas: service.areas.map(name => ({ id: idOf(`${id}/area`), name, extent: name, extent_type: 'text' })),
    service_at_locations: service.places.map((place, at) => location(place, number, at)),
    languages: service.languages.map(code => ({ id: idOf(`${id}/${code}`), code, name: code })),
    ...(service.cost !== undefined && { cost_options: [{ id: idOf(`${id}/cost`), amount: costsOf[service.cost], option: service.cost }] }),
    organization: organization(service, number),
    attributes: [attribute(id, 'help', words.slice(1, -1).join(' ')), attribute(id, 'audience', pick(audienceTerms, number, 7))],
  };
}

/** `count` rows, the same for the same seed, one after another. */
export function* generateFeedRows(count: number, seed = 1): Generator<Row> {
  let number = 0;
  for (const service of generateServices(count, seed)) {
    yield toRow(service, number);
    number += 1;
  }
}
