import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Dialogue } from '../support/a-dialogue.js';

describe('what is typed with a slip', () => {
  it('pauses or goes back where it means nothing to the question', () => {
    const dialogue = new Dialogue().until('contact.date-of-birth', { 'eligibility.age': 46 });
    const key = dialogue.question.linkId;
    dialogue.says('puase');
    expect(dialogue.conversation?.paused).to.not.equal(undefined);
    expect(dialogue.question.linkId).to.equal(key);
    dialogue.says('previuos question');
    expect(dialogue.question.linkId).to.not.equal(key);
  });

  it('skips a question', () => {
    const dialogue = new Dialogue().until('life.satisfied', { 'life.offer': true });
    dialogue.says('skip this questoin');
    expect(dialogue.question.linkId).to.not.equal('life.satisfied');
    expect(dialogue.conversation?.answers['life.satisfied']).to.equal(undefined);
  });

  it('is a name where a name is asked', () => {
    const dialogue = new Dialogue({ lang: 'pl' }).until('contact.name');
    dialogue.says('Pomooc');
    expect(dialogue.conversation?.answers['contact.name']?.values).to.deep.equal([{ valueString: 'Pomooc' }]);
  });
});
