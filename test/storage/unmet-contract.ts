// What every store must do for unmet needs: count each once, by month, area and need, and keep nothing of any one conversation.
import { expect } from 'chai';
import { it } from 'mocha';
import type { Store, UnmetNeeds } from '../../src/storage/ports.js';

const unmet = (id: string, over: Partial<UnmetNeeds> = {}): UnmetNeeds => ({
  ...{ id, at: '2026-11-03T10:00:00.000Z', needs: ['money'], area: 'Hackney', ...over },
});

/** The tests, to be called within a describe of the store's own. */
export function describeUnmet(store: () => Store): void {
  it('counts nothing before anything was told', async () => {
    expect(await store().unmet.list({ from: '2026-01', to: '2026-12' })).to.deep.equal([]);
    expect(await store().unmet.list({ from: '2026-12', to: '2026-01' })).to.deep.equal([]);
  });

  it('counts each once, however often and by however many it is told', async () => {
    const { unmet: needs } = store();
    await Promise.all(Array.from({ length: 12 }, (_, at) => needs.add(unmet(`c${String(at % 6)}`, { needs: ['money', 'food', 'money'] }))));
    await needs.add(unmet('c0'));
    expect(await needs.list({ from: '2026-11', to: '2026-11' })).to.deep.equal([
      { month: '2026-11', area: 'Hackney', need: 'food', count: 6 },
      { month: '2026-11', area: 'Hackney', need: 'money', count: 6 },
    ]);
  });

  it('tells months, areas and needs apart, in order', async () => {
    const { unmet: needs } = store();
    await needs.add(unmet('a', { at: '2026-12-31T23:59:00.000Z', area: 'E1\t"x' }));
    await needs.add(unmet('b', { area: '' }));
    await needs.add(unmet('c'));
    await needs.add(unmet('d', { at: '2027-01-01T00:00:00.000Z' }));
    expect((await needs.list({ from: '2026-11', to: '2026-12' })).map(({ month, area }) => [month, area])).to.deep.equal([
      ['2026-11', ''],
      ['2026-11', 'Hackney'],
      ['2026-12', 'E1\t"x'],
    ]);
    expect(await needs.list({ from: '2026-11', to: '2027-01' })).to.have.length(4);
  });
}
