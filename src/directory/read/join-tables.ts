// HSDS as tables (one CSV a kind of object, https://docs.openreferral.org/en/latest/hsds/serialization.html) joined into full services of version 3.
// Tables hold texts; numbers and booleans become such where the standard has them, everything else is left to the reader of rows.
import type { JsonObject } from './read-result.js';
import { shapes, type EntityName, type Shape } from './hsds-shapes.js';
import { asNumber } from './json-fields.js';

/** One line of a table, by the names in its head. */
export type TableRow = Readonly<Record<string, string>>;
/** Lines by the name of their file without `.csv`, in singular or plural. */
export type Tables = Readonly<Record<string, readonly TableRow[]>>;

/** What hangs on what: the list's name in the parent, the table, and the column that points to the parent. */
interface Child {
  readonly field: string;
  readonly table: EntityName;
  readonly by: string;
}

const otherNames: Readonly<Record<string, string>> = {
  addresse: 'address',
  physical_address: 'address',
  accessibility_for_disabilitie: 'accessibility',
  accessibilitie: 'accessibility',
  regular_schedule: 'schedule',
  eligibilitie: 'eligibility',
  taxonomie: 'taxonomy',
  service_taxonomie: 'service_taxonomy',
  fundings: 'funding',
  cost: 'cost_option',
};
const named = (table: EntityName, by: string, field = `${table}s`): Child => ({ field, table, by });
const children: Readonly<Partial<Record<EntityName, readonly Child[]>>> = {
  service: [
    named('phone', 'service_id'),
    named('schedule', 'service_id'),
    named('service_area', 'service_id'),
    named('service_at_location', 'service_id'),
    named('language', 'service_id'),
    named('funding', 'service_id', 'funding'),
    named('cost_option', 'service_id'),
    named('contact', 'service_id'),
  ],
  organization: [named('organization_identifier', 'organization_id'), named('phone', 'organization_id')],
  service_at_location: [
    named('phone', 'service_at_location_id'),
    named('contact', 'service_at_location_id'),
    named('schedule', 'service_at_location_id'),
  ],
  location: [
    named('address', 'location_id', 'addresses'),
    named('accessibility', 'location_id', 'accessibility'),
    named('phone', 'location_id'),
    named('contact', 'location_id'),
    named('schedule', 'location_id'),
    named('language', 'location_id'),
  ],
  contact: [named('phone', 'contact_id')],
  phone: [named('language', 'phone_id')],
};
/** Who a phone or a schedule belongs to most closely comes first; it is not told again further up. */
const nearest: readonly string[] = ['contact_id', 'phone_id', 'service_at_location_id', 'location_id', 'service_id', 'organization_id'];

function tableName(file: string): string {
  const name = file
    .trim()
    .toLowerCase()
    .replace(/^.*[/\\]/u, '')
    .replace(/\.csv$/u, '');
  const singular = name.replace(/(?<!s)s$/u, '');
  return otherNames[name] ?? otherNames[singular] ?? singular;
}

function typed(table: string, row: TableRow): Record<string, unknown> {
  const shape: Shape = Object.hasOwn(shapes, table) ? shapes[table as EntityName] : {};
  const entries = Object.entries(row).flatMap(([head, text]): readonly (readonly [string, unknown])[] => {
    const key = head
      .replace(/^\uFEFF/u, '')
      .trim()
      .toLowerCase();
    const value = text.trim();
    if (value === '' || key === '') return [];
    if (/^(?:true|false)$/iu.test(value) && shape[key] === undefined) return [[key, value.toLowerCase() === 'true']];
    return [[key, shape[key] === 'number' ? (asNumber(value) ?? value) : value]];
  });
  return Object.fromEntries(entries);
}

class Joiner {
  readonly #tables: ReadonlyMap<string, readonly JsonObject[]>;
  readonly #indexes = new Map<string, ReadonlyMap<string, readonly JsonObject[]>>();

  constructor(tables: Tables) {
    const read = new Map<string, readonly JsonObject[]>();
    for (const [file, rows] of Object.entries(tables)) {
      const name = tableName(file);
      read.set(name, [...(read.get(name) ?? []), ...rows.map(row => typed(name, row))]);
    }
    this.#tables = read;
  }

  all(table: string): readonly JsonObject[] {
    return this.#tables.get(table) ?? [];
  }

  /** Lines of a table by a column, indexed when first asked for. */
  by(table: string, column: string, value: unknown): readonly JsonObject[] {
    const key = `${table} ${column}`;
    const index = this.#indexes.get(key) ?? indexBy(this.all(table), column);
    this.#indexes.set(key, index);
    return typeof value === 'string' ? (index.get(value) ?? []) : [];
  }

  /** An object with all that hangs on it. */
  join(table: EntityName, object: JsonObject): JsonObject {
    const joined: Record<string, unknown> = { ...object };
    for (const { field, table: child, by } of children[table] ?? []) {
      const found = this.by(child, by, object['id']).filter(each => child === 'service_at_location' || nearestOf(each) === by);
      if (found.length > 0) joined[field] = found.map(each => this.join(child, each));
    }
    const attributes = this.#attributes(table, object['id']);
    if (attributes.length > 0) joined['attributes'] = attributes;
    return { ...joined, ...this.#parents(table, object) };
  }

  #attributes(table: EntityName, id: unknown): readonly JsonObject[] {
    const own = this.by('attribute', 'link_id', id).filter(({ link_entity: entity }) => entity === undefined || entity === table);
    const old = table === 'service' ? this.by('service_taxonomy', 'service_id', id) : [];
    return [...own, ...old].map(attribute => {
      const [term] = this.by('taxonomy_term', 'id', attribute['taxonomy_term_id'] ?? attribute['taxonomy_id']);
      const [older] = this.by('taxonomy', 'id', attribute['taxonomy_id']);
      const found = term ?? older;
      return found === undefined ? attribute : { ...attribute, taxonomy_term: this.#named(found) };
    });
  }

  /** A term with the name of its taxonomy. */
  #named(term: JsonObject): JsonObject {
    const [taxonomy] = this.by('taxonomy', 'id', term['taxonomy_id']);
    const name = term['taxonomy'] ?? taxonomy?.['name'];
    return name === undefined ? term : { ...term, taxonomy: name };
  }

  #parents(table: EntityName, object: JsonObject): JsonObject {
    const [organization] = table === 'service' ? this.by('organization', 'id', object['organization_id']) : [];
    const [location] = table === 'service_at_location' ? this.by('location', 'id', object['location_id']) : [];
    const eligibilitys = table === 'service' ? this.by('eligibility', 'service_id', object['id']) : [];
    return {
      ...(organization === undefined ? {} : { organization: this.join('organization', organization) }),
      ...(location === undefined ? {} : { location: this.join('location', location) }),
      ...(eligibilitys.length === 0 ? {} : { eligibilitys }),
    };
  }
}

function nearestOf(row: JsonObject): string | undefined {
  return nearest.find(column => row[column] !== undefined);
}

function indexBy(rows: readonly JsonObject[], column: string): ReadonlyMap<string, readonly JsonObject[]> {
  const index = new Map<string, JsonObject[]>();
  for (const row of rows) {
    const value = row[column];
    if (typeof value !== 'string') continue;
    const held = index.get(value);
    if (held === undefined) index.set(value, [row]);
    else held.push(row);
  }
  return index;
}

/** Every service of the tables with all that belongs to it, one after another, in the shape of `/services/{id}`. */
export function* joinTables(tables: Tables): Generator<JsonObject> {
  const joiner = new Joiner(tables);
  for (const service of joiner.all('service')) yield joiner.join('service', service);
}
