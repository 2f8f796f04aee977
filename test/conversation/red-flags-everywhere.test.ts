import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Dialogue, leastAnswer } from '../support/a-dialogue.js';

const danger = 'I am going to kill myself tonight';
const needs = { 'mind.needs': ['loneliness', 'food', 'money', 'housing', 'caring', 'activity'], 'life.offer': true, 'contact.more': true };

/** Every question of a long journey, each reached anew. */
function everyQuestion(): readonly string[] {
  const dialogue = new Dialogue();
  const seen: string[] = [];
  while (dialogue.question.linkId !== 'review') {
    const { question } = dialogue;
    seen.push(question.linkId);
    const given = (needs as Readonly<Record<string, string[] | boolean>>)[question.linkId] ?? leastAnswer(question);
    if (given === undefined) dialogue.skips();
    else dialogue.answers(given);
  }
  return seen;
}

describe('a red flag is never answered with the next question', () => {
  const questions = everyQuestion();

  it('walks a long journey', () => {
    expect(questions.length).to.be.greaterThan(35);
  });

  for (const linkId of questions) {
    it(`answers at once when it is typed at ${linkId}, offers a call, asks about safety, then goes on`, () => {
      const dialogue = new Dialogue().until(linkId, needs).says(danger);
      const first = dialogue.replies[0];
      expect(first?.kind === 'say' && first.tone).to.equal('crisis');
      expect(dialogue.heard).to.include('999').and.to.include('116 123');
      expect(dialogue.question.linkId).to.equal('safety-check.call-back');
      dialogue.answers(false);
      expect(dialogue.heard).to.include('Nobody will call you about this.');
      expect(dialogue.question.linkId).to.equal('safety-check.self-harm');
      dialogue.answers('safe');
      expect(dialogue.question.linkId.startsWith('safety-check')).to.equal(false);
    });
  }

  it('finds it in data as well: a string inside an answer', () => {
    const dialogue = new Dialogue().until('eligibility.age').answers(danger);
    expect(dialogue.question.linkId).to.equal('safety-check.call-back');
  });

  it('finds it in the very first words', () => {
    const dialogue = new Dialogue().forget();
    dialogue.says(danger);
    expect(dialogue.question.linkId).to.equal('safety-check.call-back');
  });

  it('keeps the words as an answer where the question asks for own words', () => {
    const dialogue = new Dialogue().until('mind.words').says(danger);
    expect(dialogue.conversation?.answers['mind.words']?.values).to.deep.equal([{ valueString: danger }]);
  });

  it('answers it after "sent" too', () => {
    const dialogue = new Dialogue().until('review').answers('send').says(danger);
    expect(dialogue.heard).to.include('116 123').and.to.include('We add what you wrote to the referral you have sent.');
    expect(dialogue.question.linkId).to.equal('safety-check.call-back');
    const addition = dialogue.effects.find(effect => effect.kind === 'addition')?.addition;
    expect(addition?.referralId).to.equal(dialogue.referrals[0]?.id);
    expect(addition?.flags[0]).to.include({ kind: 'self-harm', tier: 'act', words: danger });
  });

  it('finds it whatever the language of the conversation', () => {
    expect(new Dialogue({ lang: 'ar' }).until('mind.words').says('chcę się zabić').question.linkId).to.equal('safety-check.call-back');
    expect(new Dialogue({ lang: 'pl' }).until('mind.words').says('أريد أن أنتحر').question.linkId).to.equal('safety-check.call-back');
  });

  it('asks about safety again when it is said again', () => {
    const dialogue = new Dialogue().until('mind.words').says(danger).answers(false).answers('safe');
    dialogue.says(danger);
    expect(dialogue.question.linkId).to.equal('safety-check.self-harm');
    expect(dialogue.heard).to.include('116 123');
  });

  it('says 999 first and alone in an emergency, and stops when 999 is needed', () => {
    const dialogue = new Dialogue().until('eligibility.age').says('I have chest pain and I cannot breathe');
    expect(dialogue.replies.filter(reply => reply.kind === 'say')).to.have.length(1);
    expect(dialogue.question.linkId).to.equal('safety-check.emergency');
    dialogue.answers('need-999');
    expect(dialogue.heard).to.include('999');
    expect(dialogue.replies.at(-1)?.kind).to.equal('ended');
    dialogue.says('back');
    dialogue.answers('go-on');
    expect(dialogue.question.linkId).to.equal('safety-check.call-back');
    dialogue.skips();
    expect(dialogue.question.linkId).to.equal('eligibility.age');
  });

  it('acts on the answer to the safety question itself', () => {
    const dialogue = new Dialogue().until('safety.now').answers('hurt');
    expect(dialogue.heard).to.include('0808 2000 247');
    expect(dialogue.question.linkId).to.equal('safety-check.call-back');
    expect(dialogue.skips().question.linkId).to.equal('safety-check.abuse');
  });

  it('never shows again what was said of abuse', () => {
    const dialogue = new Dialogue().until('mind.words').says('my husband hits me every day').until('review');
    const label = dialogue.content.translator.option('safety.now', 'hurt', 'en-GB');
    expect(dialogue.heard).not.to.include('husband').and.not.to.include(label);
    expect(dialogue.heard).to.include('Kept private');
  });

  it('marks the referral for a person to read the same day', () => {
    const dialogue = new Dialogue().until('mind.words').says(danger).until('review').answers('send');
    expect(dialogue.heard).to.include('we read this before the others');
    expect(dialogue.referrals[0]?.urgency).to.equal('same-day');
    expect(dialogue.referrals[0]?.flags[0]).to.include({ kind: 'self-harm', tier: 'act', words: danger });
  });
});
