// A red flag that nobody has opened is raised again: in opening hours, once each interval, by one server of several, and not for ever.
import { afterEach, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import { createRaiseUnopened } from '../../src/delivery/raise-unopened.js';
import { readReferralRecord } from '../../src/delivery/referral-record.js';
import { createRaising } from '../../src/delivery/run-raising.js';
import type { DutyNotice, TellDuty } from '../../src/delivery/tell-duty.js';
import { StoreUnavailable } from '../../src/errors.js';
import { aReferral, keep } from '../staff/a-referral.js';
import { temporaryStore, type TemporaryStore } from '../support/a-store.js';
import { aFlag, keepingLogger, monday, service } from './a-duty.js';

const minute = 60_000;

describe('what nobody has opened', () => {
  let world: TemporaryStore;
  let logger: ReturnType<typeof keepingLogger>;
  const told: DutyNotice[] = [];

  beforeEach(async () => {
    world = await temporaryStore(monday);
    logger = keepingLogger();
    told.length = 0;
    await keep(world.store.referrals, aReferral({ id: 'f1', reference: 'FLAG-ACT2', submittedAt: monday, flags: [aFlag()] }));
    await keep(world.store.referrals, aReferral());
  });
  afterEach(() => world.remove());

  const noted: TellDuty = notice => Promise.resolve(void told.push(notice));
  const roundOf = (tell: TellDuty = noted) => {
    const { referrals } = world.store;
    return createRaiseUnopened({ referrals, tell, service, clock: world.clock, logger });
  };
  const raisedOf = async () => readReferralRecord((await world.store.referrals.get('f1'))?.value ?? null)?.flagged?.raised;
  const trail = async () => (await world.store.referrals.auditOf('f1')).map(({ who, did }) => `${who} ${did}`);

  it('is raised once in each interval, and at most as often as the service says', async () => {
    const round = roundOf();
    const raised: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      raised.push((await round()).raised);
      world.clock.forward(15 * minute);
    }
    expect(raised.flatMap((count, at) => (count > 0 ? [at * 15] : []))).to.deep.equal([60, 120]);
    expect(told.map(({ reference, tier, why }) => [reference, tier, why])).to.deep.equal([
      ['FLAG-ACT2', 'act', 'raised-again'],
      ['FLAG-ACT2', 'act', 'raised-again'],
    ]);
    expect(new Set(told.map(({ id }) => id)).size).to.equal(2);
    expect(await raisedOf()).to.deep.equal({ at: '2026-11-23T13:00:00.000Z', times: 2 });
    expect(await trail()).to.deep.equal(['Waymark raised-again', 'Waymark told-duty', 'Waymark raised-again', 'Waymark told-duty']);
  });

  it('is counted, and left alone outside opening hours', async () => {
    world.clock.forward(10 * 60 * minute);
    expect(await roundOf()()).to.deep.equal({ open: { act: 1, ask: 0 }, raised: 0 });
    expect(told).to.deep.equal([]);
    world.clock.forward(12 * 60 * minute + minute);
    expect((await roundOf()()).raised).to.equal(1);
  });

  it('is raised by one of several servers', async () => {
    world.clock.forward(61 * minute);
    const ends = await Promise.all(Array.from({ length: 5 }, () => roundOf()()));
    expect(ends.map(({ raised }) => raised).toSorted()).to.deep.equal([0, 0, 0, 0, 1]);
    expect(told).to.have.length(1);
  });

  it('is told of by another server where the one that raised it could not', async () => {
    world.clock.forward(61 * minute);
    await roundOf(() => Promise.reject(new Error('no mail')))();
    expect(logger.lines.join()).to.include('could not be raised again');
    expect((await raisedOf())?.tellBy).not.to.equal(undefined);
    await roundOf()();
    expect(told).to.deep.equal([]);
    world.clock.forward(3 * minute);
    expect((await roundOf()()).raised).to.equal(0);
    expect([told.length, await raisedOf()]).to.deep.equal([1, { at: '2026-11-23T12:01:00.000Z', times: 1 }]);
  });

  it('is found behind any number of others', async () => {
    for (let n = 0; n < 120; n += 1) {
      const flags = [aFlag({ tier: n % 2 === 0 ? 'act' : 'ask' })];
      await keep(world.store.referrals, aReferral({ id: `m${String(n)}`, reference: `M-${String(n)}`, submittedAt: monday, flags }));
    }
    world.clock.forward(61 * minute);
    expect(await roundOf()()).to.deep.equal({ open: { act: 61, ask: 60 }, raised: 121 });
  });

  it('is looked at as soon as the server runs, and a store that is away is only told about', async () => {
    const seen: unknown[] = [];
    const raising = createRaising({ round: roundOf(), observer: open => seen.push(open), logger });
    raising.start();
    await raising.stop();
    expect(seen).to.deep.equal([{ act: 1, ask: 0 }]);
    const away = createRaising({ round: () => Promise.reject(new StoreUnavailable()), observer: () => undefined, logger });
    away.start();
    await away.stop();
    expect(logger.lines.join()).to.include('open red flags cannot be read');
  });
});
