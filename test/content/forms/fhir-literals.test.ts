import { expect } from 'chai';
import { describe, it } from 'mocha';
import { isFhirDate, isFhirDateTime, isFhirTime } from '../../../src/content/forms/fhir-literals.js';

const judged: readonly (readonly [string, (text: string) => boolean, readonly string[], readonly string[]])[] = [
  [
    'date',
    isFhirDate,
    ['2026', '2026-02', '2026-02-28', '2024-02-29', '0001-12-31'],
    ['0000', '26', '2026-2', '2026-13', '2026-00-01', '2026-02-29', '2026-04-31', '2026-01-32', '2026-01-01T', ' 2026', '2026\n'],
  ],
  [
    'time',
    isFhirTime,
    ['00:00:00', '23:59:59', '23:59:60', '10:00:00.125'],
    ['24:00:00', '10:60:00', '10:00', '1:00:00', '10:00:00.', '10:00:00Z', ''],
  ],
  [
    'dateTime',
    isFhirDateTime,
    ['2026', '2026-02-28', '2026-02-28T10:00:00Z', '2026-02-28T10:00:00.5+14:00', '2026-02-28T10:00:00-03:30'],
    ['2026-02T10:00:00Z', '2026-02-30T10:00:00Z', '2026-02-28T10:00:00', '2026-02-28T10:00Z', '2026-02-28T10:00:00+15:00', '2026-02-28T'],
  ],
];

describe('dates and times as FHIR writes them', () => {
  for (const [kind, test, right, wrong] of judged) {
    it(`tells a ${kind} from what is none`, () => {
      for (const text of right) expect(test(text), text).to.equal(true);
      for (const text of wrong) expect(test(text), JSON.stringify(text)).to.equal(false);
    });
  }
});
