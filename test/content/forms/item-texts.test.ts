import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readEnglishTexts } from '../../../src/content/languages/content-texts.js';
import { core, display, extension, faultsOf, type Json, soundForm, soundItem, translations } from '../a-questionnaire.js';

const rendering = (value: Json) => ({ extension: [value] });
const xhtml = (valueString: string) => rendering(extension('rendering-xhtml', { valueString }));

function textsOf(item: Json, lang?: string, own?: string) {
  const form = soundForm([{ linkId: 'a', ...item }]);
  const wanted = lang === undefined ? undefined : { lang, ...(own !== undefined && { own }) };
  const entry = readEnglishTexts(form, wanted).get('F')?.get('a');
  return { ...Object.fromEntries(entry?.fields ?? []), options: Object.fromEntries(entry?.options ?? []) };
}

describe('the words of an item', () => {
  it('are its rendering, made plain, where it has one with words in it', () => {
    expect(soundItem({ type: 'string', text: 'Plain', _text: xhtml('<p>Well <b>rendered</b></p>') }).text).to.equal('Well rendered');
    expect(soundItem({ type: 'string', text: 'Plain', _text: xhtml('<img src="x"/>') }).text).to.equal('Plain');
    const markdown = rendering(extension('rendering-markdown', { valueMarkdown: 'In *markdown*' }));
    expect(soundItem({ type: 'string', text: undefined, _text: markdown }).text).to.equal('In markdown');
    expect(faultsOf({ type: 'string', text: undefined, _text: xhtml('<script>x</script>') })).to.deep.equal(['has no text to ask']);
  });

  it('are of a display inside, where a question has none, and then that is not its help', () => {
    const item = {
      linkId: 'a',
      type: 'string',
      item: [display('h', 'What is your name?', 'flyover'), display('i', 'As on your passport', 'inline')],
    };
    const [a, ...others] = soundForm([item]).order;
    expect([a?.text, a?.hasHelp, others.length]).to.deep.equal(['What is your name?', true, 0]);
    expect(textsOf(item)).to.deep.equal({ text: 'What is your name?', help: 'As on your passport', options: {} });
    const why = { linkId: 'a', type: 'string', item: [display('w', 'Which one?', 'help')] };
    expect(soundForm([why]).order.map(({ text, hasWhy }) => [text, hasWhy])).to.deep.equal([['Which one?', false]]);
    expect(faultsOf({ type: 'string', text: '', item: [{ linkId: 's', type: 'display', text: 'A statement' }] })).to.deep.equal([
      'has no text to ask',
    ]);
  });

  it('gather every display that serves the question, and the ends of its scale with their numbers', () => {
    const texts = textsOf({
      type: 'integer',
      text: 'How bad is the pain?',
      extension: [extension('minValue', { valueInteger: 0 }), extension('maxValue', { valueInteger: 10 })],
      item: [
        display('p', 'Give a number', 'prompt'),
        display('l', 'none', 'lower'),
        display('u', 'the worst', 'upper'),
        display('s', 'Only your doctor sees it', 'security'),
        display('w', 'So that we can help', 'help'),
      ],
    });
    expect(texts).to.deep.equal({
      text: 'How bad is the pain?',
      help: 'Give a number Only your doctor sees it 0 = none; 10 = the worst',
      why: 'So that we can help',
      options: {},
    });
  });

  it('name the unit by a display, where nothing else does', () => {
    const item = { type: 'decimal', text: 'How heavy?', item: [display('u', 'stone', 'unit')] };
    expect(soundItem(item).units).to.deep.equal([{ label: 'stone' }]);
    const kg = extension('questionnaire-unit', { valueCoding: { code: 'kg' } });
    expect(soundItem({ ...item, extension: [kg] }).units).to.deep.equal([{ label: 'kg', code: 'kg' }]);
  });

  it('take instructions by their category, and leave statements of a group where they stand', () => {
    const category = (code: string) => [extension('questionnaire-displayCategory', { valueCodeableConcept: { coding: [{ code }] } })];
    const statement = { linkId: 's', type: 'display', text: 'Select one', extension: category('instructions') };
    expect(textsOf({ type: 'string', text: 'Q', item: [statement] })).to.include({ help: 'Select one' });
    const group = {
      linkId: 'a',
      type: 'group',
      text: 'G',
      item: [statement, display('f', 'The end', 'footer'), display('i', 'About', 'inline')],
    };
    expect(soundForm([group]).order.map(({ linkId }) => linkId)).to.deep.equal(['a', 's', 'f']);
    expect(soundForm([display('root', 'Hello', 'flyover')]).order.map(({ linkId, type }) => [linkId, type])).to.deep.equal([
      ['root', 'display'],
    ]);
  });

  it('leave a display with a condition of its own as a statement, said where it holds', () => {
    const enableWhen = [{ question: 'a', operator: '=', answerString: 'x' }];
    const item = { linkId: 'a', type: 'string', text: 'Q', item: [display('h', 'Help', 'inline', { enableWhen })] };
    const [a, help] = soundForm([item]).order;
    expect([a?.hasHelp, help?.linkId, help?.enableWhen]).to.deep.equal([false, 'h', enableWhen]);
    const hidden = display('h', 'Help', 'inline');
    const unseen = {
      ...hidden,
      extension: [...(hidden['extension'] as readonly Json[]), extension('questionnaire-hidden', { valueBoolean: true })],
    };
    expect(soundForm([{ ...item, item: [unseen] }]).order.map(({ linkId, hidden: isHidden }) => [linkId, isHidden])).to.deep.equal([
      ['a', false],
      ['h', true],
    ]);
  });
});

describe('the words of an item in another language', () => {
  const answerOption = [
    { valueCoding: { code: 'y', display: 'Yes', _display: translations({ pl: 'Tak', 'cy-GB': 'Ie' }) } },
    { valueString: 'No', _valueString: translations({ pl: 'Nie' }) },
    { valueInteger: 3 },
  ];
  const item = {
    type: 'choice',
    text: 'Well?',
    _text: translations({ pl: 'Dobrze?', 'cy-GB': 'Iawn?' }),
    answerOption,
    item: [display('h', 'Say how', 'inline', { _text: translations({ pl: 'Powiedz jak' }) })],
  };

  it('are the translations in the file', () => {
    expect(textsOf(item, 'pl', 'en')).to.deep.equal({ text: 'Dobrze?', help: 'Powiedz jak', options: { y: 'Tak', No: 'Nie', 3: '3' } });
  });

  it('are matched by the language itself where the place differs', () => {
    expect(textsOf(item, 'cy', 'en')).to.include({ text: 'Iawn?' });
    expect(textsOf(item, 'pl-PL')).to.include({ text: 'Dobrze?' });
  });

  it('are as written in the language of the file, and where there is no translation', () => {
    for (const lang of ['en-GB', 'ar']) {
      expect(textsOf(item, lang, 'en')).to.deep.equal({ text: 'Well?', help: 'Say how', options: { y: 'Yes', No: 'No', 3: '3' } });
    }
    expect(textsOf({ ...item, _text: translations({ pl: 'x', 'pl-PL': 'y' }) }, 'pl', 'pl')).to.include({ text: 'Well?' });
  });

  it('of a value set are its designations', () => {
    const concept = [{ code: 'x', display: 'Bread', designation: [{ language: 'pl', value: 'Chleb' }, { value: 'Loaf' }] }];
    const contained = [{ resourceType: 'ValueSet', id: 'v', compose: { include: [{ concept }] } }];
    const form = soundForm([{ linkId: 'a', type: 'choice', text: 'A', answerValueSet: '#v' }], { contained });
    expect(readEnglishTexts(form, { lang: 'pl' }).get('F')?.get('a')?.options.get('x')).to.equal('Chleb');
    expect(readEnglishTexts(form).get('F')?.get('a')?.options.get('x')).to.equal('Bread');
  });

  it('are never made of a translation that says nothing', () => {
    const broken = {
      extension: [{ url: `${core}/translation`, extension: [{ url: 'lang', valueCode: 'pl' }] }, { url: `${core}/translation` }],
    };
    expect(textsOf({ type: 'string', text: 'A', _text: broken }, 'pl')).to.include({ text: 'A' });
  });
});
