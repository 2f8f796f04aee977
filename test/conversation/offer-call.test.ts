import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Dialogue } from '../support/a-dialogue.js';
import { contentWithService } from '../support/real-content.js';

const danger = 'I am going to kill myself tonight';
const asked = (linkId = 'mind.words') => new Dialogue().until(linkId, { 'contact.more': true }).says(danger);

describe('the offer of a call after urgent help', () => {
  it('says when the service is open, promises nothing for today, and who sees what', () => {
    const { heard } = asked();
    expect(heard).to.include('Would you like someone from').and.to.include('Riverside Practice').and.to.include('We are open');
    expect(heard).to.include('We cannot promise a call today.').and.to.include('They see your name, your number and what you wrote here.');
  });

  it('needs a name and a safe number, and sends a short referral at once', () => {
    const dialogue = asked().answers(true);
    expect(dialogue.question.linkId).to.equal('safety-check.call-name');
    dialogue.says('Sam');
    expect(dialogue.question.linkId).to.equal('safety-check.call-phone');
    dialogue.says('07911 123456');
    expect(dialogue.heard).to.include('We have asked').and.to.include('We cannot promise a call today.');
    const [referral] = dialogue.referrals;
    expect(referral?.way).to.equal('call-back');
    expect(referral?.urgency).to.equal('same-day');
    expect(referral?.contact).to.deep.include({ name: 'Sam', phone: '+447911123456' });
    expect(referral?.flags[0]).to.include({ kind: 'self-harm', tier: 'act', words: danger });
  });

  it('tells them nothing else that was answered before', () => {
    const dialogue = asked('contact.gender').answers(true).says('Sam').says('07911 123456');
    const [referral] = dialogue.referrals;
    expect(referral?.needs).to.deep.equal([]);
    expect(referral?.person).to.deep.equal({});
    expect(referral?.words).to.deep.equal([]);
    expect(
      referral?.answers.every(
        answer => answer.part === 'safety-check' || ['eligibility.practice', 'access.spoken'].includes(answer.linkId),
      ),
    ).to.equal(true);
  });

  it('goes on where the conversation was, with nothing lost, and sends the whole referral at its end', () => {
    const dialogue = asked('eligibility.practice').answers(true).says('Sam').says('07911 123456').answers('safe');
    expect(dialogue.question.linkId).to.equal('eligibility.practice');
    dialogue.until('review').answers('send');
    expect(dialogue.referrals.map(({ way }) => way)).to.deep.equal(['call-back', 'full']);
    expect(new Set(dialogue.referrals.map(({ id }) => id)).size).to.equal(2);
    expect(new Set(dialogue.referrals.map(({ reference }) => reference)).size).to.equal(2);
  });

  it('calls nobody who gave no number, and says so', () => {
    const dialogue = asked().answers(true).says('Sam').skips();
    expect(dialogue.heard).to.include('Nobody will call you about this.');
    expect(dialogue.referrals).to.deep.equal([]);
  });

  it('needs no name', () => {
    const dialogue = asked().answers(true).skips().says('07911 123456');
    expect(dialogue.referrals[0]?.contact.name).to.equal('');
  });

  it('is not made twice for one danger, and is made again for another', () => {
    const dialogue = asked().answers(false).answers('safe').until('mind.needs').says('I want to die');
    expect(dialogue.question.linkId).to.equal('safety-check.self-harm');
    dialogue.answers('safe').says('my husband hits me');
    expect(dialogue.question.linkId).to.equal('safety-check.call-back');
  });

  it('adds danger told later to the call that was asked for', () => {
    const dialogue = asked().answers(true).says('Sam').says('07911 123456').answers('safe').until('mind.needs').says('my husband hits me');
    const addition = dialogue.effects.find(effect => effect.kind === 'addition')?.addition;
    expect(addition?.referralId).to.equal(dialogue.referrals[0]?.id);
    expect(addition?.flags.map(({ kind }) => kind)).to.deep.equal(['abuse']);
  });

  it('makes another short referral where another number is given', () => {
    const dialogue = asked().answers(true).says('Sam').says('07911 123456');
    dialogue.sends([{ key: 'safety-check.call-phone', answer: '020 7946 0999' }]);
    expect(dialogue.referrals.map(({ contact }) => contact.phone)).to.deep.equal(['+447911123456', '+442079460999']);
  });

  it('is not made for what is only asked about, and is after "not safe"', () => {
    const dialogue = new Dialogue().until('mind.words').says('I am not suicidal, only tired');
    expect(dialogue.question.linkId).to.equal('safety-check.self-harm');
    dialogue.answers('not-safe');
    expect(dialogue.question.linkId).to.equal('safety-check.call-back');
  });

  it('gives one and the same referral however often the turn is delivered', () => {
    const dialogue = asked().answers(true).says('Sam').says('07911 123456', { id: 'again' });
    dialogue.says('07911 123456', { id: 'again' });
    expect(dialogue.referrals).to.have.length(1);
    expect(dialogue.heard).to.include('We have asked');
  });
});

describe('a child who tells of danger', () => {
  const words = 'I am 13 and my dad hits me';

  it('is answered in their own words and numbers, and no call to their home is offered', () => {
    const dialogue = new Dialogue().until('mind.words').says(words);
    expect(dialogue.heard).to.include('That was brave.').and.to.include('0800 1111').and.not.to.include('116 123');
    expect(dialogue.question.linkId.startsWith('safety-check.call')).to.equal(false);
  });

  it('is known by the age that was given, too', () => {
    const content = contentWithService({ minimumAge: 16 });
    const dialogue = new Dialogue({ content }).until('eligibility.age').says('17').until('mind.words').says(danger);
    expect(dialogue.heard).to.include('That was brave.').and.to.include('0800 1111');
  });

  it('is given 999 first and alone in an emergency, like everybody', () => {
    const dialogue = new Dialogue().until('mind.words').says('I am 13 and my mum is not breathing');
    expect(dialogue.heard).to.include('Call 999 now').and.not.to.include('That was brave.');
  });
});

describe('helplines in an answer', () => {
  const shelter = (start: string) => new Dialogue({ start }).until('mind.words').says('I have nowhere to sleep tonight').replies[0];

  it('stand in the order of who is open now', () => {
    const noon = shelter('2026-11-23T11:00:00.000Z');
    const night = shelter('2026-11-23T23:00:00.000Z');
    if (noon?.kind !== 'say' || night?.kind !== 'say') throw new Error('nothing was said');
    expect(noon.closed).to.deep.equal([]);
    expect(night.closed).to.include('hardship');
    expect(night.helplines?.indexOf('emergency')).to.be.lessThan(night.helplines?.indexOf('hardship') ?? 0);
  });

  it('say so in words', () => {
    const dialogue = new Dialogue({ start: '2026-11-23T23:00:00.000Z' }).until('mind.words').says('I have nowhere to sleep tonight');
    expect(dialogue.heard).to.include('Closed now');
  });
});
