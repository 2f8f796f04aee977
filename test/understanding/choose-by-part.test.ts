import { expect } from 'chai';
import { describe, it } from 'mocha';
import { foldText } from '../../src/text/fold-text.js';
import { readAnswer } from '../../src/understanding/read-answer.js';
import { readChoice } from '../../src/understanding/read-choice.js';
import type { ChoiceOption } from '../../src/understanding/read-choice.js';
import { aChoice, anItem } from './our-languages.js';
import { smallLanguages as languages } from './small-languages.js';

/** Options with a label in the conversation's language, and one in English. */
function options(labels: Readonly<Record<string, readonly [own: string, english: string]>>): readonly ChoiceOption[] {
  return Object.entries(labels).map(([code, both]) => {
    const folded = both.map(foldText);
    return { code, labels: folded, spoken: folded.map(label => [label]) };
  });
}

function choose(
  text: string,
  offered: readonly ChoiceOption[],
  lang: string,
  more: { readonly open?: boolean } = {},
): readonly string[] | string {
  const read = readChoice(text, { options: offered, repeats: false, lang, languages, ...more });
  return read.ok ? read.value : read.why;
}

const english = options({
  spouse: ['I live with my husband, wife or partner', 'I live with my husband, wife or partner'],
  alone: ['I live alone', 'I live alone'],
  refuses: ['I do not give permission', 'I do not give permission'],
  agree: ['I agree to this', 'I agree to this'],
});

describe('an option named by part of its label', () => {
  it('is chosen by a word that stands in no other', () => {
    expect(choose('husband', english, 'en-GB')).to.deep.equal(['spouse']);
    expect(choose('my husband', english, 'en-GB')).to.deep.equal(['spouse']);
    expect(choose('husband my', english, 'en-GB')).to.deep.equal(['spouse']);
    expect(choose('alone please', english, 'en-GB')).to.deep.equal(['alone']);
  });

  it('is chosen with one slip in such a word', () => {
    expect(choose('husbnad', english, 'en-GB')).to.deep.equal(['spouse']);
    expect(choose('my huband', english, 'en-GB')).to.deep.equal(['spouse']);
    expect(choose('partnr', english, 'en-GB')).to.deep.equal(['spouse']);
  });

  it('is not chosen by a word that several have, by a common word, by words apart, or by too short a part', () => {
    for (const text of ['live', 'with', 'wife with me', 'wif', 'husband wife alone', 'this', 'a b c d e f husband'])
      expect(choose(text, english, 'en-GB'), text).to.equal('not-an-option');
  });

  it('is not chosen by a word it denies', () => {
    for (const text of ['permission', 'permision', 'give permission', 'give'])
      expect(choose(text, english, 'en-GB'), text).to.equal('not-an-option');
    expect(choose('not give permission', english, 'en-GB')).to.deep.equal(['refuses']);
  });

  it('is compared loosely only in the language of the conversation and in English', () => {
    const offered = aChoice({ home: ['My home', 'Casa mia'], work: ['My work', 'Lavoro'] }).question.map(({ code, labels }) => ({
      code,
      labels,
      spoken: [[labels[0] ?? '']],
    }));
    expect(choose('casa', offered, 'en-GB')).to.equal('not-an-option');
    expect(choose('casa mia', offered, 'en-GB')).to.deep.equal(['home']);
    expect(choose('home', offered, 'en-GB')).to.deep.equal(['home']);
  });

  it('is chosen in Chinese by two characters that stand in no other', () => {
    const offered = options({
      food: ['食物和饮食', 'Food'],
      money: ['金钱和债务', 'Money'],
      refuse: ['不想说出原因', 'Rather not say'],
    });
    expect(choose('债务', offered, 'zh-Hans')).to.deep.equal(['money']);
    expect(choose('第二', offered, 'zh-Hans')).to.deep.equal(['money']);
    expect(choose('二', offered, 'zh-Hans')).to.deep.equal(['money']);
    for (const text of ['和', '债', '原因', '食 物']) expect(choose(text, offered, 'zh-Hans'), text).to.equal('not-an-option');
  });

  it('is chosen by its label in Latin letters, whatever script it is written in', () => {
    const offered = options({ food: ['খাবার', 'Something to eat'], home: ['বাসা', 'Somewhere to live'], loan: ['ঋণ', 'Debt'] });
    expect(choose('khabar', offered, 'bn')).to.deep.equal(['food']);
    expect(choose('khaabar', offered, 'bn')).to.deep.equal(['food']);
    for (const text of ['kha', 'kobor', 'khabar basha']) expect(choose(text, offered, 'bn'), text).to.equal('not-an-option');
    const cyrillic = options({ money: ['Деньги', 'Money'], home: ['Жильё', 'A home'] });
    expect(choose('dengi', cyrillic, 'bn')).to.deep.equal(['money']);
    const hindi = options({ work: ['नौकरी', 'A job'], food: ['खाना', 'Food'], house: ['मकान', 'House'] });
    expect(choose('makaan', hindi, 'bn')).to.deep.equal(['house']);
    expect(choose('khana', hindi, 'bn')).to.deep.equal(['food']);
  });

  it('is chosen by a plain number word, but not by a word that only counts', () => {
    for (const text of ['two', 'second', '2', '２', '২']) expect(choose(text, english, 'en-GB'), text).to.deep.equal(['alone']);
    for (const text of ['dwa', 'drugi', 'two']) expect(choose(text, english, 'pl'), text).to.deep.equal(['alone']);
    expect(choose('dui', english, 'bn')).to.equal('not-an-option');
    for (const text of ['ek', 'এক']) expect(choose(text, english, 'bn'), text).to.deep.equal(['spouse']);
    for (const text of ['sama', 'dwóch', 'tuzin']) expect(choose(text, english, 'pl'), text).to.equal('not-an-option');
  });

  it('has its place in the list though a label begins with an article', () => {
    const offered = options({ friend: ['Un amigo', 'A friend'], nobody: ['Nadie', 'Nobody'] });
    expect(choose('2', offered, 'es')).to.deep.equal(['nobody']);
    const times = options({ once: ['Una o dos veces', 'One or two times'], more: ['Más veces', 'More often'] });
    expect(choose('2', times, 'es')).to.equal('not-an-option');
  });

  it('is not guessed at where a misspelt yes or no says something else', () => {
    const never = options({ never: ['Never', 'Never'], no: ['No', 'No'], yes: ['Yes', 'Yes'] });
    expect(choose('nevver', never, 'en-GB')).to.deep.equal(['never']);
    const amounts = options({ right: ['The correct amount', 'The correct amount'], yes: ['Yes', 'Yes'] });
    expect(choose('corect', amounts, 'en-GB')).to.equal('not-an-option');
    expect(choose('corect', never, 'en-GB')).to.deep.equal(['yes']);
    expect(choose('mayeb', never, 'en-GB')).to.equal('not-an-option');
  });

  it('is counted in all languages where it says yes or no', () => {
    const offered = aChoice({ yes: ['Yes', 'Tak', 'Sí', 'Nie'], no: ['No', 'Nie', 'No'] }).question;
    expect(choose('tak', offered, 'pl')).to.deep.equal(['yes']);
    const tied = aChoice({ often: ['Yes, often'], rarely: ['Yes, rarely'], no: ['No'] }).question;
    expect(choose('yeah', tied, 'en-GB')).to.equal('not-an-option');
  });

  it('leaves own words alone where they are an answer', () => {
    const item = anItem({ type: 'open-choice', options: aChoice({ spouse: ['With my partner'], other: ['Alone'] }).options });
    const labels: Readonly<Record<string, readonly string[]>> = { spouse: ['with my partner'], other: ['alone'] };
    const read = (text: string) =>
      readAnswer({ item, text, lang: 'en-GB', languages, optionLabels: code => labels[code] ?? [], today: '2026-11-22' });
    for (const text of ['partner', 'nevver', 'corect'])
      expect(read(text), text).to.deep.equal({ kind: 'answered', values: [{ valueString: text }] });
    expect(read('alnoe')).to.deep.include({ kind: 'answered', values: [{ valueCoding: { code: 'other', display: 'Alone' } }] });
  });

  it('is looked for in no sentence', () => {
    expect(choose(`husband ${'and then '.repeat(12)}`, english, 'en-GB')).to.equal('not-an-option');
  });
});
