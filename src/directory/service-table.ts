// What matching asks of each service, a column a fact: a few bytes a service instead of an object.
import { needKeys } from '../content/journey/needs-schema.js';
import { dayNumber, laterDate } from './calendar-days.js';
import { audienceBits, capacityNumber, costNumber, flag, noLimit, wayInNumber } from './fact-bits.js';
import { InternedLists } from './interned-lists.js';
import type { Service } from './service.js';
import type { Steps } from './steps.js';

/** Columns by the number of the service. */
export interface ServiceTable {
  /** Where its first need stands among all needs; 255: it has none. */
  readonly firstNeed: Uint8Array;
  /** 0: none. */
  readonly minimumAge: Uint8Array;
  /** `noLimit`: none. */
  readonly maximumAge: Uint8Array;
  readonly audiences: Uint16Array;
  readonly cost: Uint8Array;
  readonly wayIn: Uint8Array;
  readonly capacity: Uint8Array;
  /** `noLimit`: not said. */
  readonly weeks: Uint8Array;
  readonly flags: Uint8Array;
  /** Day on which it was last changed or assured; 0: not said. */
  readonly checked: Uint16Array;
  readonly provider: Uint32Array;
  /** Numbers of lists in `areaLists` and `languageLists`. */
  readonly areas: Uint32Array;
  readonly languages: Uint32Array;
  readonly areaLists: readonly (readonly string[])[];
  readonly languageLists: readonly (readonly string[])[];
}

const limited = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));

function flagsOf(service: Service): number {
  return (
    (service.remote ? flag.remote : 0) |
    (service.interpreters ? flag.interpreters : 0) |
    (service.hidden ? flag.hidden : 0) |
    (service.provider.kind === 'small-charity' ? flag.small : 0) |
    (service.provider.kind === 'national-charity' ? flag.everywhere : 0)
  );
}

/** Takes services one after another; `finish` gives the table. */
export class ServiceTableBuilder {
  private readonly areaLists = new InternedLists();
  private readonly languageLists = new InternedLists();
  private readonly providers = new Map<string, number>();
  private readonly rows: number[][] = Array.from({ length: 13 }, () => []);

  private providerNumber(id: string): number {
    const known = this.providers.get(id) ?? this.providers.size;
    this.providers.set(id, known);
    return known;
  }

  /** Adds the row of one more service. */
  add(service: Service): void {
    const { cost, wayIn, capacity } = service;
    [
      limited(Math.ceil(service.minimumAge ?? 0), noLimit),
      limited(Math.floor(service.maximumAge ?? noLimit), noLimit),
      audienceBits(service.audiences),
      cost === undefined ? 0 : costNumber[cost],
      wayIn === undefined ? 0 : wayInNumber[wayIn],
      capacity === undefined ? 0 : capacityNumber[capacity.state],
      limited(capacity?.weeks ?? noLimit, noLimit),
      flagsOf(service),
      limited(dayNumber(laterDate(service.lastModified, service.assured)), 65_535),
      this.providerNumber(service.provider.id),
      this.areaLists.number(service.areas),
      this.languageLists.number(service.languages),
      service.needs[0] === undefined ? noLimit : needKeys.indexOf(service.needs[0]),
    ].forEach((value, column) => this.rows[column]?.push(value));
  }

  /** The columns of everything added; `order` gives for each number when it was added. */
  *finish(order: Uint32Array): Steps<ServiceTable> {
    const columns: Uint32Array[] = [];
    for (const row of this.rows) {
      columns.push(order.map(added => row[added] ?? 0));
      yield;
    }
    const column = (at: number): Uint32Array => columns[at] ?? new Uint32Array(order.length);
    return {
      minimumAge: new Uint8Array(column(0)),
      maximumAge: new Uint8Array(column(1)),
      audiences: new Uint16Array(column(2)),
      cost: new Uint8Array(column(3)),
      wayIn: new Uint8Array(column(4)),
      capacity: new Uint8Array(column(5)),
      weeks: new Uint8Array(column(6)),
      flags: new Uint8Array(column(7)),
      checked: new Uint16Array(column(8)),
      provider: column(9),
      areas: column(10),
      languages: column(11),
      firstNeed: new Uint8Array(column(12)),
      areaLists: this.areaLists.lists,
      languageLists: this.languageLists.lists,
    };
  }
}
