// Danger heard at a desk: where nobody can ask about it without others hearing, its help is there all the same.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { toFhir } from '../../src/referral/to-fhir.js';
import { Dialogue } from '../support/a-dialogue.js';
import { realContent } from '../support/real-content.js';
import { referralOf } from '../support/sent-referral.js';

const needs = { 'safety.now': null, 'mind.needs': ['money', 'loneliness'] };

/** A conversation that staff write down. */
function atTheDesk(): Dialogue {
  const dialogue = new Dialogue();
  if (dialogue.conversation) dialogue.conversation = { ...dialogue.conversation, by: 'staff' };
  return dialogue;
}

describe('a red flag at the desk', () => {
  const heard = 'I feel like I cannot go on any more';

  it('that was heard and cannot be asked about is answered as if it had been told: help at once, and a referral for today', () => {
    const dialogue = atTheDesk().until('mind.words').says(heard);
    expect(dialogue.conversation?.flags.map(({ kind, tier }) => [kind, tier])).to.deep.equal([['self-harm', 'ask']]);
    expect(dialogue.question).to.deep.include({ linkId: 'safety-check.self-harm', variant: 'private' });
    expect(dialogue.heard).to.not.include('116 123');
    dialogue.answers('not-asked');
    expect(dialogue.heard).to.include('116 123');
    expect(dialogue.conversation?.flags[1]).to.deep.include({
      kind: 'self-harm',
      tier: 'act',
      rule: 'unasked:safety-check.self-harm',
      key: 'safety-check.self-harm',
    });
    expect(dialogue.question, 'a call is offered').to.deep.include({ linkId: 'safety-check.call-back', variant: 'private' });
    const referral = referralOf(dialogue.answers('not-asked').until('review', needs).answers('send'));
    expect(referral.urgency).to.equal('same-day');
    expect(referral.flags).to.have.length(2);
    expect(referral.flags[0]?.words).to.equal(heard);
    expect(JSON.stringify(toFhir(referral, 'requested', realContent()))).to.include('self-harm, not asked about: no privacy (tier act');
  });

  it('that was told plainly is not raised again when its question is left out, nor where the person skips it themselves', () => {
    const told = atTheDesk().until('mind.words').says('I want to kill myself');
    told.answers('not-asked').answers('not-asked');
    expect(told.conversation?.unasked).to.deep.equal(['safety-check.call-back', 'safety-check.self-harm']);
    expect(told.conversation?.flags).to.have.length(1);
    const own = new Dialogue().until('mind.words').says(heard).skips();
    expect(own.conversation?.flags.map(({ tier }) => tier)).to.deep.equal(['ask']);
  });

  it('of one kind leaves another kind as it was', () => {
    const dialogue = atTheDesk().until('mind.words').says(heard);
    dialogue.says('I have no food and nowhere to sleep tonight');
    const kinds = () => dialogue.conversation?.flags.filter(({ rule }) => rule.startsWith('unasked:')).map(({ kind }) => kind);
    dialogue.until('safety-check.self-harm').answers('not-asked');
    expect(kinds()).to.deep.equal(['self-harm']);
  });

  it('of an emergency is asked about there too', () => {
    const dialogue = atTheDesk().until('eligibility.age').says('I have chest pain and I cannot breathe');
    expect(dialogue.question).to.deep.include({ linkId: 'safety-check.emergency' });
    expect(dialogue.question.variant).to.equal(undefined);
    expect(dialogue.heard).to.include('Do you need 999 now?');
    dialogue.answers('need-999');
    expect(dialogue.replies.at(-1)?.kind).to.equal('ended');
  });
});
