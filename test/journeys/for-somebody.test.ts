// Somebody helps to type, or asks for another adult.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { referralOf } from '../support/sent-referral.js';
import { play } from '../support/transcript.js';

describe('somebody helping a person to type', () => {
  it('answers the same questions, and the link worker is told', () => {
    const dialogue = play([
      ['assistant', 'It is for me, and someone is helping me'],
      ['patient', 'someone is helping me'],
      ['assistant', 'Who this is for: It is for me, and someone is helping me', 'May we share your answers with the link worker?'],
      ['patient', 'yes'],
      ['patient', 'skip'],
      ['assistant', 'That is fine. We will leave this one out.'],
      ['patient', 'yes'],
      ['patient', '67'],
    ]);
    const referral = referralOf(dialogue.until('review').answers('send'));
    expect(referral.who.kind).to.equal('helped');
    expect(referral.consents.map(consent => consent.purpose)).to.deep.equal(['share-link-worker', 'contact']);
  });
});

describe('somebody asking for another adult', () => {
  it('says that they agree, who is asking, and is told whom “you” means', () => {
    const dialogue = play([
      ['patient', 'another adult'],
      ['assistant', 'Does this person know you are asking, and do they agree?'],
      ['patient', 'yes'],
      ['assistant', 'What is your own name?'],
      ['patient', 'Priya Shah'],
      ['assistant', 'How do you know this person?'],
      ['patient', 'his daughter'],
      ['assistant', 'From now on, “you” means the person you are asking for.', 'May we share your answers'],
      ['patient', 'yes'],
      ['patient', 'no'],
      ['patient', 'yes'],
      ['patient', '81'],
    ]);
    const { who, eligibility } = referralOf(dialogue.until('review', { 'contact.name': 'Anil Shah' }).answers('send'));
    expect(eligibility.age).to.equal(81);
    expect(who.kind).to.equal('other');
    expect(who.detail.map(({ answer }) => answer)).to.deep.equal(['Yes, they know and agree', 'Priya Shah', 'his daughter']);
  });

  it('ends kindly, with nothing sent, where they do not agree', () => {
    const dialogue = play([
      ['patient', 'another adult'],
      ['patient', 'no'],
      ['assistant', 'We cannot ask for help for someone who has not agreed.', 'call the adult care team of the council', 'call 999'],
    ]);
    expect(dialogue.effects).to.deep.equal([]);
  });

  it('may go on for a person who cannot decide, and says by what right', () => {
    const dialogue = play([
      ['patient', 'another adult'],
      ['patient', '3'],
      ['assistant', 'Do you have the legal power to decide about their health and care?'],
      ['patient', 'none'],
      ['assistant', 'What is your own name?'],
    ]);
    const { who } = referralOf(dialogue.until('review').answers('send'));
    expect(who.detail.map(answer => answer.linkId)).to.include.members(['proxy.knows', 'proxy.authority']);
  });
});
