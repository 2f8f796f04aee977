import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Dialogue } from '../support/a-dialogue.js';

describe('stale and racing answers', () => {
  it('never lets a keyed answer answer another question', () => {
    const dialogue = new Dialogue().until('consent.gp');
    dialogue.sends([{ key: 'contact.more', answer: true }]);
    expect(dialogue.conversation?.answers['consent.gp']).to.equal(undefined);
  });

  it('records a keyed answer to a question answered already as a change, and says so', () => {
    const dialogue = new Dialogue().until('mind.words');
    dialogue.sends([{ key: 'consent.gp', answer: false }]);
    expect(dialogue.conversation?.answers['consent.gp']?.values).to.deep.equal([{ valueBoolean: false }]);
    expect(dialogue.heard).to.match(/changed/iu);
    expect(dialogue.question.linkId).to.equal('mind.words');
  });

  it('kindly refuses a keyed answer to a question that is not asked any more', () => {
    const dialogue = new Dialogue().until('mind.words', { 'eligibility.practice': 'other', 'eligibility.postcode': 'E1 6AN' });
    dialogue.sends([{ key: 'eligibility.practice', answer: dialogue.content.service.practices[0]?.ods ?? '' }]);
    dialogue.sends([{ key: 'eligibility.postcode', answer: 'E1 4AA' }]);
    expect(dialogue.heard).to.match(/not needed any more/iu);
    expect(dialogue.conversation?.answers['eligibility.postcode']).to.equal(undefined);
  });

  it('refuses a key nobody knows without losing the question', () => {
    const dialogue = new Dialogue();
    dialogue.sends([{ key: 'no-such.item', answer: 'x' }]);
    expect(dialogue.question.linkId).to.equal('start.who');
  });

  it('takes a bare linkId while only one question has it', () => {
    const dialogue = new Dialogue();
    dialogue.sends([{ linkId: 'who', answer: 'self' }]);
    expect(dialogue.conversation?.answers['start.who']?.values[0]).to.have.nested.property('valueCoding.code', 'self');
  });

  it('does not guess between two questions with the same bare linkId', () => {
    const dialogue = new Dialogue().until('matters.words');
    dialogue.sends([{ linkId: 'words', answer: 'my garden' }]);
    expect(dialogue.question.linkId).to.equal('matters.words');
    expect(dialogue.conversation?.answers['matters.words']).to.equal(undefined);
  });

  it('does not apply typed text whose question another message has answered meanwhile', () => {
    const dialogue = new Dialogue().until('consent.gp');
    dialogue.says('yes', { pendingAtFirst: 'consent.share' });
    expect(dialogue.conversation?.answers['consent.gp']).to.equal(undefined);
    expect(dialogue.heard).to.match(/nothing is lost/iu);
    expect(dialogue.question.linkId).to.equal('consent.gp');
  });

  it('applies a redelivered activity once and answers it in the same words', () => {
    const dialogue = new Dialogue().until('consent.gp');
    dialogue.says('yes', { id: 'same' });
    const { conversation, heard } = dialogue;
    dialogue.says('yes', { id: 'same' });
    expect(dialogue.conversation).to.deep.equal(conversation);
    expect(dialogue.heard).to.equal(heard);
    expect(dialogue.question.linkId).to.equal('consent.contact');
  });

  it('remembers the last eight activities, and never a word of them', () => {
    const dialogue = new Dialogue().until('mind.words');
    dialogue.says('Zanzibar gardening with my neighbour');
    for (let i = 0; i < 12; i += 1) dialogue.says('help');
    expect(dialogue.conversation?.applied).to.have.length(8);
    expect(JSON.stringify(dialogue.conversation?.applied)).not.to.include('Zanzibar');
  });

  it('records several answers at once together', () => {
    const dialogue = new Dialogue().until('consent.share');
    dialogue.sends([
      { key: 'consent.share', answer: true },
      { key: 'consent.gp', answer: false },
      { key: 'consent.contact', answer: true },
    ]);
    expect(dialogue.question.linkId).to.equal('eligibility.age');
  });

  it('records none of several answers when one of them is wrong', () => {
    const dialogue = new Dialogue().until('consent.share');
    dialogue.sends([
      { key: 'consent.share', answer: true },
      { key: 'consent.gp', answer: 'purple' },
    ]);
    expect(dialogue.question.linkId).to.equal('consent.share');
    expect(dialogue.conversation?.answers['consent.share']).to.equal(undefined);
  });

  it('records none when two answers are for the same question', () => {
    const dialogue = new Dialogue().until('consent.share');
    dialogue.sends([
      { key: 'consent.share', answer: true },
      { key: 'consent.share', answer: false },
    ]);
    expect(dialogue.conversation?.answers['consent.share']).to.equal(undefined);
    expect(dialogue.heard).to.match(/twice/iu);
  });

  it('refuses answers after "sent", keeps the referral as it was and shows the reference', () => {
    const dialogue = new Dialogue().until('review').answers('send');
    const reference = dialogue.conversation?.sent?.reference ?? '';
    dialogue.sends([{ key: 'consent.gp', answer: false }]);
    expect(dialogue.heard).to.include(reference);
    expect(dialogue.conversation?.answers['consent.gp']?.values).to.deep.equal([{ valueBoolean: true }]);
    expect(dialogue.effects).to.have.length(1);
  });
});
