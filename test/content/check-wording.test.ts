import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkProductWording, checkTextWording } from '../../src/content/languages/check-wording.js';
import type { TextEntry, TextFiles } from '../../src/content/languages/content-texts.js';

const polish = { tag: 'pl', dir: 'ltr' } as const;

function texts(fields: Readonly<Record<string, string>>, options: Readonly<Record<string, string>> = {}): TextFiles {
  const entry: TextEntry = { fields: new Map(Object.entries(fields)), options: new Map(Object.entries(options)), said: new Map() };
  return new Map([['start', new Map([['way', entry]])]]);
}

describe('the words of a language', () => {
  it('are named by file, question and field where one is wrong', () => {
    expect(checkTextWording(texts({ text: 'Call 999.' }), texts({ text: 'Zadzwoń: 998.' }), polish)).to.deep.equal([
      "locales/pl/content/start.json: 'way': 'text' says the numbers 998, in English 999",
    ]);
  });

  it('give no two options that read the same once accents are off', () => {
    const english = texts({}, { a: 'Often', b: 'Some of the time', c: 'Never' });
    const other = texts({}, { a: 'Często', b: 'czesto', c: 'Nigdy' });
    expect(checkTextWording(english, other, polish)).to.deep.equal([
      "locales/pl/content/start.json: 'way': options 'a' and 'b' read the same",
    ]);
  });

  it('leave examples as they are', () => {
    expect(checkTextWording(texts({ example: 'Sam Lee and co' }), texts({ example: 'Sam Lee and co' }), polish)).to.deep.equal([]);
  });

  it('say nothing of what English does not have: that is told elsewhere', () => {
    expect(checkTextWording(new Map(), texts({ text: 'Zadzwoń: 998.' }), polish)).to.deep.equal([]);
    expect(checkProductWording(new Map(), new Map([['a.key', '998']]), polish)).to.deep.equal([]);
  });

  it('are compared form by form where there are plurals', () => {
    const english = new Map([
      ['sent.next_one', 'Within {{count}} day, or call 111.'],
      ['sent.next_other', 'Within {{count}} days, or call 111.'],
    ]);
    const other = new Map([
      ['sent.next_few', 'W ciągu {{count}} dni, albo zadzwoń: 111.'],
      ['sent.next_many', 'W ciągu {{count}} dni, albo zadzwoń: 112.'],
    ]);
    expect(checkProductWording(english, other, polish)).to.deep.equal([
      "locales/pl: 'sent.next_many' says the numbers 112, in English 111",
    ]);
  });

  it('fit their buttons', () => {
    const english = new Map([['button.send', 'Send']]);
    const other = new Map([['button.send', 'Wyślij wszystkie odpowiedzi do pracownika']]);
    expect(checkProductWording(english, other, polish)).to.deep.equal(["locales/pl: 'button.send' has 41 letters; 32 fit"]);
  });
});
