// Unmet needs from the outbox to the table a manager reads.
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { unmetCommand } from '../../src/cli/say-unmet.js';
import { createCountUnmet } from '../../src/delivery/count-unmet.js';
import type { Json } from '../../src/storage/ports.js';
import { temporaryStore, type TemporaryStore } from '../support/a-store.js';

describe('unmet needs', () => {
  let kept: TemporaryStore;
  beforeEach(async () => {
    kept = await temporaryStore();
  });
  afterEach(() => kept.remove());

  const deliver = (id: string, over: Readonly<Record<string, Json>> = {}, kind: 'unmet' | 'referral' = 'unmet'): Promise<void> =>
    createCountUnmet(kept.store.unmet).deliver({
      ...{ id, kind },
      payload: { id, at: '2026-11-20T10:00:00.000Z', needs: ['money', 'food'], area: 'Hackney', ...over },
    });
  const say = (from?: string, to?: string) => unmetCommand(kept.store.unmet, { from, to }, '2026-11-22');

  it('are told by area and need, with few of a kind not told apart', async () => {
    for (const at of [1, 2, 3, 4, 5, 5]) await deliver(`c${String(at)}`);
    await deliver('x', { needs: ['money'], area: '', at: '2026-02-01T00:00:00.000Z' });
    await deliver('y', { needs: ['food'], at: '2025-12-31T00:00:00.000Z' });
    await deliver('r', {}, 'referral');
    expect((await say()).output.split('\n')).to.deep.equal([
      'Needs for which nothing was near, from 2025-12 to 2026-11',
      'area            need   times',
      'area not known  money  fewer than 5',
      'Hackney         food   6',
      'Hackney         money  5',
    ]);
    expect((await say('2026-01', '2026-01')).output).to.equal('No unmet needs were counted from 2026-01 to 2026-01.');
  });

  it('are asked for by months and nothing else', async () => {
    for (const [from, to] of [['2026-13'], ['x'], ['2026-05', '2026-04'], [undefined, '26-01']])
      expect((await say(from, to)).exitCode).to.equal(1);
  });

  it('of another shape are refused without telling what stands there', async () => {
    const fault = await deliver('c1', { needs: ['secret words'] }).catch((thrown: unknown) => thrown);
    expect(fault).to.include({ code: 'unmet-shape' });
    expect(JSON.stringify(fault)).not.to.include('secret');
  });
});
