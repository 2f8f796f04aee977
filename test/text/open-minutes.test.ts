// Minutes count only while it is open.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { afterOpenMinutes } from '../../src/text/open-minutes.js';

const hours = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];

describe('minutes of opening hours', () => {
  const after = (from: string, minutes: number): string | undefined => {
    const at = afterOpenMinutes(hours, from, minutes);
    return at === undefined ? undefined : new Date(at).toISOString();
  };

  it('go by as on any clock while it is open', () => {
    expect(after('2026-11-23T11:00:00.000Z', 60)).to.equal('2026-11-23T12:00:00.000Z');
  });

  it('stand still at night, at the weekend and on bank holidays', () => {
    expect(after('2026-11-23T16:30:00.000Z', 60)).to.equal('2026-11-24T09:30:00.000Z');
    expect(after('2026-11-21T10:07:31.000Z', 60)).to.equal('2026-11-23T10:00:00.000Z');
    expect(after('2026-12-24T16:50:00.000Z', 60)).to.equal('2026-12-29T09:50:00.000Z');
  });

  it('follow the clocks of London in summer', () => {
    expect(after('2026-07-06T07:00:00.000Z', 30)).to.equal('2026-07-06T08:30:00.000Z');
  });

  it('never end where it never opens', () => {
    expect(afterOpenMinutes([], '2026-11-23T11:00:00.000Z', 1)).to.equal(undefined);
  });
});
