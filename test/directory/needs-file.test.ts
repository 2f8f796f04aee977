// directory/needs.json as shipped: each need has its words, and names of terms as real directories write them go where a practice manager expects.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { needKeys } from '../../src/content/journey/needs-schema.js';
import { compileNeedMap, mapNeeds } from '../../src/directory/read/map-needs.js';

const needsFile = z
  .record(z.string(), z.object({ terms: z.array(z.string()), words: z.array(z.string()) }))
  .parse(JSON.parse(readFileSync('directory/needs.json', 'utf8')));
const map = compileNeedMap(needsFile);

function needsOf(name: string): readonly string[] {
  return mapNeeds([{ id: '00000000-0000-4000-8000-000000000000', name }], map).needs;
}

describe('directory/needs.json', () => {
  it('has words enough for each need, each written once', () => {
    expect(Object.keys(needsFile)).to.have.members(needKeys);
    for (const [need, { terms, words }] of Object.entries(needsFile)) {
      expect(words, need).to.have.length.within(15, 40);
      expect(new Set(words), need).to.have.property('size', words.length);
      expect(new Set(terms), need).to.have.property('size', terms.length);
      expect(terms, need).to.not.deep.equal([]);
    }
  });

  const names: readonly (readonly [string, readonly string[]])[] = [
    ['Debt Advice', ['money']],
    ['Befriending services', ['loneliness']],
    ['ESOL', ['learning']],
    ['Learning disabilities', ['disability']],
    ['Young carers', ['caring', 'family']],
    ['Carers support groups', ['caring']],
    ['Food banks', ['food']],
    ['Employment rights', ['work', 'legal']],
    ['Bereavement counselling', ['bereavement']],
    ['Warm spaces', ['energy', 'loneliness']],
    ['Smoking cessation', ['smoking']],
    ['Community safety', ['safety']],
    ['Planning permission', []],
  ];
  for (const [name, needs] of names) {
    it(`takes "${name}" for ${needs.join(' and ') || 'none'}`, () => {
      expect(needsOf(name)).to.have.members(needs);
    });
  }

  it('knows Open Eligibility and the Local Government Association by their ids', () => {
    for (const [id, need] of [
      ['human_services:food:food_pantry', 'food'],
      ['esdServiceType:1818', 'food'],
      ['http://id.esd.org.uk/service/298', 'caring'],
    ] as const) {
      expect(mapNeeds([{ id, name: 'Not told' }], map).needs, id).to.deep.equal([need]);
    }
  });
});
