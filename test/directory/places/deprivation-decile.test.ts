// Ranks of areas as tenths of their country.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { deprivationDecile } from '../../../src/directory/places/deprivation-decile.js';

describe('the deprivation decile', () => {
  const ends: readonly (readonly [string, string, number])[] = [
    ['England', 'E01000001', 32_844],
    ['Wales', 'W01000001', 1909],
    ['Scotland', 'S01000001', 6976],
    ['Northern Ireland', 'N20000001', 890],
    ['Northern Ireland as it was', '95AA01S1', 890],
  ];
  for (const [country, code, count] of ends) {
    it(`runs from 1 for the most deprived area of ${country} to 10 for the least`, () => {
      expect(deprivationDecile(1, code)).to.equal(1);
      expect(deprivationDecile(Math.floor(count / 10), code)).to.equal(1);
      expect(deprivationDecile(Math.floor(count / 10) + 1, code)).to.equal(2);
      expect(deprivationDecile(count, code)).to.equal(10);
    });
  }

  it('ranks among the areas of 2021 where the index is of 2025, and where the rank shows that it is', () => {
    expect(deprivationDecile(3285, 'E01000001')).to.equal(2);
    expect(deprivationDecile(3285, 'E01000001', 2020)).to.equal(2);
    expect(deprivationDecile(3285, 'E01000001', 2025)).to.equal(1);
    expect(deprivationDecile(33_755, 'E01000001')).to.equal(10);
  });

  it('says nothing without a rank, beyond the last one, or outside the four countries', () => {
    expect(deprivationDecile(0, 'E01000001')).to.equal(undefined);
    expect(deprivationDecile(Number.NaN, 'E01000001')).to.equal(undefined);
    expect(deprivationDecile(33_756, 'E01000001')).to.equal(undefined);
    expect(deprivationDecile(5, 'L99999999')).to.equal(undefined);
    expect(deprivationDecile(5, '')).to.equal(undefined);
  });
});
