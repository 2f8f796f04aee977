import { expect } from 'chai';
import { describe, it } from 'mocha';
import { findRedFlags } from '../../src/safety/find-red-flags.js';
import { aRule, bareRule, nobodyYoung, policyOf, shippedPolicy } from '../support/red-flags.js';

const policy = shippedPolicy();
const kinds = (text: string): string[] => findRedFlags([text], policy).map(({ kind, tier }) => `${kind} ${tier}`);

describe('finding red flags', () => {
  const said: [string, string][] = [
    ['I want to die', 'self-harm act'],
    ['I WANT TO DIE!!!', 'self-harm act'],
    ['i wanna dieeeee', 'self-harm act'],
    ['im gonna kill my self', 'self-harm act'],
    ['I want to k i l l myself', 'self-harm act'],
    ['I want to k.i.l.l myself', 'self-harm act'],
    ['I don’t want to live anymore', 'self-harm act'],
    ['feeling sucidal', 'self-harm act'],
    ['thinking of suiside', 'self-harm act'],
    ['i want to kms', 'self-harm act'],
    ['my mum wants to die', 'self-harm act'],
    ['I am 12 and my dad hits me', 'child act'],
    ['my husband hits me', 'abuse act'],
    ['my chest hurts and I cannot breathe', 'emergency act'],
    ['we have nowhere to sleep tonight', 'destitution act'],
    ['I am going to stab my neighbour', 'harm-to-others act'],
    ['chce umrzec', 'self-harm act'],
    ['maz mnie bije', 'abuse act'],
    ['nie mam gdzie spac', 'destitution act'],
    ['ابي اموت', 'self-harm act'],
    ['ابغى اموت', 'self-harm act'],
    ['بدي اموت', 'self-harm act'],
    ['عايز اموت', 'self-harm act'],
    ['وأريد أن أموت', 'self-harm act'],
    ['عمري ١٢ سنة', 'child ask'],
  ];
  for (const [text, flag] of said) it(`hears "${text}"`, () => expect(kinds(text)).to.include(flag));

  const lowered = [
    'I do not want to die',
    'I am not suicidal',
    'I am NOT going to kill myself',
    'I tried to kill myself ten years ago',
    'nie chcę się zabić',
    'لا أريد أن أقتل نفسي',
  ];
  for (const text of lowered)
    it(`asks, neither acting nor staying silent, at "${text}"`, () => expect(kinds(text)).to.include('self-harm ask'));

  const ordinary = [
    'I am dying for a coffee',
    'I had a heart attack five years ago',
    'Since my stroke I am lonely',
    'My mum died',
    'the shop is 3 kms away',
    'Umieram z nudów',
    'My landlord is killing us with rent',
    '',
  ];
  for (const text of ordinary) it(`lets "${text}" pass`, () => expect(kinds(text)).to.deep.equal([]));

  it('does not let an idiom silence another statement in the same message', () => {
    expect(kinds('I am dying for a coffee and I want to die of boredom but really I want to die')).to.include('self-harm act');
  });

  it('hears every string that was sent, and every language whatever the conversation speaks', () => {
    expect(findRedFlags(['12', 'Anna', 'chcę umrzeć'], policy)[0]).to.include({ kind: 'self-harm', tier: 'act', rule: 'pl:chce-umrzec' });
  });

  it('hears a flag after the thousandth character, and at the very end of a very long text', () => {
    expect(kinds(`${'I like tea. '.repeat(120)} I want to die`)).to.include('self-harm act');
    expect(kinds(`${'tea '.repeat(20_000)} I want to die`)).to.include('self-harm act');
  });

  it('gives one flag for each kind, emergency first, the strongest tier', () => {
    const found = findRedFlags(['I took an overdose because my husband hits me', 'I am not suicidal', 'I want to die'], policy);
    expect(found.map(flag => flag.kind)).to.deep.equal(['emergency', 'self-harm', 'abuse']);
    expect(found.map(flag => flag.tier)).to.deep.equal(['act', 'act', 'act']);
  });

  it('acts when one of several mentions is not softened', () => {
    const own = policyOf({ softeners: { before: ['never'] } });
    expect(findRedFlags(['never want to die. I want to die'], own)[0]?.tier).to.equal('act');
    expect(findRedFlags(['never want to die '.repeat(20)], own)[0]?.tier).to.equal('ask');
  });

  it('lowers by what stands before, after and around, but never a flag that only asks', () => {
    const softeners = { before: ['never'], after: ['years ago'], around: ['want to die of shame'] };
    const act = policyOf({ softeners });
    const tier = (text: string) => findRedFlags([text], act)[0]?.tier;
    expect([tier('want to die'), tier('never want to die'), tier('want to die years ago'), tier('want to die of shame')]).to.deep.equal([
      'act',
      'ask',
      'ask',
      'ask',
    ]);
    expect(findRedFlags(['never want to die'], policyOf({ softeners, rules: [aRule({ tier: 'ask' })] }))[0]?.tier).to.equal('ask');
  });

  it('tells the words it matched, and reads a rule that has no anchors or language data', () => {
    expect(findRedFlags(['so i want to die now'], policyOf({}))[0]?.evidence).to.equal('want to die');
    const bare = { responses: new Map(), young: nobodyYoung, answers: [], rules: [bareRule('danger')] };
    expect(findRedFlags(['a child in danger'], bare)).to.deep.equal([
      { kind: 'child', tier: 'act', rule: 'en-GB:bare', evidence: 'danger' },
    ]);
  });

  it('joins letters typed apart only into words it knows', () => {
    const own = policyOf({ rules: [aRule({ pattern: 'i? kill (myself|b)', match: ['kill myself'] })] });
    expect(findRedFlags(['i k i l l myself'], own)).to.have.length(1);
    expect(findRedFlags(['x y z myself'], own)).to.have.length(0);
    expect(findRedFlags(['killll myself'], own)).to.have.length(1);
  });

  it('stays quick on crafted text', () => {
    const crafted = [
      'want to '.repeat(2500),
      'i '.repeat(10_000),
      'kill'.repeat(5000),
      'a.'.repeat(10_000),
      'want '.repeat(4000),
      'ا'.repeat(20_000),
    ];
    for (const text of crafted) expect(findRedFlags([text], policy).length).to.be.lessThan(7);
  });
});
