import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Dialogue } from '../support/a-dialogue.js';

describe('commands', () => {
  it('explains what is expected and what else can be written, on help', () => {
    const dialogue = new Dialogue().until('eligibility.age').says('help');
    expect(dialogue.heard).to.include('46');
    expect(dialogue.question.linkId).to.equal('eligibility.age');
  });

  it('takes a sentence with the word help in it as an answer', () => {
    const dialogue = new Dialogue().until('mind.words').says('I need help with my rent');
    expect(dialogue.conversation?.answers['mind.words']?.values).to.deep.equal([{ valueString: 'I need help with my rent' }]);
  });

  it('skips what may be skipped, and says why not for the rest', () => {
    const dialogue = new Dialogue().until('consent.share').says('skip');
    expect(dialogue.question.linkId).to.equal('consent.share');
    dialogue.says('yes').says('skip');
    expect(dialogue.conversation?.skipped).to.deep.equal(['consent.gp']);
  });

  it('goes on in another language, and back, at any question', () => {
    const dialogue = new Dialogue().until('consent.gp').says('polski');
    expect(dialogue.lang).to.equal('pl');
    expect(dialogue.question.linkId).to.equal('consent.gp');
    dialogue.commands('language', { language: 'ar' });
    expect(dialogue.lang).to.equal('ar');
    dialogue.says('English');
    expect(dialogue.lang).to.equal('en-GB');
  });

  it('names the languages there are when it does not have the one asked for', () => {
    const dialogue = new Dialogue().commands('language', { language: 'tlh' });
    expect(dialogue.heard).to.include('polski').and.to.include('العربية');
  });

  it('asks before it starts again, and then keeps nothing of what was said', () => {
    const dialogue = new Dialogue().until('mind.words').says('start again');
    expect(dialogue.question.type).to.equal('boolean');
    dialogue.says('no');
    expect(dialogue.question.linkId).to.equal('mind.words');
    dialogue.says('start again').says('yes');
    expect(dialogue.question.linkId).to.equal('start.who');
    expect(dialogue.conversation?.answers).to.deep.equal({});
    expect(dialogue.conversation?.episode).to.equal(2);
  });

  it('asks again when the answer to "are you sure" is unclear, and lets go when another question is answered', () => {
    const dialogue = new Dialogue().until('consent.gp').says('delete my data').says('maybe tomorrow');
    expect(dialogue.question.key).to.equal('confirm-delete');
    dialogue.sends([{ key: 'consent.gp', answer: true }]);
    expect(dialogue.question.linkId).to.equal('consent.contact');
  });

  it('deletes everything on delete, once confirmed by word or by button', () => {
    const typed = new Dialogue().until('mind.words').says('delete my data').says('yes');
    expect(typed.erased).to.equal(true);
    const clicked = new Dialogue().until('mind.words').commands('delete').answers(true);
    expect(clicked.erased).to.equal(true);
    expect(clicked.heard).to.match(/deleted/iu);
  });

  it('says after "sent" that the practice keeps its own record', () => {
    const dialogue = new Dialogue().until('review').answers('send').commands('delete').answers(true);
    expect(dialogue.erased).to.equal(true);
    expect(dialogue.heard).to.match(/practice/iu);
  });

  it('shows what was said so far on review, changes one of it by number, and goes on', () => {
    const dialogue = new Dialogue().until('mind.words').commands('review');
    expect(dialogue.question.key).to.equal('review');
    dialogue.says('1');
    expect(dialogue.question.linkId).to.equal('start.who');
    dialogue.says('1');
    expect(dialogue.question.linkId).to.equal('mind.words');
  });

  it('gives urgent numbers, a person, a pause, a stop and an exit whenever asked', () => {
    const dialogue = new Dialogue().until('mind.words');
    expect(dialogue.commands('urgent').heard).to.include('999');
    expect(dialogue.commands('person').heard).to.include(dialogue.content.service.phone);
    expect(dialogue.commands('pause').conversation?.paused).not.to.equal(undefined);
    expect(dialogue.says('help').conversation?.paused).to.equal(undefined);
    expect(dialogue.commands('stop').heard).to.match(/nothing has been sent/iu);
    expect(dialogue.commands('exit').heard).not.to.match(/refer|help|safe/iu);
    expect(dialogue.question.linkId).to.equal('mind.words');
  });

  it('lets a command be the first thing ever said', () => {
    const dialogue = new Dialogue({ lang: 'pl' }).commands('call-me');
    expect(dialogue.question.linkId).to.equal('call-me.spoken');
  });

  it('does not take an option for a command', () => {
    const dialogue = new Dialogue().until('safety.now').says('I would rather not say');
    expect(dialogue.conversation?.answers['safety.now']?.values[0]).to.have.nested.property('valueCoding.code', 'rather-not');
  });
});
