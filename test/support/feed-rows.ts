// Rows of feeds for tests: a plausible service to be spoilt in one place, and a small map of needs.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { compileNeedMap } from '../../src/directory/read/map-needs.js';
import { compileNationalCharities } from '../../src/directory/read/national-charities.js';
import { readService } from '../../src/directory/read/read-service.js';
import type { FeedContext, JsonObject, ReadResult } from '../../src/directory/read/read-result.js';

export const someNeeds = {
  money: { terms: ['esdServiceTypes:15', 'https://example.org/terms/debt'], words: ['debt advice', 'debt', 'benefits'] },
  housing: { words: ['housing advice', 'homelessness'] },
  activity: { words: ['walking group', 'walk', 'exercise'] },
  safety: { words: ['domestic abuse'] },
  loneliness: { words: ['befriending', 'coffee morning'] },
};

export const context: FeedContext = {
  needs: compileNeedMap(someNeeds),
  today: '2025-06-01',
  nationalCharities: compileNationalCharities(['Crisis', 'Age UK', 'The Salvation Army']),
};

/** A UUID that ends in a number. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** One location with its address, by fields to change. */
export const aLocation = (location: JsonObject = {}, address: JsonObject = {}): JsonObject => ({
  id: uuid(10),
  location_type: 'physical',
  name: 'Mill Row Community Centre',
  latitude: 51.5321,
  longitude: -0.0745,
  addresses: [
    {
      id: uuid(11),
      address_1: '14 Mill Row',
      city: 'Hackney',
      region: 'London',
      state_province: 'London',
      postal_code: 'E8 1AA',
      country: 'GB',
      address_type: 'physical',
      ...address,
    },
  ],
  ...location,
});

/** A service with nothing wrong, by fields to change. */
export const aRow = (fields: JsonObject = {}): JsonObject => ({
  id: uuid(1),
  name: 'Walking group',
  description: 'A gentle walk every week.',
  status: 'active',
  organization: { id: uuid(2), name: 'Mill Row Association', description: 'Neighbours' },
  service_at_locations: [{ id: uuid(9), location: aLocation() }],
  ...fields,
});

/** Reads a row that must be taken. */
export function accept(row: unknown): Extract<ReadResult, { kind: 'accepted' }> {
  const read = readService(row, context);
  if (read.kind !== 'accepted') throw new Error(`refused: ${JSON.stringify(read.issues)}`);
  return read;
}

/** The codes of what a report says of a row. */
export const codes = (row: unknown): readonly string[] => readService(row, context).issues.map(({ code }) => code);

/** Tests of one rule: each line a text, and what is read from it. */
export function table(what: string, read: (text: string) => unknown, lines: readonly (readonly [text: string, read: unknown])[]): void {
  describe(what, () => {
    for (const [text, expected] of lines)
      it(`${JSON.stringify(text)} is ${JSON.stringify(expected)}`, () => void expect(read(text)).to.deep.equal(expected));
  });
}
