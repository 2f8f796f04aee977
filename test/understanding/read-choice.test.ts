import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readChoice } from '../../src/understanding/read-choice.js';
import { aChoice, languages } from './our-languages.js';

const needs = aChoice({
  food: ['Food', 'Jedzenie', 'الطعام'],
  housing: ['Housing', 'Mieszkanie', 'السكن'],
  money: ['Money, debt and bills', 'Pieniądze, długi i rachunki', 'المال والديون والفواتير'],
  lonely: ['Feeling lonely', 'Samotność', 'الشعور بالوحدة'],
  none: ['None of these', 'Żadne z tych', 'لا شيء مما سبق'],
});
const answers = aChoice({
  yes: ['Yes', 'Tak', 'نعم'],
  no: ['No', 'Nie', 'لا'],
  unsure: ['Not sure', 'Nie wiem', 'لا أعرف'],
});
const often = aChoice({ never: ['Never'], some: ['1 or 2 times'], more: ['3 or more times'] });
const scale = aChoice({ '0': ['0 – not at all', '0 – wcale'], '7': ['7', '7'], '10': ['10 – completely', '10 – całkowicie'] });

function read(text: string, choice: typeof needs, lang = 'en-GB', repeats = false): readonly string[] | string {
  const found = readChoice(text, { options: choice.question, repeats, lang, languages });
  return found.ok ? found.value : found.why;
}

describe('readChoice', () => {
  it('knows labels in every language, whatever the language of the conversation', () => {
    for (const text of ['Housing', 'housing.', 'HOUSING', 'Mieszkanie', 'السكن', 'Housing please', '“Housing”', 'housing'])
      expect(read(text, needs), text).to.deep.equal(['housing']);
    expect(read('mieszkanie', needs, 'ar')).to.deep.equal(['housing']);
    expect(read('samotnosc', needs, 'pl')).to.deep.equal(['lonely']);
    expect(read('Money, debt and bills', needs)).to.deep.equal(['money']);
  });

  it('knows a place in the list, in digits of any script and in words', () => {
    for (const text of ['2', '2.', '#2', '2)', 'second', 'the second one', '2nd', '2️⃣', '٢', '২'])
      expect(read(text, needs), text).to.deep.equal(['housing']);
    expect(read('drugie', needs, 'pl')).to.deep.equal(['housing']);
    expect(read('الثاني', needs, 'ar')).to.deep.equal(['housing']);
    for (const text of ['0', '6', '99']) expect(read(text, needs), text).to.equal('not-an-option');
  });

  it('takes no number for a place where a label holds a number', () => {
    for (const text of ['1', '2', 'second']) expect(read(text, often), text).to.equal('not-an-option');
    expect(read('3 or more', often)).to.deep.equal(['more']);
    for (const text of ['7', '٧', 'seven']) expect(read(text, scale), text).to.deep.equal(['7']);
    expect(read('0', scale)).to.deep.equal(['0']);
    expect(read('1', scale)).to.equal('not-an-option');
    expect(read('dziesięć', scale, 'pl')).to.deep.equal(['10']);
  });

  it('forgives one slip, and a beginning that fits only one', () => {
    for (const text of ['housng', 'hosuing', 'housingg', 'hous']) expect(read(text, needs), text).to.deep.equal(['housing']);
    expect(read('money', needs)).to.deep.equal(['money']);
    for (const text of ['h', 'banana', 'fod']) expect(read(text, needs), text).to.equal('not-an-option');
    const alike = aChoice({ a: ['Walking group'], b: ['Walking frame'] });
    expect(read('walking', alike)).to.equal('not-an-option');
  });

  it('hears any yes, no, not sure and none', () => {
    expect(read('yeah', answers)).to.deep.equal(['yes']);
    expect(read('nope', answers)).to.deep.equal(['no']);
    expect(read('dunno', answers)).to.deep.equal(['unsure']);
    expect(read('no tak', answers, 'pl')).to.deep.equal(['yes']);
    expect(read('nie', answers, 'pl')).to.deep.equal(['no']);
    expect(read('ايوه', answers, 'ar')).to.deep.equal(['yes']);
    expect(read('no', needs)).to.deep.equal(['none']);
    expect(read('nothing', needs, 'en-GB', true)).to.deep.equal(['none']);
    expect(read('nic', needs, 'pl')).to.deep.equal(['none']);
  });

  it('does not take Polish "no" for a no', () => {
    expect(read('no', answers, 'pl')).to.equal('not-an-option');
    expect(read('no', answers, 'en-GB')).to.deep.equal(['no']);
  });

  it('does not make "not sure" of a no that is not offered', () => {
    expect(read('nie', aChoice({ yes: ['Tak'], unsure: ['Nie wiem'] }), 'pl')).to.equal('not-an-option');
  });

  it('finds a no inside a longer label', () => {
    const safety = aChoice({ thoughts: ['Thoughts of ending my life'], child: ['A child is in danger'], no: ['No, nothing like that'] });
    expect(read('no', safety)).to.deep.equal(['no']);
  });

  it('reads several answers where several are asked', () => {
    for (const text of [
      'food and housing',
      'Food, housing',
      'food\nhousing',
      'food; housing',
      'food & housing',
      '1, 2',
      '1 2',
      '1 and 2',
      'food, 2',
      'food, and housing',
      'food/housing',
    ]) {
      expect(read(text, needs, 'en-GB', true), text).to.deep.equal(['food', 'housing']);
    }
    expect(read('jedzenie i mieszkanie', needs, 'pl', true)).to.deep.equal(['food', 'housing']);
    expect(read('الطعام والسكن', needs, 'ar', true)).to.deep.equal(['food', 'housing']);
    expect(read('الطعام، السكن', needs, 'ar', true)).to.deep.equal(['food', 'housing']);
    expect(read('food, money, debt and bills, housing', needs, 'en-GB', true)).to.deep.equal(['food', 'money', 'housing']);
  });

  it('takes nothing when part of several was not understood', () => {
    expect(read('food and bananas', needs, 'en-GB', true)).to.equal('not-an-option');
    expect(read(','.repeat(900), needs, 'en-GB', true)).to.equal('not-an-option');
    expect(read('1 '.repeat(400), needs, 'en-GB', true)).to.equal('not-an-option');
  });

  it('says that one is wanted when several are named', () => {
    expect(read('food and housing', needs)).to.equal('one-only');
    expect(read('food, food', needs)).to.deep.equal(['food']);
  });
});
