// What a leaflet tells of a service: nothing in it depends on who asks.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { explainService } from '../../src/directory/explain-service.js';
import type { Service } from '../../src/directory/service.js';
import { aService, placeAt, weekly } from '../support/small-directory.js';
import type { Said } from '../support/small-directory.js';

const today = '2026-11-23';
const fresh = { lastModified: '2026-06-01' };

function codes(said: Said, corner: 'bow' | undefined = 'bow'): readonly string[] {
  const service: Service = aService('club', ['loneliness'], corner, { ...fresh, ...said });
  return explainService(service, service.places[0], today).map(reason =>
    JSON.stringify(reason).replace(/[{}"]/gu, '').replace('code:', ''),
  );
}

describe('the reasons for everybody', () => {
  it('are told in the order in which they are read', () => {
    const said = codes({
      remote: true,
      schedules: [weekly(['TU'])],
      languages: ['bn', 'so'],
      interpreters: true,
      minimumAge: 16,
      maximumAge: 25,
      audiences: ['carers'],
      wayIn: 'drop-in',
      at: { access: ['step-free', 'hearing-loop'] },
    });
    expect(said).to.deep.equal([
      'free',
      'remote',
      'days,days:[TU]',
      'language,language:bn',
      'language,language:so',
      'interpreters',
      'ages,from:16,to:25',
      'for,audience:carers',
      'step-free',
      'hearing-loop',
      'drop-in',
      'small-local',
    ]);
  });

  it('leave out what is not said', () => {
    const { cost: _cost, wayIn: _wayIn, ...bare } = aService('club', [], undefined, { by: 'council', ...fresh });
    expect(explainService(bare, undefined, today)).to.deep.equal([]);
  });

  it('take the days of the place before those of the service, and a season to come', () => {
    expect(codes({ schedules: [weekly(['TU'])], at: { schedules: [weekly(['FR'], { from: '2027-01-04' })] } })).to.include.members([
      'starts,from:2027-01-04',
      'days,days:[FR]',
    ]);
    const elsewhere = aService('club', [], 'bow', { schedules: [weekly(['TU'])] });
    expect(explainService(elsewhere, placeAt('other', 'bow'), today)).to.deep.include({ code: 'days', days: ['TU'] });
  });

  it('tell the days of what has begun, not of a season to come', () => {
    const seasons = [weekly(['TU']), weekly(['TH'], { from: '2027-04-01' }), weekly(['MO'], { to: '2026-11-22' })];
    expect(codes({ schedules: seasons })).to.include('days,days:[TU]');
    const later = [weekly(['FR'], { from: '2027-01-04' }), weekly(['TH'], { from: '2027-04-01' })];
    expect(codes({ schedules: later })).to.include.members(['starts,from:2027-01-04', 'days,days:[FR]']);
  });

  it('tell no days of what is not on every week', () => {
    const rare = [
      { ...weekly([]), days: [{ day: 'TU', nth: 1 }] } as const,
      { ...weekly(['TU']), interval: 2 },
      { ...weekly(['TU']), monthDays: [1, 2, 3] },
    ];
    for (const schedule of rare) {
      expect(codes({ schedules: [schedule] }).join()).not.to.contain('days');
      expect(codes({ schedules: [weekly(['FR']), schedule] }).join()).not.to.contain('days');
    }
  });

  it('say one end of an age where only one is given; a hundred is no end', () => {
    expect(codes({ minimumAge: 60, maximumAge: 120 })).to.include('ages,from:60');
    expect(codes({ maximumAge: 25 })).to.include('ages,to:25');
  });

  it('say a wait, a referral, a kept address and what it costs', () => {
    expect(codes({ capacity: { state: 'waiting', weeks: 6 }, wayIn: 'professional', cost: 'some' })).to.include.members([
      'free-for-some',
      'waiting,weeks:6',
      'ask-link-worker',
    ]);
    expect(codes({ capacity: { state: 'waiting' }, hidden: true, cost: 'paid' })).to.include.members(['waiting', 'address-kept', 'paid']);
  });

  it('say when it was last checked, where that is over a year ago or not known', () => {
    expect(codes({ lastModified: '2025-11-22' })).to.include('stale,checked:2025-11-22');
    expect(codes({ lastModified: '2024-01-01', assured: '2026-01-05' }).join()).not.to.contain('stale');
    const { lastModified: _never, ...undated } = aService('club', [], 'bow');
    expect(explainService(undated, undefined, today)).to.deep.include({ code: 'stale' });
  });
});
