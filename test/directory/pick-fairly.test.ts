// Small local charities are not buried: one large provider has one of three results while others fit as well.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { pickFairly } from '../../src/directory/pick-fairly.js';

/** Each as `provider:points`; a provider in capitals is large. */
function pick(line: string, limit: number): string {
  const all = line.split(' ').map((text, spot) => ({ spot, points: Number(text.split(':')[1]), owner: text.split(':')[0] ?? '' }));
  const ownerOf = (spot: number) => {
    const owner = all[spot]?.owner ?? '';
    return { provider: owner.charCodeAt(0), small: owner === owner.toLowerCase() };
  };
  return pickFairly(all, limit, ownerOf)
    .map(({ spot }) => `${all[spot]?.owner ?? ''}:${String(all[spot]?.points)}`)
    .join(' ');
}

describe('picking fairly', () => {
  const rows: readonly (readonly [given: string, limit: number, picked: string, why: string])[] = [
    ['A:2 A:2 A:2 b:2 C:3', 3, 'A:2 b:2 C:3', 'a large one stands aside for others'],
    ['A:2 A:2 b:4', 3, 'A:2 A:2 b:4', 'not for what fits less well'],
    ['a:2 a:2 B:2', 2, 'a:2 a:2', 'a small one need not'],
    ['A:1 b:1 c:1 A:1 d:1', 5, 'A:1 b:1 c:1 A:1 d:1', 'three apart is enough'],
    ['A:1 A:1', 3, 'A:1 A:1', 'nor where there is nobody else'],
  ];
  for (const [given, limit, picked, why] of rows) {
    it(why, () => {
      expect(pick(given, limit)).to.equal(picked);
    });
  }
});
