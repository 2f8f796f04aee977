// What every store must do for histories: a turn is added with its conversation or not at all, and a client that comes back reads on from where
// it was.
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Json, Store } from '../../src/storage/ports.js';
import type { StoreHarness } from './store-contract.js';

const said = (n: number): readonly Json[] => [{ text: `turn ${String(n)}` }, { text: `answer ${String(n)}` }];

/** Runs this part of the contract. */
export function describeHistory(
  storeNow: () => Store,
  open: () => Promise<Store>,
  { pass, rawBytes, tellsOthers = false }: Pick<StoreHarness, 'pass' | 'rawBytes' | 'tellsOthers'>,
): void {
  const save = async (history: readonly Json[], ttlSeconds = 3600): Promise<void> => {
    const { conversations } = storeNow();
    const loaded = await conversations.load('h1');
    const rev = loaded.found === 'value' ? loaded.rev : 0;
    expect(await conversations.save('h1', { n: 1 }, { rev, ttlSeconds, effects: [], history })).to.equal('saved');
  };
  const revNow = async (): Promise<number> => {
    const loaded = await storeNow().conversations.load('h1');
    return loaded.found === 'value' ? loaded.rev : 0;
  };
  const texts = async (after = 0): Promise<unknown> => (await storeNow().history.read('h1', after)).entries.map(({ values }) => values);

  describe('a history', () => {
    it('is empty before anything was said', async () => {
      expect(await storeNow().history.read('h1', 0)).to.deep.equal({ entries: [], last: 0 });
      await save([]);
      expect(await storeNow().history.read('h1', 0)).to.deep.equal({ entries: [], last: 0 });
    });

    it('gives turns in order, and those after a number', async () => {
      await save(said(1));
      await save(said(2));
      await save([{ text: 'زوفيا' }]);
      expect(await storeNow().history.read('h1', 0)).to.deep.equal({
        entries: [
          { seq: 1, values: said(1) },
          { seq: 2, values: said(2) },
          { seq: 3, values: [{ text: 'زوفيا' }] },
        ],
        last: 3,
      });
      expect(await texts(2)).to.deep.equal([[{ text: 'زوفيا' }]]);
      expect(await texts(3)).to.deep.equal([]);
      expect(await texts(99)).to.deep.equal([]);
    });

    it('gains nothing from a save that is refused, and one turn from 50 racers', async () => {
      await save(said(1));
      const rev = await revNow();
      const race = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          storeNow().conversations.save('h1', { n }, { rev, ttlSeconds: 3600, effects: [], history: [{ racer: n }] }),
        ),
      );
      expect(race.filter(result => result === 'saved')).to.have.length(1);
      expect(await texts(1)).to.have.length(1);
    });

    it('keeps the newest hundred values, and counts on', async () => {
      for (let n = 1; n <= 60; n += 1) await save(said(n));
      const { entries, last } = await storeNow().history.read('h1', 0);
      expect(last).to.equal(60);
      expect(entries.map(({ seq }) => seq)).to.deep.equal(Array.from({ length: 50 }, (_, at) => at + 11));
      expect(entries.at(-1)?.values).to.deep.equal(said(60));
    });

    it('keeps no more than 20 kB, and always the newest turn', async () => {
      // not to be deflated much
      const noise = (length: number): string =>
        Array.from({ length }, () => String.fromCodePoint(33 + Math.floor(Math.random() * 90))).join('');
      for (let n = 1; n <= 9; n += 1) await save([{ n, noise: noise(5_000) }]);
      const { entries } = await storeNow().history.read('h1', 0);
      expect(entries.map(({ seq }) => seq)).to.be.deep.equal([6, 7, 8, 9]);
      await save([{ noise: noise(40_000) }]);
      expect((await storeNow().history.read('h1', 0)).entries.map(({ seq }) => seq)).to.deep.equal([10]);
    });

    it('goes when its conversation is over, and begins anew', async () => {
      await save(said(1), 1);
      await pass(1100);
      expect(await texts()).to.deep.equal([]);
      await save(said(2));
      expect(await texts()).to.deep.equal([said(2)]);
    });

    it('lives as long as its conversation', async () => {
      await save(said(1), 1);
      await save(said(2), 3600);
      await pass(1100);
      expect(await texts()).to.deep.equal([said(1), said(2)]);
    });

    it('is deleted with its conversation', async () => {
      await save(said(1));
      expect(await storeNow().conversations.erase('h1', (await revNow()) + 1)).to.equal('conflict');
      expect(await texts()).to.deep.equal([said(1)]);
      expect(await storeNow().conversations.erase('h1', await revNow())).to.equal('saved');
      expect(await texts()).to.deep.equal([]);
    });

    it('keeps a goodbye, counted on, and what begins after it goes on from there', async () => {
      await save(said(1));
      await save(said(2));
      expect(await storeNow().conversations.erase('h1', await revNow(), [{ text: 'deleted' }])).to.equal('saved');
      expect(await storeNow().history.read('h1', 0)).to.deep.equal({ entries: [{ seq: 3, values: [{ text: 'deleted' }] }], last: 3 });
      await save(said(4));
      expect((await storeNow().history.read('h1', 3)).entries).to.deep.equal([{ seq: 4, values: said(4) }]);
    });

    it('says goodbye also where nothing had been saved', async () => {
      expect(await storeNow().conversations.erase('h1', 0, [{ text: 'nothing was there' }])).to.equal('saved');
      expect(await texts()).to.deep.equal([[{ text: 'nothing was there' }]]);
    });

    it('tells whoever waits, here and at another server, until they no longer wait', async () => {
      const told = new Map<string, number>();
      const count = (who: string): number => told.get(who) ?? 0;
      const counting = (who: string) => (): void => void told.set(who, count(who) + 1);
      const other = await open();
      const ends = [
        storeNow().history.watch('h1', counting('here')),
        other.history.watch('h1', counting('there')),
        storeNow().history.watch('h2', counting('elsewhere')),
      ];
      await setTimeout(200);
      const before = new Map(told);
      await save(said(1));
      const isTold = (who: string): boolean => count(who) > (before.get(who) ?? 0);
      const until = Date.now() + 5_000;
      while (!(isTold('here') && (!tellsOthers || isTold('there'))) && Date.now() < until) await setTimeout(10);
      expect([isTold('here'), isTold('there'), isTold('elsewhere')]).to.deep.equal([true, tellsOthers, false]);
      for (const end of ends) end();
      const last = count('here');
      await save(said(2));
      await setTimeout(100);
      expect(count('here')).to.equal(last);
    });

    it('lies sealed', async () => {
      await save([{ text: 'Zofia Wisniewska' }]);
      const bytes = (await rawBytes(storeNow())).toString('latin1');
      expect(bytes).not.to.contain('Zofia');
      expect(bytes).not.to.contain('text');
    });
  });
}
