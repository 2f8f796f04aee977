import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Dialogue } from '../support/a-dialogue.js';

describe('where a conversation stands is worked out from its answers', () => {
  it('begins with who it is for, after saying whose service this is', () => {
    const dialogue = new Dialogue();
    expect(dialogue.question.linkId).to.equal('start.who');
    expect(dialogue.heard).to.include(dialogue.content.service.name);
  });

  it('asks the question before again on back, shows what was answered, and goes on where it was', () => {
    const dialogue = new Dialogue().until('consent.gp');
    dialogue.says('back');
    expect(dialogue.question.linkId).to.equal('consent.share');
    expect(dialogue.question.suggested).to.deep.equal([{ valueBoolean: true }]);
    dialogue.says('yes');
    expect(dialogue.question.linkId).to.equal('consent.gp');
  });

  it('goes further back with each back, and says when it is at the first question', () => {
    const dialogue = new Dialogue().until('consent.gp');
    dialogue.says('back').says('back');
    expect(dialogue.question.linkId).to.equal('start.who');
    dialogue.says('back');
    expect(dialogue.heard).to.match(/first question/iu);
    expect(dialogue.question.linkId).to.equal('consent.gp');
  });

  it('drops the answers that a change makes unreachable, and asks what has become reachable', () => {
    const dialogue = new Dialogue().until('life.offer', { 'mind.needs': ['activity'] });
    expect(dialogue.conversation?.answers['mind.needs']).not.to.equal(undefined);
    dialogue.commands('change', { key: 'mind.needs' });
    dialogue.answers(['food']);
    expect(dialogue.question.linkId).to.equal('screen-food.worried');
    expect(Object.keys(dialogue.conversation?.answers ?? {}).filter(key => key.startsWith('screen-activity'))).to.deep.equal([]);
  });

  it('asks only what is missing when a questionnaire has gained a question meanwhile', () => {
    const dialogue = new Dialogue().until('review');
    const answers = { ...dialogue.conversation?.answers };
    delete answers['consent.gp'];
    if (dialogue.conversation)
      dialogue.conversation = {
        ...dialogue.conversation,
        answers,
        skipped: dialogue.conversation.skipped.filter(key => key !== 'consent.gp'),
      };
    dialogue.says('hello again');
    expect(dialogue.question.linkId).to.equal('consent.gp');
  });

  it('never stores a position, only answers', () => {
    const dialogue = new Dialogue().until('mind.words');
    expect(Object.keys(dialogue.conversation ?? {})).to.have.members([
      'v',
      'id',
      'episode',
      'lang',
      'contentVersion',
      'startedAt',
      'answers',
      'skipped',
      'proposed',
      'flags',
      'applied',
    ]);
  });
});
