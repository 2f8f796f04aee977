// What a link worker is told beside the answers: what a figure means by its instrument, and which answers were changed on the way.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { toFhir } from '../../src/referral/to-fhir.js';
import { Dialogue } from '../support/a-dialogue.js';
import { realContent } from '../support/real-content.js';

const lonely = { 'mind.needs': ['loneliness'], 'screen-loneliness.companionship': 'often', 'screen-loneliness.left-out': 'often' };

function sent(dialogue: Dialogue) {
  const referral = dialogue.referrals[0];
  if (!referral) throw new Error('nothing was sent');
  return referral;
}

describe('the figures of a referral', () => {
  it('say which band of their instrument they are in', () => {
    const referral = sent(new Dialogue().until('review', { ...lonely, 'screen-loneliness.isolated': 'some' }).answers('send'));
    const measure = referral.measures.find(one => one.id === 'screen-loneliness.ucla');
    expect(measure).to.deep.include({ value: 8, range: [3, 9], band: '6 or more: usually taken as lonely' });
    const observations = toFhir(referral, 'requested', realContent()).entry.map(entry => entry.resource);
    const observation = observations.find(each => each['resourceType'] === 'Observation');
    expect(observation).to.deep.include({ valueInteger: 8, interpretation: [{ text: '6 or more: usually taken as lonely' }] });
  });

  it('say nothing where no band was written', () => {
    const referral = sent(new Dialogue().until('review', { 'mind.needs': ['food'], 'screen-food.worried': 'LA28397-0' }).answers('send'));
    for (const measure of referral.measures) expect(measure).not.to.have.property('band');
  });
});

describe('the changes of a referral', () => {
  it('are none where nobody changed anything', () => {
    expect(sent(new Dialogue().until('review').answers('send')).changes).to.deep.equal([]);
  });

  it('name what was changed and what fell away with it, and never what it was', () => {
    const dialogue = new Dialogue().until('review', {
      'mind.needs': ['culture', 'learning'],
      'screen-learning.like': ['english'],
      'matters.first': 'learning',
    });
    dialogue.sends([{ key: 'mind.needs', answer: ['culture'] }]);
    const { changes = [] } = sent(dialogue.until('review').answers('send'));
    expect(changes.map(({ did, linkId }) => `${did} ${linkId}`)).to.deep.equal([
      'changed mind.needs',
      'dropped screen-learning.like',
      'dropped matters.first',
    ]);
    for (const change of changes) expect(Object.keys(change)).to.deep.equal(['at', 'did', 'linkId', 'question']);
  });
});
