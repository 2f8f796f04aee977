// A conversation laid out as one form, and the turn that takes what was filled in: each answer for itself.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { collectStrings } from '../../src/channels/bot-framework/collect-strings.js';
import type { KeyedAnswer } from '../../src/conversation/conversation.js';
import { layOutForm } from '../../src/conversation/lay-out-form.js';
import type { WholeForm, WholeFormQuestion } from '../../src/conversation/whole-form.js';
import { Dialogue } from '../support/a-dialogue.js';
import { chatOver, noticesOf } from '../support/a-form-chat.js';
import { realContent } from '../support/real-content.js';

function formOf({ conversation, content, directory }: Dialogue): WholeForm {
  const form = conversation && layOutForm(conversation, content, directory);
  if (form === undefined) throw new Error('no form can be shown');
  return form;
}

function questionsOf(dialogue: Dialogue): readonly WholeFormQuestion[] {
  return formOf(dialogue).sections.flatMap(({ lines }) => lines.flatMap(line => (line.kind === 'question' ? [line] : [])));
}

const keysOf = (dialogue: Dialogue): readonly string[] => questionsOf(dialogue).map(({ question }) => question.key);

function fillIn(dialogue: Dialogue, answers: readonly KeyedAnswer[]): Dialogue {
  return dialogue.take({ kind: 'answers', answers, each: true }, collectStrings(answers));
}

const given = (dialogue: Dialogue): readonly string[] => Object.keys(dialogue.conversation?.answers ?? {});

describe('a conversation as one form', () => {
  it('shows what comes up to the first part that must be settled, and names what comes after', () => {
    const dialogue = new Dialogue();
    expect(keysOf(dialogue)).to.deep.equal(['start.who']);
    fillIn(dialogue, [{ key: 'start.who', answer: 'self' }]);
    expect(keysOf(dialogue)).to.deep.equal(['start.who', 'consent.share', 'consent.gp', 'consent.contact']);
    const { translator } = dialogue.content;
    expect(formOf(dialogue).later.map(title => translator.word(title, 'en-GB'))).to.include.members([
      'What is on your mind',
      'How to reach you',
    ]);
  });

  it('holds back what hangs on a question that is still open', () => {
    const dialogue = new Dialogue().until('contact.phone');
    expect(keysOf(dialogue)).to.include('contact.phone').and.not.include.members(['contact.email']);
    fillIn(dialogue, [{ key: 'contact.phone', skip: true }]);
    expect(keysOf(dialogue)).to.include('contact.email').and.not.include('contact.address');
  });

  it('is not shown while danger is asked about', () => {
    const dialogue = new Dialogue().until('mind.words').says('I want to kill myself');
    expect(dialogue.conversation && layOutForm(dialogue.conversation, dialogue.content)).to.equal(undefined);
  });

  it('reads back what was understood and waits for a yes', () => {
    const dialogue = fillIn(new Dialogue().until('contact.date-of-birth'), [{ key: 'contact.date-of-birth', answer: '10/6/1980' }]);
    const line = questionsOf(dialogue).find(({ question }) => question.key === 'contact.date-of-birth');
    expect(line?.settled).to.equal(false);
    expect(line?.confirm).to.deep.include({ product: 'confirm.date' });
    expect(line?.question.suggested).to.deep.equal([{ valueDate: '1980-06-10' }]);
    expect(line?.question.text).to.not.deep.equal(line?.confirm);
  });

  it('never shows again what was said of abuse, and lets it be', () => {
    const dialogue = fillIn(new Dialogue().until('mind.words'), [{ key: 'mind.words', answer: 'my husband beats me' }]);
    expect(dialogue.conversation?.flags[0]).to.deep.include({ kind: 'abuse', key: 'mind.words' });
    for (let turn = 0; turn < 6 && dialogue.question.key.startsWith('safety-check.'); turn += 1) {
      const [option] = dialogue.question.options ?? [];
      if (dialogue.question.required && option) dialogue.answers(option.value);
      else dialogue.sends([{ key: dialogue.question.key, skip: true }]);
    }
    const line = questionsOf(dialogue).find(({ question }) => question.key === 'mind.words');
    expect(line).to.deep.include({ keptPrivate: true, settled: true });
    expect(line?.question.suggested).to.equal(undefined);
  });

  it('shows no word of a private question at the desk, and takes nothing but leaving it out', () => {
    const dialogue = new Dialogue();
    if (dialogue.conversation) dialogue.conversation = { ...dialogue.conversation, by: 'staff' };
    dialogue.until('safety.now', { 'safety.now': null, 'mind.needs': ['money'] });
    const line = questionsOf(dialogue).find(({ question }) => question.key === 'safety.now');
    expect(line?.question).to.deep.include({ variant: 'private' });
    expect(JSON.stringify(formOf(dialogue))).to.not.include('"id":"now","field":"text"');
    fillIn(dialogue, [
      { key: 'safety.now', answer: 'no' },
      { key: 'mind.words', answer: 'Behind with the rent' },
    ]);
    expect(given(dialogue)).to.include('mind.words').and.not.include('safety.now');
    for (const left of [{ answer: 'not-asked' }, { skip: true }]) {
      const copy = fillIn(dialogue.copy(), [{ key: 'safety.now', ...left }]);
      expect(copy.conversation?.unasked).to.deep.equal(['safety.now']);
    }
  });

  it('reads back needs that were understood from words, and waits for a yes', () => {
    const dialogue = new Dialogue().until('mind.words').says('I cannot pay my rent and my flat is damp');
    const line = questionsOf(dialogue).find(({ question }) => question.key === 'mind.needs');
    expect(line?.confirm).to.deep.include({ product: 'notice.needs-found' });
    expect(line?.question.suggested).to.not.equal(undefined);
  });

  it('asks for another one of a group where somebody may fill in several, and holds the part open while it is filled in', () => {
    const child = {
      linkId: 'child',
      type: 'group',
      repeats: true,
      text: 'Children',
      item: [{ linkId: 'name', type: 'string', text: 'Name' }],
    };
    const dialogue = chatOver([child, { linkId: 'm', type: 'integer', text: 'Any number' }]);
    const [{ key } = { key: '' }] = questionsOf(dialogue).map(({ question }) => question);
    fillIn(dialogue, [{ key, answer: 'Sam' }]);
    const { sections, complete } = formOf(dialogue);
    expect(complete).to.equal(false);
    expect(sections.every(({ title }) => title === undefined)).to.equal(true);
    const texts = questionsOf(dialogue).map(({ question }) => dialogue.content.translator.word(question.text, 'en-GB'));
    expect(texts).to.have.length(3);
    expect(texts.filter(text => text === 'Name' || text === 'Any number')).to.have.length(2);
  });

  it('tells which answer is being changed', () => {
    const dialogue = new Dialogue().until('contact.phone').commands('change', { key: 'contact.name' });
    expect(formOf(dialogue).changing).to.equal('contact.name');
  });

  it('has a title for every part in every language', () => {
    const { journey, languages, translator } = realContent();
    const missing = [...languages.keys()].flatMap(lang =>
      journey.parts.flatMap(({ id, file }) => {
        const root = journey.form.byLinkId.get(id);
        return root?.hidden === false && !translator.has({ file, id: '$title', field: 'text' }, lang) ? [`${lang} ${file}`] : [];
      }),
    );
    expect(missing).to.deep.equal([]);
  });
});

describe('answers of a form, each for itself', () => {
  it('are recorded where they are right, and refused by name where they are not', () => {
    const dialogue = fillIn(new Dialogue().until('contact.name'), [
      { key: 'contact.name', answer: 'Sam Lee' },
      { key: 'contact.date-of-birth', answer: '31/2/1980' },
      { key: 'contact.phone', answer: '07911 123456' },
    ]);
    expect(given(dialogue)).to.include.members(['contact.name', 'contact.phone']);
    expect(noticesOf(dialogue)).to.deep.include({ code: 'refused', key: 'contact.date-of-birth', why: 'date-impossible' });
  });

  it('are all refused, as ever, where they were given together', () => {
    const dialogue = new Dialogue().until('contact.name');
    const answers = [
      { key: 'contact.name', answer: 'Sam Lee' },
      { key: 'contact.date-of-birth', answer: '31/2/1980' },
    ];
    dialogue.take({ kind: 'answers', answers }, collectStrings(answers));
    expect(given(dialogue)).to.not.include('contact.name');
  });

  it('may be words, read in the language of the conversation as if they had been typed to that question', () => {
    const dialogue = new Dialogue({ lang: 'pl' }).until('eligibility.age');
    fillIn(dialogue, [{ key: 'eligibility.age', text: 'mam czterdzieści sześć lat' }]);
    expect(dialogue.conversation?.answers['eligibility.age']?.values).to.deep.equal([{ valueInteger: 46 }]);
  });

  it('never overwrite what was answered since the form was shown, unless they say the same', () => {
    const dialogue = new Dialogue().until('contact.phone');
    fillIn(dialogue, [
      { key: 'contact.name', answer: 'Alex', was: 'elsewhere' },
      { key: 'contact.more', answer: false, was: '' },
    ]);
    expect(noticesOf(dialogue)).to.deep.include({ code: 'answered-meanwhile', key: 'contact.name' });
    expect(given(dialogue)).to.include('contact.more');
    const [name] = dialogue.conversation?.answers['contact.name']?.values ?? [];
    expect(name).to.not.deep.equal({ valueString: 'Alex' });
    const same = name && 'valueString' in name ? name.valueString : '';
    fillIn(dialogue, [{ key: 'contact.name', answer: same, was: 'elsewhere' }]);
    expect(noticesOf(dialogue)).to.deep.equal([]);
  });

  it('left empty never take away what was answered meanwhile', () => {
    const dialogue = new Dialogue().until('contact.phone');
    for (const empty of [{ skip: true }, { answer: '' }]) {
      fillIn(dialogue, [{ key: 'contact.name', was: '', ...empty }]);
      expect(given(dialogue)).to.include('contact.name');
      expect(noticesOf(dialogue)).to.deep.equal([]);
    }
  });

  it('leave out what the others make needless, and say so', () => {
    const dialogue = new Dialogue().until('matters.words', { 'mind.needs': ['money'] });
    fillIn(dialogue, [
      { key: 'mind.needs', answer: ['volunteering'] },
      { key: 'screen-money.benefits', answer: true },
      { key: 'matters.words', answer: 'My garden' },
    ]);
    expect(given(dialogue)).to.include('matters.words').and.not.include('screen-money.benefits');
    expect(noticesOf(dialogue).find(({ code }) => code === 'dropped')).to.deep.include({ code: 'dropped' });
  });

  it('give up the one that breaks a rule of the form, and keep the rest', () => {
    const rule = {
      url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-constraint',
      extension: [
        { url: 'key', valueId: 'even' },
        { url: 'severity', valueCode: 'error' },
        { url: 'expression', valueString: "%resource.item.where(linkId='n').answer.value mod 2 = 0" },
        { url: 'human', valueString: 'An even number.' },
      ],
    };
    const dialogue = chatOver([
      { linkId: 'n', type: 'integer', text: 'An even number', extension: [rule] },
      { linkId: 'm', type: 'integer', text: 'Any number' },
    ]);
    fillIn(dialogue, [
      { key: 'n', answer: 3 },
      { key: 'm', answer: 5 },
    ]);
    expect(given(dialogue)).to.deep.equal(['m']);
    expect(noticesOf(dialogue)).to.deep.include({ code: 'refused', key: 'n', why: 'breaks-rule', rule: 'even' });
  });

  it('are read for danger first, whatever becomes of them: a flag is raised under the question it was written at', () => {
    const dialogue = fillIn(new Dialogue().until('mind.words'), [
      { key: 'eligibility.age', answer: 'I want to kill myself' },
      { key: 'mind.words', answer: 'I feel alone' },
    ]);
    expect(dialogue.conversation?.flags[0]).to.deep.include({ kind: 'self-harm', tier: 'act', key: 'eligibility.age' });
    expect(given(dialogue)).to.include('mind.words');
    expect(dialogue.replies[0]).to.deep.include({ tone: 'crisis' });
  });

  it('that are too long are refused whole, and so are words that no reader of the question knows', () => {
    const dialogue = fillIn(new Dialogue().until('contact.phone'), [
      { key: 'contact.more', text: 'long '.repeat(300) },
      { key: 'contact.date-of-birth', text: 'one fine day before the war' },
    ]);
    expect(noticesOf(dialogue)).to.deep.include({ code: 'refused', key: 'contact.more', why: 'too-long', limit: 1000 });
    expect(given(dialogue)).to.not.include('contact.more');
    expect(noticesOf(dialogue)).to.deep.include({ code: 'refused', key: 'contact.date-of-birth', why: 'not-a-date' });
    fillIn(dialogue, [{ key: 'contact.name', text: 'x'.repeat(1200), was: 'elsewhere' }]);
    expect(noticesOf(dialogue)).to.deep.include({ code: 'answered-meanwhile', key: 'contact.name' });
  });

  it('to a number or a date may be words; where no reader knows them, one is asked for in figures', () => {
    const questions = ['integer', 'date'].map(type => ({ linkId: type, type, text: 'A number or a date' }));
    const dialogue = fillIn(chatOver(questions), [
      { key: 'integer', text: 'we have three lovely kids' },
      { key: 'date', text: 'Some time on June the 10th, 1999' },
    ]);
    expect(noticesOf(dialogue)).to.deep.include({ code: 'refused', key: 'integer', why: 'not-a-number' });
    expect(noticesOf(dialogue)).to.deep.include({ code: 'refused', key: 'date', why: 'not-a-date' });
  });

  it('to no question, or twice to one, are told and change nothing', () => {
    const dialogue = fillIn(new Dialogue().until('contact.phone'), [{ key: 'no.such-question', answer: 'Sam Lee' }]);
    expect(noticesOf(dialogue)).to.have.length(1);
    fillIn(dialogue, [
      { key: 'contact.phone', answer: '07911 123456' },
      { key: 'contact.phone', answer: '07911 123457' },
    ]);
    expect(noticesOf(dialogue)).to.deep.include({ code: 'refused', why: 'two-at-once' });
    expect(given(dialogue)).to.not.include('contact.phone');
  });

  it('chosen among several are empty where none is chosen', () => {
    const dialogue = new Dialogue().until('matters.words', { 'mind.needs': ['money'] });
    fillIn(dialogue, [{ key: 'mind.needs', answer: [], was: '' }]);
    expect(noticesOf(dialogue)).to.deep.equal([]);
    expect(dialogue.conversation?.answers['mind.needs']?.values).to.have.length(1);
  });

  it('that tell of danger under no question, or one that is not asked, are heard all the same', () => {
    for (const nameless of [{ answer: ['I want to kill myself'] }, { key: 'no.such-question', text: 'I want to kill myself' }]) {
      const dialogue = fillIn(new Dialogue().until('mind.words'), [nameless]);
      expect(dialogue.conversation?.flags[0]).to.deep.include({ kind: 'self-harm', tier: 'act' });
    }
  });

  it('that tell of danger after it was sent are heard, though nothing is answered any more', () => {
    const dialogue = new Dialogue().until('review').answers('send');
    fillIn(dialogue, [{ key: 'mind.words', answer: 'I want to kill myself' }]);
    expect(dialogue.conversation?.flags[0]).to.deep.include({ kind: 'self-harm', tier: 'act' });
  });
});
