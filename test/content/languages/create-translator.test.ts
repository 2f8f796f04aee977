import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../../src/content/forms/check-questionnaire.js';
import type { Phrase } from '../../../src/content/languages/phrase.js';
import { withQuestionnaire } from '../../../src/content/single-questionnaire.js';
import { loadFiles, smallContent } from '../small-content.js';

const { content } = loadFiles(smallContent());
const { translator } = content;
const reference = (value: string): Phrase => ({ product: 'sent.reference', params: { reference: { isolate: value } } });
const days = (count: number): Phrase => ({ product: 'sent.next', params: { count } });
const text = (id: string, field = 'text', file = 'start'): Phrase => ({ file, id, field });
const coding = (code: string) => ({ valueCoding: { code } });

/** A phrase, a language, and what is said. */
const sayings: readonly (readonly [string, Phrase, string, string])[] = [
  ['a product sentence', { product: 'answer.yes' }, 'pl', '[pl] Yes'],
  ['a page sentence', { product: 'page.exit' }, 'ar', '[عربي] Exit'],
  ['a reference, plain in left-to-right text', reference('AB12'), 'pl', '[pl] Your reference is AB12.'],
  ['a reference, isolated in right-to-left text', reference('AB12'), 'ar', '[عربي] Your reference is \u2066AB12\u2069.'],
  ['one day in English', days(1), 'en-GB', '[en-GB one] 1 days'],
  ['five days in English', days(5), 'en-GB', '[en-GB other] 5 days'],
  ['three days in Polish', days(3), 'pl', '[pl few] 3 days'],
  ['five days in Polish', days(5), 'pl', '[pl many] 5 days'],
  ['two days in Arabic', days(2), 'ar', '[عربي] (two) 2 يوم'],
  ['eleven days in Arabic, in Latin digits', days(11), 'ar', '[عربي] (many) 11 يوم'],
  ['an English question, with the name of the service', text('way'), 'en-GB', 'How would you like to talk to Riverside?'],
  ['a question in another language, the service isolated', text('way'), 'ar', '[عربي] \u2066Riverside\u2069?'],
  ['help', text('way', 'help'), 'en-GB', 'Both are fine.'],
  ['a reason', text('way', 'why'), 'pl', '[pl] Because.'],
  ['a short label', text('name', 'short'), 'en-GB', 'Name'],
  ['an example', text('name', 'example'), 'pl', '[pl] Ewa'],
  ['an end', text('no-permission', 'next', 'ends'), 'en-GB', 'Call 020 7946 0123.'],
  ['a need', text('food', 'text', 'needs'), 'pl', '[pl] food'],
  ['a red flag', text('child', 'understood', 'red-flags'), 'en-GB', 'I have understood: child.'],
  ['a helpline open day and night', text('999', 'hours', 'helplines'), 'pl', '[pl] Always'],
  ['a text nobody has', text('nothing'), 'pl', ''],
  ['a language nobody has, in English', { product: 'answer.yes' }, 'xx', '[en-GB] Yes'],
  ['words of the person, untouched', { verbatim: '{{serviceName}} <b>$t(answer.yes)' }, 'ar', '{{serviceName}} <b>$t(answer.yes)'],
  ['yes', { answer: [{ valueBoolean: true }], linkId: 'start.share' }, 'ar', '[عربي] Yes'],
  ['no', { answer: [{ valueBoolean: false }], linkId: 'start.share' }, 'en-GB', '[en-GB] No'],
  ['a chosen option', { answer: [coding('full')], linkId: 'start.way' }, 'pl', '[pl] Here'],
  [
    'several needs',
    { answer: [coding('food'), coding('work'), coding('legal')], linkId: 'start.needs' },
    'en-GB',
    'Need: food, Need: work and Need: legal',
  ],
  ['several needs in Polish', { answer: [coding('food'), coding('work')], linkId: 'start.needs' }, 'pl', '[pl] food i [pl] work'],
  ['a practice', { answer: [coding('A10001')], linkId: 'start.practice' }, 'pl', 'River Surgery'],
  ['another practice', { answer: [coding('other')], linkId: 'start.practice' }, 'pl', '[pl] Another practice'],
  ['a language, as the language calls it', { answer: [coding('pl')], linkId: 'start.spoken' }, 'pl', 'polski'],
  ['a language, as English calls it', { answer: [coding('pl')], linkId: 'start.spoken' }, 'en-GB', 'Polish'],
  ['a language without a name there', { answer: [coding('bfi')], linkId: 'start.spoken' }, 'ar', 'British Sign Language'],
  ['a date in Polish', { answer: [{ valueDate: '1980-06-10' }], linkId: 'start.born' }, 'pl', '10 czerwca 1980'],
  ['a date in Arabic, in Latin digits', { answer: [{ valueDate: '1980-06-10' }], linkId: 'start.born' }, 'ar', '10 يونيو 1980'],
  ['a month', { answer: [{ valueDate: '1980-06' }], linkId: 'start.born' }, 'en-GB', 'June 1980'],
  ['a year', { answer: [{ valueDate: '1980' }], linkId: 'start.born' }, 'en-GB', '1980'],
  ['a date that is none', { answer: [{ valueDate: 'soon' }], linkId: 'start.born' }, 'en-GB', 'soon'],
  ['a whole number', { answer: [{ valueInteger: 3 }], linkId: 'screen-food.since' }, 'ar', '3'],
  ['a decimal number', { answer: [{ valueDecimal: 2.5 }], linkId: 'screen-food.since' }, 'pl', '2,5'],
  ['a telephone number', { answer: [{ valueString: '07911 123456' }], linkId: 'start.phone' }, 'ar', '\u206607911 123456\u2069'],
  ['written words', { answer: [{ valueString: 'Ewa {{name}}' }], linkId: 'start.name' }, 'ar', 'Ewa {{name}}'],
  ['a coding nobody lists', { answer: [{ valueCoding: { code: 'x', display: 'Ex' } }], linkId: 'start.gone' }, 'pl', 'Ex'],
  ['a bare coding nobody lists', { answer: [coding('x')], linkId: 'start.gone' }, 'pl', 'x'],
];

describe('wording phrases', () => {
  for (const [what, phrase, lang, expected] of sayings) {
    it(`says ${what}`, () => {
      expect(translator.word(phrase, lang)).to.equal(expected);
    });
  }

  it('fills a sentence with words, numbers, dates, lists and other phrases, once', () => {
    const list: Phrase = {
      product: 'notice.changed',
      params: { label: { list: [text('share'), { verbatim: '{{answer}}' }] }, answer: { date: '2026-11-22T23:30:00Z' } },
    };
    expect(translator.word(list, 'en-GB')).to.equal('[en-GB] May we share this? and {{answer}}: 22 November 2026');
    const nested: Phrase = { product: 'notice.changed', params: { label: 'x', answer: days(2) } };
    expect(translator.word(nested, 'pl')).to.equal('[pl] x: [pl few] 2 days');
    expect(translator.word({ product: 'notice.changed', params: { label: 1000 } }, 'en-GB')).to.equal('[en-GB] 1,000: ');
  });

  it('words opening hours with days and times of the language', () => {
    const files = smallContent();
    const hours: Phrase = { product: 'page.exit' };
    for (const tag of ['en-GB', 'pl', 'ar'])
      files[`locales/${tag}/pages.json`] = { 'page.exit': '{{openingHours}} / {{waitWeeks}} / {{housingPhone}}' };
    const { word } = loadFiles(files).content.translator;
    const plain = (lang: string) => word(hours, lang).replace(/\s/gu, ' ');
    expect(plain('en-GB')).to.equal('Monday – Friday, 09:00–17:00; Saturday and Sunday / 6 / 020 7946 0127');
    expect(plain('pl')).to.equal('poniedziałek – piątek, 09:00–17:00; sobota i niedziela / 6 / 020 7946 0127');
    expect(plain('ar')).to.contain('الاثنين – الجمعة، 9:00 ص – 5:00 م').and.to.contain('\u2066020 7946 0127\u2069');
    expect(translator.word(text('day', 'hours', 'helplines'), 'en-GB').replace(/\s/gu, ' ')).to.equal('Monday, 10:00–12:00');
  });

  it('knows which texts a language has', () => {
    expect(translator.has(text('way', 'help'), 'pl')).to.equal(true);
    expect(translator.has(text('share', 'help'), 'pl')).to.equal(false);
    expect(translator.has(text('secret'), 'pl')).to.equal(false);
    expect(translator.has(days(1), 'ar')).to.equal(true);
    expect(translator.has({ product: 'answer.yes' }, 'xx')).to.equal(false);
    expect(translator.has({ verbatim: 'x' }, 'xx')).to.equal(true);
  });

  it('labels options, and leaves a code nobody lists as it is', () => {
    expect(translator.option('start.way', 'call-me', 'ar')).to.equal('[عربي] By telephone');
    expect(translator.option('start.way', 'by-post', 'ar')).to.equal('by-post');
    expect(translator.option('start.gone', 'x', 'ar')).to.equal('x');
  });

  it('words one foreign questionnaire beside the product in every language', () => {
    const json = {
      resourceType: 'Questionnaire',
      status: 'active',
      item: [{ linkId: 'mood', type: 'choice', text: 'Your mood?', answerOption: [{ valueCoding: { code: 'ok', display: 'Fine' } }] }],
    };
    const { form, problems } = checkQuestionnaireFile(json, 'mood.json');
    expect(problems).to.deep.equal([]);
    if (form === undefined) throw new Error('no form');
    const single = withQuestionnaire(content, form);
    expect(single.translator.word({ file: 'mood.json', id: 'mood', field: 'text' }, 'pl')).to.equal('Your mood?');
    expect(single.translator.word({ answer: [coding('ok')], linkId: 'mood' }, 'pl')).to.equal('Fine');
    expect(single.translator.word({ product: 'answer.yes' }, 'pl')).to.equal('[pl] Yes');
    expect(single.journey.parts.map(({ id }) => id)).to.deep.equal(['']);
    expect(single.redFlags.rules).to.have.length(3);
  });

  it('words a foreign questionnaire in the language of the person where its file has it, answers of every kind too', () => {
    const translation = (content: string) => ({
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/translation',
          extension: [
            { url: 'lang', valueCode: 'pl' },
            { url: 'content', valueString: content },
          ],
        },
      ],
    });
    const answerOption = [
      { valueCoding: { system: 's', code: 'x', display: 'One', _display: translation('Jeden') } },
      { valueCoding: { system: 't', code: 'x', display: 'Two' } },
    ];
    const item = [
      { linkId: 'a', type: 'choice', text: 'Which?', _text: translation('Który?'), answerOption },
      { linkId: 'b', type: 'url', text: 'Where?' },
    ];
    const { form } = checkQuestionnaireFile({ resourceType: 'Questionnaire', status: 'active', language: 'en', item }, 'f.json');
    if (form === undefined) throw new Error('no form');
    const single = withQuestionnaire(content, form).translator;
    const asked = (lang: string) => single.word({ file: 'f.json', id: 'a', field: 'text' }, lang);
    expect([asked('pl'), asked('en-GB'), asked('ar')]).to.deep.equal(['Który?', 'Which?', 'Which?']);
    expect([single.option('a', 's|x', 'pl'), single.option('a', 't|x', 'pl'), single.option('a', 's|x', 'ar')]).to.deep.equal([
      'Jeden',
      'Two',
      'One',
    ]);
    const given = [{ valueCoding: { system: 't', code: 'x' } }];
    expect(single.word({ answer: given, linkId: 'a' }, 'pl')).to.equal('Two');
    expect(single.word({ answer: [{ valueUri: 'https://example.org' }], linkId: 'b' }, 'ar')).to.equal('\u2066https://example.org\u2069');
    expect(single.word({ answer: [{ valueBoolean: true }], linkId: 'b' }, 'pl')).to.equal('[pl] Yes');
  });

  it('refuses to extend a translator it did not make', () => {
    const { form } = checkQuestionnaireFile(
      { resourceType: 'Questionnaire', status: 'active', item: [{ linkId: 'a', type: 'string', text: 'A' }] },
      'a.json',
    );
    if (form === undefined) throw new Error('no form');
    expect(() => withQuestionnaire({ ...content, translator: { ...translator } }, form)).to.throw(TypeError);
  });
});
