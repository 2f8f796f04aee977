// What a question of any form carries with it: how it is drawn, what it suggests, what stands before it; and what is never asked at all.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { chatOver, linesOf, noticesOf, responseOf, valuesOf, type Json } from '../support/a-form-chat.js';
import { display, extension, sdc } from '../content/a-questionnaire.js';

const control = (code: string): Json =>
  extension('questionnaire-itemControl', {
    valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] },
  });
const initially = (expression: string): Json => ({
  url: `${sdc}-initialExpression`,
  valueExpression: { language: 'text/fhirpath', expression },
});
const hidden = extension('questionnaire-hidden', { valueBoolean: true });
const kilogram = { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kg' };
const pound = { display: 'stone' };
const coding = (code: string, more: Json = {}): Json => ({ valueCoding: { code, display: `Colour ${code}` }, ...more });

describe('what a question of a form carries', () => {
  it('passes on how it is to be drawn and what bounds it', () => {
    const dialogue = chatOver([
      {
        linkId: 'a',
        type: 'integer',
        text: 'How bad is it?',
        prefix: '1.',
        extension: [
          control('slider'),
          extension('questionnaire-sliderStepValue', { valueInteger: 2 }),
          extension('minValue', { valueInteger: 0 }),
          extension('maxValue', { valueInteger: 10 }),
          extension('questionnaire-supportLink', { valueUri: 'https://example.org/pain' }),
        ],
      },
      {
        linkId: 'b',
        type: 'choice',
        text: 'Which?',
        answerOption: [coding('r'), coding('g')],
        extension: [control('radio-button'), extension('questionnaire-choiceOrientation', { valueCode: 'horizontal' })],
      },
      {
        linkId: 'c',
        type: 'quantity',
        text: 'How heavy?',
        extension: [
          extension('questionnaire-unitOption', { valueCoding: kilogram }),
          extension('questionnaire-unitOption', { valueCoding: pound }),
        ],
      },
      {
        linkId: 'd',
        type: 'string',
        text: 'Which code?',
        maxLength: 5,
        extension: [extension('regex', { valueString: '[A-Z]+' }), extension('minLength', { valueInteger: 2 })],
      },
      { linkId: 'e', type: 'decimal', text: 'How far?', extension: [extension('maxDecimalPlaces', { valueInteger: 1 })] },
      {
        linkId: 'f',
        type: 'string',
        text: 'Which?',
        repeats: true,
        extension: [extension('questionnaire-maxOccurs', { valueInteger: 4 })],
      },
    ]);
    expect(dialogue.question).to.deep.include({
      control: 'slider',
      step: 2,
      min: 0,
      max: 10,
      prefix: '1.',
      links: ['https://example.org/pain'],
    });
    expect(dialogue.says('4').question).to.deep.include({ control: 'radio-button', orientation: 'horizontal' });
    expect(dialogue.says('colour r').question.units).to.deep.equal([
      { value: 'kg', label: 'kg' },
      { value: 'stone', label: 'stone' },
    ]);
    expect(dialogue.says('70 kg').question).to.deep.include({ maxLength: 5, minLength: 2, pattern: '[A-Z]+' });
    expect(dialogue.says('ABC').question).to.deep.include({ maxDecimalPlaces: 1 });
    expect(dialogue.says('1.5').question).to.deep.include({ maxOccurs: 4, repeats: true });
    expect(dialogue.question).not.to.have.any.keys('options', 'units', 'links', 'suggested', 'more', 'help');
  });

  it('has the help, the reason and the example its form gives, and the options chosen alone', () => {
    const dialogue = chatOver([
      {
        linkId: 'a',
        type: 'choice',
        repeats: true,
        text: 'Which of these?',
        extension: [extension('entryFormat', { valueString: 'red, green' })],
        answerOption: [coding('r'), coding('none', { extension: [extension('questionnaire-optionExclusive', { valueBoolean: true })] })],
        item: [display('a1', 'Choose as many as you like.', 'inline'), display('a2', 'It helps us to help.', 'help')],
      },
    ]);
    expect(dialogue.heard).to.include('Choose as many as you like.');
    expect(dialogue.question).to.deep.include({
      exclusive: ['none'],
      help: { file: 'form.json', id: 'a', field: 'help' },
      why: { file: 'form.json', id: 'a', field: 'why' },
      example: { file: 'form.json', id: 'a', field: 'example' },
    });
    expect(noticesOf(dialogue.answers(['r', 'none']))[0]).to.deep.include({ code: 'refused', why: 'none-with-others' });
  });
});

describe('what a form suggests to begin with', () => {
  it('shows initial values, options chosen at first and what an expression gives, and records none of it by itself', () => {
    const dialogue = chatOver([
      { linkId: 'a', type: 'choice', text: 'A?', answerOption: [coding('r'), coding('g', { initialSelected: true })] },
      { linkId: 'b', type: 'string', text: 'B?', extension: [initially("'Leeds'")] },
      { linkId: 'c', type: 'integer', text: 'C?', initial: [{ valueInteger: 3 }] },
      { linkId: 'd', type: 'string', text: 'D?', repeats: true, initial: [{ valueString: 'one' }, { valueString: 'two' }] },
    ]);
    expect(dialogue.question.suggested).to.deep.equal([{ valueCoding: { code: 'g', display: 'Colour g' } }]);
    expect(dialogue.skips().question.suggested).to.deep.equal([{ valueString: 'Leeds' }]);
    expect(dialogue.skips().question.suggested).to.deep.equal([{ valueInteger: 3 }]);
    expect(dialogue.answers(4).question.suggested).to.deep.equal([{ valueString: 'one' }]);
    dialogue.says('first').says('yes');
    expect(dialogue.question).to.deep.include({ key: 'd@1', suggested: [{ valueString: 'two' }] });
    dialogue.says('second').says('yes');
    expect(dialogue.question.suggested).to.equal(undefined);
    expect(valuesOf(dialogue)).not.to.have.any.keys('a', 'b');
    expect(responseOf(dialogue.skips()).item?.map(({ linkId }) => linkId)).to.deep.equal(['c', 'd']);
  });

  it('shows what was answered before rather than what was suggested', () => {
    const dialogue = chatOver([
      { linkId: 'a', type: 'string', text: 'A?', initial: [{ valueString: 'Leeds' }] },
      { linkId: 'b', type: 'string', text: 'B?' },
    ]);
    dialogue.says('York').says('back');
    expect(dialogue.question).to.deep.include({ key: 'a', suggested: [{ valueString: 'York' }] });
  });
});

describe('what is never asked', () => {
  it('is exported all the same: hidden, read-only, worked out', () => {
    const dialogue = chatOver([
      { linkId: 'kept', type: 'string', text: 'Kept', initial: [{ valueString: 'v2' }], extension: [hidden] },
      { linkId: 'shown', type: 'decimal', text: 'Price', readOnly: true, initial: [{ valueInteger: 5 }] },
      { linkId: 'number', type: 'integer', text: 'How many?' },
      {
        linkId: 'sum',
        type: 'decimal',
        text: 'Sum',
        extension: [
          {
            url: `${sdc}-calculatedExpression`,
            valueExpression: {
              language: 'text/fhirpath',
              expression: "%resource.item.where(linkId='number').answer.value * %resource.item.where(linkId='shown').answer.value",
            },
          },
        ],
      },
      { linkId: 'site', type: 'string', text: 'Site', extension: [hidden, initially("'East' + 'side'")] },
      { linkId: 'within', type: 'group', text: 'Office', readOnly: true, item: [{ linkId: 'office', type: 'string', text: 'Office use' }] },
    ]);
    expect(dialogue.question.key).to.equal('number');
    expect(dialogue.says('3').replies.at(-1)?.kind).to.equal('review');
    expect(linesOf(dialogue).map(line => line.key)).to.deep.equal(['number']);
    const answers = Object.fromEntries((responseOf(dialogue).item ?? []).map(({ linkId, answer }) => [linkId, answer?.[0]]));
    expect(answers).to.deep.include({ shown: { valueDecimal: 5 }, number: { valueInteger: 3 }, sum: { valueDecimal: 15 } });
    expect(answers['kept']).to.include({ valueString: 'v2' });
    expect(answers['site']).to.include({ valueString: 'Eastside' });
    expect(Object.keys(answers)).not.to.include('within');
  });

  it('cannot be answered from outside either', () => {
    const dialogue = chatOver([
      { linkId: 'kept', type: 'string', text: 'Kept', initial: [{ valueString: 'v2' }], extension: [hidden] },
      { linkId: 'number', type: 'integer', text: 'How many?' },
    ]);
    for (const named of [{ key: 'kept' }, { linkId: 'kept' }])
      expect(noticesOf(dialogue.sends([{ ...named, answer: 'v3' }]))).to.deep.equal([{ code: 'not-asked', key: 'kept' }]);
    expect(noticesOf(dialogue.commands('change', { key: 'kept' }))).to.deep.equal([{ code: 'not-asked' }]);
    expect(valuesOf(dialogue)).to.deep.equal({});
  });
});

describe('what stands before a question', () => {
  it('is told once: a heading, statements, and each again only when it is come to anew', () => {
    const dialogue = chatOver([
      { linkId: 'intro', type: 'display', text: 'Take your time.' },
      {
        linkId: 'home',
        type: 'group',
        text: 'Your home',
        item: [
          { linkId: 'note', type: 'display', text: 'Think of the last week.' },
          { linkId: 'a', type: 'integer', text: 'How many rooms?' },
          { linkId: 'b', type: 'integer', text: 'How many stairs?' },
        ],
      },
      { linkId: 'unseen', type: 'group', text: 'Unseen', extension: [hidden], item: [{ linkId: 'x', type: 'string', text: 'X' }] },
    ]);
    expect(dialogue.heard).to.include('Take your time.\nYour home\nThink of the last week.\nHow many rooms?');
    expect(dialogue.says('many').heard).not.to.include('Your home');
    expect(dialogue.says('3').heard).not.to.match(/Your home|last week/u);
    dialogue.says('4');
    expect(dialogue.heard).not.to.include('Unseen');
  });
});

describe('a review of one section', () => {
  const items = [
    {
      linkId: 'contact',
      type: 'group',
      text: 'How to reach you',
      item: [{ linkId: 'deep', type: 'group', item: [{ linkId: 'street', type: 'string', text: 'Street?' }] }],
    },
    { linkId: 'b', type: 'string', text: 'B?' },
  ];

  it('shows that section alone, and goes on from there', () => {
    const dialogue = chatOver(items).says('High Road').commands('review', { key: 'contact' });
    expect(linesOf(dialogue).map(line => line.key)).to.deep.equal(['street']);
    expect(dialogue.conversation?.reviewing).to.equal('contact');
    dialogue.sends([{ key: 'review', answer: 'go-on' }]);
    expect(dialogue.question.key).to.equal('b');
    dialogue.says('skip').commands('review', { key: 'contact' });
    expect(linesOf(dialogue).map(line => line.key)).to.deep.equal(['street']);
    dialogue.commands('review', { key: 'no such section' });
    expect(linesOf(dialogue).map(line => line.key)).to.deep.equal(['street', 'b']);
    expect(noticesOf(dialogue.answers('send').commands('review', { key: 'contact' }))).to.deep.equal([{ code: 'already-sent' }]);
  });
});

describe('a file sent where words are asked', () => {
  it('is refused kindly, with what is expected, and is not kept', () => {
    const dialogue = chatOver([
      { linkId: 'a', type: 'attachment', text: 'Where is the photo?' },
      { linkId: 'b', type: 'string', text: 'B?', required: true },
    ]);
    dialogue.take({ kind: 'attachment' }, []);
    expect(noticesOf(dialogue)).to.deep.equal([{ code: 'refused', why: 'no-files', key: 'a' }]);
    expect(dialogue.heard).to.include('I cannot take files or pictures here.').and.to.include('You can skip this');
    expect(dialogue.question.key).to.equal('a');
    dialogue.says('https://example.org/photo.jpg').take({ kind: 'attachment' }, []);
    expect(dialogue.heard).to.include('I cannot take files').and.not.to.include('You can skip this');
    dialogue.says('words').answers('send').take({ kind: 'attachment' }, []);
    expect(noticesOf(dialogue)).to.deep.equal([{ code: 'refused', why: 'no-files' }]);
  });
});
