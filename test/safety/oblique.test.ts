// The booster, trained small: it hears what is meant by the lines it learnt from, stays silent on the harmless, and only ever asks.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { findRedFlags } from '../../src/safety/find-red-flags.js';
import { hearOblique, noDanger, scoreOblique } from '../../src/safety/oblique/hear-oblique.js';
import { trainOblique } from '../../src/safety/oblique/train-oblique.js';
import { nobodyYoung } from '../support/red-flags.js';

const meant = [
  'they would all be happier if I was not here',
  'I have said goodbye to everyone I know',
  'soon I will not be a trouble to anyone',
];
const fine = ['we said goodbye at the station', 'I would be happier with a bigger flat', 'the noise is a trouble to everyone'];
const texts = [
  { danger: new Map([['self-harm' as const, meant]]), tricky: fine, harmless: ['I need help with a form', 'my rent is too high'] },
];
const model = trainOblique(texts, '0'.repeat(64));
const policy = { responses: new Map(), young: nobodyYoung, answers: [], rules: [], oblique: model };

describe('the booster', () => {
  it('hears what is meant, in other words and in the middle of another story, and asks', () => {
    for (const text of [
      'everyone would be happier if I was not here',
      'My rent is too high. I have said goodbye to everyone I know. Thank you.',
    ])
      expect(findRedFlags([text], policy).map(({ kind, tier, rule }) => ({ kind, tier, rule }))).to.deep.equal([
        { kind: 'self-harm', tier: 'ask', rule: 'oblique:self-harm' },
      ]);
    expect(findRedFlags(['my rent is too high', meant[0] ?? ''], policy)[0]?.evidence).to.include('happier if i was not here');
  });

  it('leaves the harmless alone, and says nothing of fewer than three words, of none, or of one word again and again', () => {
    for (const text of [...fine, 'goodbye everyone', '', '...', 'not here', 'trouble '.repeat(60), 'x '.repeat(2000)])
      expect(hearOblique(text, model), text.slice(0, 20)).to.equal(undefined);
  });

  it('is made the same from the same texts, and scores each kind it knows', () => {
    expect(Buffer.from(trainOblique(texts, '0'.repeat(64)).weights).equals(Buffer.from(model.weights))).to.equal(true);
    expect(model.classes).to.include.members(['self-harm', noDanger]);
    expect(scoreOblique(meant[1] ?? '', model).get('self-harm')).to.be.greaterThan(
      scoreOblique(fine[0] ?? '', model).get('self-harm') ?? 0,
    );
    expect(scoreOblique('', model).size).to.equal(0);
  });
});
