// What a manager reads who looks for what patients would be shown.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { directorySearchCommand } from '../../src/cli/directory-search.js';
import { missInEnglish, reasonInEnglish } from '../../src/directory/match-in-english.js';
import type { DirectorySearchArgs } from '../../src/cli/directory-search.js';
import type { Places } from '../../src/directory/places/places.js';
import { localDirectory } from '../support/local-directory.js';
import { corners, smallDirectory } from '../support/small-directory.js';

const places: Places = {
  find: postcode =>
    postcode === 'E1 6AN'
      ? { point: corners.whitechapel, precision: 'postcode', outward: 'E1', district: 'E09000030', districtName: 'Tower Hamlets' }
      : postcode === 'E8'
        ? { point: corners.dalston, precision: 'outward', outward: 'E8' }
        : undefined,
};
const local = localDirectory(smallDirectory);
const run = (args: Omit<DirectorySearchArgs, 'today'>) => directorySearchCommand({ ...local, places }, { today: '2025-11-20', ...args });

describe('directory search', () => {
  it('prints what is shown with its reasons, and what is not with why not', () => {
    const { output, exitCode } = run({ need: 'housing', postcode: 'E1 6AN', age: '40' });
    expect(exitCode).to.equal(0);
    expect(output).to.match(/^Shown:\n {2}housing rights \(housing-rights\)\n {4}free · 0 miles · serves E1 · has places now/u);
    expect(output).to.match(/night shelter[^]*for homeless people[^]*Not shown:/u);
    expect(output).to.include('only serves London Borough of Hackney');
  });

  it('minds age, language and how many are wanted', () => {
    expect(run({ need: 'loneliness', postcode: 'E1 6AN', age: '70', lang: 'bn', limit: '1' }).output).to.match(/Bengali|Bangla/u);
    expect(run({ need: 'loneliness', postcode: 'E8', limit: '1' }).output.split('Not shown:')[0]?.match(/\(/gu)).to.have.length(1);
  });

  it('says when a postcode is not known, and when nothing is shown', () => {
    expect(run({ need: 'work', postcode: 'ZZ1 1ZZ' }).output).to.include('Nobody here knows the postcode ZZ1 1ZZ.');
    expect(run({ need: 'smoking', age: '3' }).output).to.match(/^Nothing is shown/u);
  });

  it('finds by text', () => {
    expect(run({ text: 'memory' }).output).to.include('memory clinic');
    expect(run({ text: 'xyzzyq' }).output).to.equal('Nothing found.');
  });

  it('says that sample services are made up, and where there are none', () => {
    const sample = { ...local, places, sample: true };
    expect(directorySearchCommand(sample, { today: '2025-11-20', need: 'food' }).output).to.match(/^These services are made up/u);
    expect(directorySearchCommand(undefined, { today: '2025-11-20', need: 'food' })).to.have.property('exitCode', 1);
  });

  it('refuses what it does not understand', () => {
    expect(run({ need: 'gold' })).to.have.property('exitCode', 1);
    expect(run({ need: 'food', age: 'old' })).to.have.property('exitCode', 1);
    expect(run({ need: 'food', limit: '-1' })).to.have.property('exitCode', 1);
  });

  it('has words for every code', () => {
    const told = [
      reasonInEnglish({ code: 'ages', from: 16, to: 25 }),
      reasonInEnglish({ code: 'ages', to: 25 }),
      reasonInEnglish({ code: 'ages', from: 60 }),
      reasonInEnglish({ code: 'free-for-some' }),
      reasonInEnglish({ code: 'waiting' }),
      reasonInEnglish({ code: 'waiting', weeks: 6 }),
      reasonInEnglish({ code: 'stale', checked: '2024-05-01' }),
      reasonInEnglish({ code: 'stale' }),
      missInEnglish({ code: 'no-step-free' }),
      missInEnglish({ code: 'other-language', languages: ['pl'] }),
      missInEnglish({ code: 'not-that-day', days: ['TU'] }),
    ];
    expect(told).to.deep.equal([
      '16 to 25 years',
      'up to 25 years',
      'from 60 years',
      'free for some',
      'waiting list',
      'waiting list of 6 weeks',
      'last checked on 2024-05-01',
      'not known when last checked',
      'no step free',
      'only speaks Polish',
      'only Tuesdays',
    ]);
  });
});
