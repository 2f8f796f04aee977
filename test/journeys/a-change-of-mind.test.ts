// People change their minds: an answer at the review, the language in the middle, the question before.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Dialogue } from '../support/a-dialogue.js';
import { referralOf } from '../support/sent-referral.js';
import { play } from '../support/transcript.js';

describe('changing an answer at the review', () => {
  it('asks it again, says what was changed and comes back to the review', () => {
    const dialogue = new Dialogue().until('review', { 'contact.name': 'Sam Lea', 'mind.needs': ['food'] });
    expect(dialogue.says('change name').heard).to.include('Let us change this: Name').and.to.include('What is your name?');
    expect(dialogue.says('Sam Lee').heard).to.include('I have changed this. Name: Sam Lee').and.to.include('Check your answers');
    expect(referralOf(dialogue.says('send')).contact.name).to.equal('Sam Lee');
  });

  it('asks what a changed answer makes needed, and drops what it makes unneeded', () => {
    const given = { 'mind.needs': ['food'], 'screen-food.worried': 'LA28397-0' };
    const dialogue = new Dialogue().until('review', given).sends([{ key: 'review', answer: 'change:mind.needs' }]);
    expect(dialogue.says('memory').heard).to.include('Whose memory are you worried about?');
    const referral = referralOf(dialogue.says('mine').until('review').answers('send'));
    expect(referral.needs.map(need => need.key)).to.deep.equal(['memory']);
    expect(JSON.stringify({ ...referral, changes: [] })).not.to.include('screen-food');
    expect(JSON.stringify(referral.changes)).to.include('screen-food').and.not.to.include('LA28397-0');
  });
});

describe('going back', () => {
  it('asks the question before again, and takes the other answer', () => {
    play([
      ['patient', 'for me'],
      ['patient', 'yes'],
      ['assistant', 'May we also share them with your GP practice?'],
      ['patient', 'back'],
      ['assistant', 'Here is the question before.', 'May we share your answers with the link worker?'],
      ['patient', 'yes'],
      ['assistant', 'May we also share them with your GP practice?'],
    ]);
  });
});

describe('another language in the middle', () => {
  it('goes on from the same question, with every answer kept', () => {
    const dialogue = play([
      ['patient', 'for me'],
      ['patient', 'yes'],
      ['patient', 'polski'],
      ['assistant', 'przekazać', 'GP'],
      ['patient', 'tak'],
      ['patient', 'tak'],
      ['assistant', 'Ile masz lat?'],
      ['patient', '44'],
      ['patient', 'العربية'],
      ['assistant', 'ما عيادة طبيب الأسرة (GP)'],
    ]);
    const { language, consents, eligibility } = referralOf(dialogue.until('review').answers('send'));
    expect(language.written).to.equal('ar');
    expect(eligibility.age).to.equal(44);
    expect(consents.map(({ purpose, lang }) => [purpose, lang])).to.deep.equal([
      ['share-link-worker', 'en-GB'],
      ['share-gp', 'pl'],
      ['contact', 'pl'],
    ]);
  });

  it('is offered, never forced, to a person who writes in another language', () => {
    play([
      ['patient', 'Dzień dobry, nie znam angielskiego i potrzebuję pomocy'],
      ['assistant', 'I could not find that in the list.', 'To go on in polski, write: polski.', 'Who is this for?'],
      ['patient', 'polski'],
      ['assistant', 'Dla kogo jest ta pomoc?'],
      ['patient', 'dla mnie'],
      ['assistant', 'Teraz potrzebujemy Twojej zgody.'],
    ]);
  });

  it('is offered after the own words, which are kept as written', () => {
    const dialogue = new Dialogue().until('mind.words').says('أشعر بالوحدة وأحتاج إلى مساعدة في دفع الإيجار');
    expect(dialogue.heard).to.include('To go on in العربية, write: العربية.');
    expect(dialogue.says('العربية').heard).to.include('في أي من هذه الأمور تفيدك المساعدة؟');
  });
});
