import { expect } from 'chai';
import { describe, it } from 'mocha';
import { expectation, refusalParams } from '../../src/conversation/expectation.js';
import { itemTypes } from '../../src/content/forms/questionnaire-schema.js';
import { realContent } from '../support/real-content.js';
import { anItem, anOption, type AnItem } from '../support/a-form.js';

const { translator, languages } = realContent();

function told(item: Omit<AnItem, 'linkId'>, lang = 'en-GB'): string {
  return expectation(anItem({ linkId: 'q', ...item }))
    .map(phrase => translator.word(phrase, lang))
    .join(' ');
}

const kg = { label: 'kg' };

const table: readonly (readonly [Omit<AnItem, 'linkId'>, string])[] = [
  [{ type: 'integer' }, 'Type a whole number, for example 3.'],
  [{ type: 'integer', min: 0, max: 10 }, 'Type a whole number from 0 to 10.'],
  [{ type: 'integer', min: 1 }, 'Type a whole number, for example 3. The lowest is 1.'],
  [{ type: 'integer', max: 9, units: [{ label: 'years' }] }, 'Type a whole number, for example 3. Give it in years. The highest is 9.'],
  [{ type: 'decimal', min: 0.5, max: 2.5 }, 'Type a number, for example 2.5. The lowest is 0.5. The highest is 2.5.'],
  [{ type: 'decimal', units: [kg] }, 'Type a number, for example 2.5. Give it in kg.'],
  [{ type: 'quantity' }, 'Type a number and its unit, for example 70 kg.'],
  [{ type: 'quantity', units: [kg], max: 300 }, 'Type a number, for example 2.5. Give it in kg. The highest is 300.'],
  [{ type: 'quantity', units: [kg, { label: 'stone' }] }, 'Type a number and one of these units: kg and stone.'],
  [
    { type: 'date', min: '2026-01-31' },
    'Type a day, a month and a year, for example 27 3 2026. If you do not know the day, give the month and year. The earliest is 31 January 2026.',
  ],
  [
    { type: 'time', min: '09:00:00', max: '17:30:00' },
    'Type a time, for example 15:30 or 3.30 pm. The earliest is 09:00. The latest is 17:30.',
  ],
  [
    { type: 'dateTime', max: '2026' },
    'Type a day, a month and a year. You can add a time, for example 27 3 2026 15:30. The latest is 2026.',
  ],
  [{ type: 'url' }, 'Type a web address, for example www.example.org.'],
  [{ type: 'attachment' }, 'Type a web link to it, for example www.example.org/letter.'],
  [{ type: 'reference' }, 'Type a name or a few words.'],
  [{ type: 'text', maxLength: 20 }, 'Type your answer in your own words, up to 20 letters.'],
  [{ type: 'string', pattern: 'x' }, 'Type a few words.'],
  [{ type: 'string', example: 'x' }, 'Type a few words.'],
  [{ type: 'time', options: [anOption('a')] }, 'Choose one from the list. You can type its name or its number.'],
  [{ type: 'string', format: 'phone' }, 'Type a phone number, for example 07911 123456.'],
  [{ type: 'group' }, ''],
];

describe('What a question expects', () => {
  for (const [item, words] of table) {
    it(`is told of ${JSON.stringify(item).slice(0, 60)}`, () => {
      expect(told(item)).to.equal(words);
    });
  }

  it('is told of every type of question in every language', () => {
    for (const lang of languages.keys()) {
      for (const type of itemTypes.filter(each => each !== 'group' && each !== 'display'))
        expect(told({ type }, lang), `${type} ${lang}`).to.match(/[\p{L}\p{M}]{3}/u);
    }
  });

  it('shows the example where the answer must be written in one way', () => {
    const item = anItem({ linkId: 'q', file: 'f', localId: 'l', pattern: '[A-Z]+', example: 'ABC' });
    expect(expectation(item)).to.deep.equal([{ product: 'expect.like', params: { example: { file: 'f', id: 'l', field: 'example' } } }]);
  });
});

describe('The limit of a refusal', () => {
  it('is shown as what it is', () => {
    expect(refusalParams(undefined)).to.deep.equal({});
    expect(refusalParams(3)).to.deep.equal({ limit: 3 });
    for (const date of ['2026', '2026-01', '2026-01-31', '2026-01-31T10:00:00Z'])
      expect(refusalParams(date)).to.deep.equal({ limit: { date } });
    for (const time of ['09:30:00', '09:30:00.5', '09:30']) expect(refusalParams(time)).to.deep.equal({ limit: { isolate: '09:30' } });
    expect(refusalParams('soon')).to.deep.equal({ limit: 'soon' });
  });
});
