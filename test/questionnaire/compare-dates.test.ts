import { expect } from 'chai';
import { describe, it } from 'mocha';
import { compareDates } from '../../src/questionnaire/compare-dates.js';

/** How the first stands to the second: `before`, `same`, `after`, or `open` where nobody can say. */
function stands(a: string, b: string): string {
  const difference = compareDates(a, b);
  if (difference === undefined) return 'open';
  return difference === 0 ? 'same' : difference < 0 ? 'before' : 'after';
}

describe('compareDates', () => {
  const rows: readonly (readonly [a: string, b: string, expected: string])[] = [
    ['2020-01-01', '2020-01-01', 'same'],
    ['2020-01-01', '2020-01-02', 'before'],
    ['2020-02-01', '2020-01-31', 'after'],
    ['2020', '2021', 'before'],
    ['2020-05', '2020', 'open'],
    ['2020', '2020-05-06', 'open'],
    ['2021', '2020-05-06', 'after'],
    ['2020-05', '2020-06-01', 'before'],
    ['2020-01-01', '2020-01-01T10:00:00Z', 'open'],
    ['2020-01-01T10:00:00Z', '2020-01-01', 'open'],
    ['2020-01-01', '2020-01-02T00:00:00Z', 'before'],
    ['2020-01-02T00:00:00Z', '2020-01-01', 'after'],
    ['2020-01-01T10:00:00Z', '2020-01-01T12:00:00+02:00', 'same'],
    ['2020-01-01T10:00:00Z', '2020-01-01T10:00:00+02:00', 'after'],
    ['2020-01-01T10:00:00Z', '2020-01-01T10:00:00-02:00', 'before'],
    ['2020-01-01T10:00:00Z', '2020-01-01T10:00:61Z', 'open'],
  ];
  for (const [a, b, expected] of rows) {
    it(`puts ${a} against ${b}: ${expected}`, () => {
      expect(stands(a, b)).to.equal(expected);
    });
  }
});
