// Long work in pieces comes to the same as all at once.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { seededNumbers } from '../../src/content/models/train-linear.js';
import { doAll, eachInSteps, sortInSteps } from '../../src/directory/steps.js';

describe('work in steps', () => {
  it('sorts as the language does, equal ones in their order', () => {
    const next = seededNumbers(3);
    for (const length of [0, 1, 2, 3_999, 4_000, 4_001, 20_123]) {
      const values = Array.from({ length }, (_, at) => ({ at, key: Math.floor(next() * 500) }));
      const sorted = doAll(sortInSteps(values, (a, b) => a.key - b.key));
      expect(sorted).to.deep.equal(values.toSorted((a, b) => a.key - b.key));
    }
  });

  it('calls back once for each, and stops in between', () => {
    const seen: number[] = [];
    const steps = eachInSteps(10_000, at => seen.push(at));
    let stops = 0;
    while (steps.next().done !== true) stops += 1;
    expect(seen).to.deep.equal(Array.from({ length: 10_000 }, (_, at) => at));
    expect(stops).to.equal(3);
  });
});
