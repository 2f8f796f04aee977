import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Dialogue, leastAnswer } from '../support/a-dialogue.js';

describe('what is typed', () => {
  it('reads a typed date of birth back and waits for a yes', () => {
    const dialogue = new Dialogue().until('contact.date-of-birth', { 'eligibility.age': 46 }).says('10/06/1980');
    expect(dialogue.heard).to.include('10 June 1980');
    expect(dialogue.conversation?.answers['contact.date-of-birth']).to.equal(undefined);
    dialogue.says('yes');
    expect(dialogue.conversation?.answers['contact.date-of-birth']?.values).to.deep.equal([{ valueDate: '1980-06-10' }]);
  });

  it('asks anew when what was read back is wrong, or takes the next date instead', () => {
    const dialogue = new Dialogue().until('contact.date-of-birth', { 'eligibility.age': 46 }).says('10/06/1980').says('no');
    expect(dialogue.question.variant).to.equal(undefined);
    dialogue.says('10/06/1980').says('11 June 1980').says('yes');
    expect(dialogue.conversation?.answers['contact.date-of-birth']?.values).to.deep.equal([{ valueDate: '1980-06-11' }]);
  });

  it('takes a date from a form without asking twice, and says it back with the month in words', () => {
    const dialogue = new Dialogue().until('contact.date-of-birth', { 'eligibility.age': 46 }).answers('1980-06-10');
    expect(dialogue.heard).to.include('10 June 1980');
    expect(dialogue.question.linkId).to.equal('contact.phone');
  });

  it('does not take a date of birth that cannot belong to the age given', () => {
    const dialogue = new Dialogue().until('contact.date-of-birth', { 'eligibility.age': 46 }).answers('1990-06-10');
    expect(dialogue.heard).to.match(/does not fit the age/iu);
    expect(dialogue.question.linkId).to.equal('contact.date-of-birth');
  });

  it('reads dates in every language and digit script', () => {
    const polish = new Dialogue({ lang: 'pl' }).until('contact.date-of-birth', { 'eligibility.age': 46 }).says('10 czerwca 1980');
    expect(polish.heard).to.include('10 czerwca 1980');
    const arabic = new Dialogue({ lang: 'ar' }).until('contact.date-of-birth', { 'eligibility.age': 46 }).says('١٠/٦/١٩٨٠');
    expect(arabic.conversation?.proposed['contact.date-of-birth']).to.deep.equal([{ valueDate: '1980-06-10' }]);
  });

  it('says back the needs it understood and takes a plain yes for all of them', () => {
    const dialogue = new Dialogue().until('mind.words').says('I am behind with my rent and I feel very lonely');
    expect(dialogue.heard).to.match(/I understood/iu);
    expect(dialogue.question.linkId).to.equal('mind.needs');
    dialogue.says('yes');
    const codes = dialogue.conversation?.answers['mind.needs']?.values.map(value => ('valueCoding' in value ? value.valueCoding.code : ''));
    expect(codes).to.include('loneliness');
  });

  it('takes other words than the options for which needs, and has them confirmed', () => {
    const dialogue = new Dialogue().until('mind.needs').says('my bills and the damp on the walls');
    expect(dialogue.heard).to.match(/I understood/iu);
    expect(dialogue.question.linkId).to.equal('mind.needs');
    expect(dialogue.conversation?.answers['mind.needs']).to.equal(undefined);
    dialogue.says('yes');
    const codes = dialogue.conversation?.answers['mind.needs']?.values.map(value => ('valueCoding' in value ? value.valueCoding.code : ''));
    expect(codes).to.have.members(['money', 'housing']);
  });

  it('asks again where such words speak of no need', () => {
    const dialogue = new Dialogue().until('mind.needs').says('the one with the blue door');
    expect(dialogue.question.linkId).to.equal('mind.needs');
    expect(dialogue.conversation?.proposed).to.deep.equal({});
  });

  it('offers another language when somebody writes in it, and forces nothing', () => {
    const dialogue = new Dialogue().until('mind.words').says('jestem bardzo samotna i mieszkam sama od trzech lat');
    expect(dialogue.heard).to.include('polski');
    expect(dialogue.lang).to.equal('en-GB');
    expect(dialogue.question.linkId).to.equal('mind.needs');
  });

  it('keeps what is said before any question as what is on their mind', () => {
    const dialogue = new Dialogue().forget();
    dialogue.says('I cannot pay my rent this month');
    expect(dialogue.question.linkId).to.equal('start.who');
    dialogue.until('mind.words');
    expect(dialogue.question.suggested).to.deep.equal([{ valueString: 'I cannot pay my rent this month' }]);
    dialogue.says('yes');
    expect(dialogue.conversation?.answers['mind.words']?.values).to.deep.equal([{ valueString: 'I cannot pay my rent this month' }]);
  });

  it('asks a recogniser for a second opinion only where its own reading saw nothing', () => {
    const dialogue = new Dialogue().until('life.satisfied', { 'life.offer': true });
    dialogue.says('seven');
    expect(dialogue.conversation?.answers['life.satisfied']?.values).to.deep.equal([{ valueInteger: 7 }]);
  });

  it('refuses more than 1,000 characters kindly, says how many it takes, and still reads all of it for danger', () => {
    const long = 'I like my garden very much. '.repeat(60);
    const dialogue = new Dialogue().until('mind.words');
    dialogue.take({ kind: 'text', text: long.slice(0, 1000), cut: true }, [long]);
    expect(dialogue.heard)
      .to.match(/too long/iu)
      .and.to.match(/1,?000/u);
    dialogue.take({ kind: 'text', text: long.slice(0, 1000), cut: true }, [`${long} I want to kill myself`]);
    expect(dialogue.question.linkId).to.equal('safety-check.call-back');
    expect(dialogue.conversation?.flags[0]?.words).to.match(/^I like my garden .* … .*I want to kill myself$/u);
  });

  it('answers something it cannot read with what it expects', () => {
    const dialogue = new Dialogue().until('eligibility.age');
    dialogue.take({ kind: 'malformed' }, []);
    expect(dialogue.heard).to.match(/could not read/iu);
    expect(dialogue.question.linkId).to.equal('eligibility.age');
  });
});

const nonsense = [
  '',
  '???',
  'asdf qwer',
  '💥',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%s%n',
  'null',
  '‮evil',
  '0',
  '-1',
  '99999999999999',
  'SELECT 1;--',
  'żółć',
  'مرحبا',
];

const long = { 'mind.needs': ['food'], 'life.offer': true, 'contact.more': true, 'contact.phone': null, 'contact.email': null };

/** Every question of a long journey. */
function everyQuestion(): readonly string[] {
  const dialogue = new Dialogue();
  const asked: string[] = [];
  while (dialogue.question.linkId !== 'review') {
    const { linkId } = dialogue.question;
    asked.push(linkId);
    const given = (long as Readonly<Record<string, boolean | string[] | null>>)[linkId];
    const answer = given ?? leastAnswer(dialogue.question);
    if (answer === undefined || given === null) dialogue.skips();
    else dialogue.answers(answer);
  }
  return asked;
}

describe('never a dead end', () => {
  for (const linkId of everyQuestion()) {
    it(`always answers and always leaves a question, at ${linkId}`, () => {
      const there = new Dialogue().until(linkId, long);
      for (const text of nonsense) {
        const dialogue = there.copy().says(text);
        expect(dialogue.heard, text).not.to.equal('');
        expect(dialogue.heard, text).not.to.match(/\{\{|undefined|\[object/u);
        expect(dialogue.replies.at(-1)?.kind, text).to.be.oneOf(['ask', 'review', 'ended', 'sent']);
      }
    });
  }

  it('never fills in what looks like one of our own placeholders', () => {
    const dialogue = new Dialogue().until('contact.times', { 'contact.more': true }).says('{{serviceName}}');
    expect(dialogue.heard).to.include('{{serviceName}}');
  });
});

describe('what people call an option', () => {
  for (const [lang, words, code] of [
    ['en', 'myself', 'self'],
    ['en', 'my mum', 'other'],
    ['pl', 'dla mnie', 'self'],
    ['ar', 'أنا', 'self'],
  ] as const) {
    it(`takes "${words}" for who it is for`, () => {
      const dialogue = new Dialogue({ lang }).says(words);
      expect(dialogue.conversation?.answers['start.who']?.values[0]).to.have.nested.property('valueCoding.code', code);
    });
  }

  it('offers only the needs that were chosen when it asks which comes first', () => {
    const dialogue = new Dialogue().until('matters.first', { 'mind.needs': ['money', 'food'] });
    expect(dialogue.question.options?.map(option => option.value)).to.deep.equal(['money', 'food']);
    dialogue.says('2');
    expect(dialogue.conversation?.answers['matters.first']?.values[0]).to.have.nested.property('valueCoding.code', 'food');
  });
});
