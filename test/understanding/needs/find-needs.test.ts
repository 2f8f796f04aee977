import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { z } from 'zod';
import type { Language } from '../../../src/content/content.js';
import { needPhrasesSchema } from '../../../src/content/languages/locale-schema.js';
import { phraseWords } from '../../../src/text/phrase-words.js';
import { findNeeds } from '../../../src/understanding/needs/find-needs.js';
import { deaf } from '../../support/deaf.js';
import { needSentences, ordinarySentences } from './need-sentences.js';
import { languages as shippedLanguages } from '../our-languages.js';

function aLanguage(tag: string, needs: Readonly<Record<string, readonly string[]>>): Language {
  const folded = new Map(Object.entries(needs).map(([need, phrases]) => [need, phrases.map(phraseWords)]));
  return { tag, englishName: tag, name: tag, dir: 'ltr', review: {}, listen: deaf, needs: folded };
}

const phrasesSchema = z.record(z.string(), z.array(z.string()));
const shippedPhrases = (tag: string) => phrasesSchema.parse(JSON.parse(readFileSync(`locales/${tag}/needs.json`, 'utf8')));
const shipped = new Map(
  ['en-GB', 'pl', 'ar'].map(
    tag => [tag, { ...aLanguage(tag, shippedPhrases(tag)), listen: shippedLanguages.get(tag)?.listen ?? deaf }] as const,
  ),
);
const needsOf = (text: string): string[] => findNeeds(text, shipped).map(({ need }) => need);

describe('finding needs in free text', () => {
  const table: [string, string][] = [
    ['I am so lonely since I moved here', 'loneliness'],
    ['I can’t pay my bills', 'money'],
    ['There is black mould and the landlord ignores us', 'housing'],
    ['I need a food bank voucher', 'food'],
    ['I cannot heat my home', 'energy'],
    ['I was made redundant in June', 'work'],
    ['I would like to volunteer', 'volunteering'],
    ['I want to learn English', 'learning'],
    ['I need to lose weight', 'activity'],
    ['help me stop smoking', 'smoking'],
    ['I am drinking too much', 'alcohol-drugs'],
    ['I feel anxious all the time', 'wellbeing'],
    ['I look after my wife who has dementia', 'caring'],
    ['my husband passed away', 'bereavement'],
    ['I use a wheelchair', 'disability'],
    ['mum keeps forgetting things', 'memory'],
    ['I am a single mum with a new baby', 'family'],
    ['I need advice about my visa', 'legal'],
    ['I can’t get to appointments', 'transport'],
    ['I would love to sing in a choir', 'culture'],
    ['our flat was burgled', 'safety'],
    ['jestem samotną wdową', 'bereavement'],
    ['w mieszkaniu jest GRZYB', 'housing'],
    ['szukam pracy', 'work'],
    ['czuje sie samotny', 'loneliness'],
    ['عندي ديون كثيرة', 'money'],
    ['خسرت عملي وأبحث عن وظيفة', 'work'],
    ['أشعر بالوحدة', 'loneliness'],
  ];
  for (const [text, need] of table) it(`hears ${need} in "${text}"`, () => expect(needsOf(text)).to.include(need));

  for (const text of [
    '',
    'hello',
    'yes please',
    '12 High Street',
    'dzień dobry',
    'شكرا لك',
    'I have no debts and I am not lonely',
    'I am not homeless',
  ]) {
    it(`hears nothing in "${text}"`, () => expect(needsOf(text)).to.deep.equal([]));
  }

  it('hears several needs, the surest first, with the words that say so', () => {
    const found = findNeeds('I am lonely, I have debts and rent arrears, and the bailiffs came', shipped);
    expect(found[0]).to.include({ need: 'money' });
    expect(found.map(({ need }) => need)).to.include('loneliness');
    expect(found.find(({ need }) => need === 'loneliness')?.evidence).to.equal('lonely');
    expect(found.every(({ score }, place) => score <= (found[place - 1]?.score ?? 1))).to.equal(true);
  });

  it('has phrases for all needs in every language, and plenty', () => {
    for (const tag of ['en-GB', 'pl', 'ar']) {
      const phrases = shippedPhrases(tag);
      expect(Object.keys(phrases)).to.have.length(21);
      for (const [need, list] of Object.entries(phrases)) expect(list.length, `${tag} ${need}`).to.be.at.least(25);
    }
  });

  it('reads no more than the first 1,000 characters, whatever is typed', () => {
    expect(needsOf('lonely '.repeat(100_000))).to.deep.equal(['loneliness']);
    expect(needsOf(`${'a'.repeat(1000)} lonely`)).to.deep.equal([]);
  });

  it('hears the need in almost all of three sentences for each need and language, and little that is not there', () => {
    for (const lang of ['en-GB', 'pl', 'ar']) {
      const ours = needSentences.filter(sentence => sentence.lang === lang);
      const missed = ours.filter(({ need, text }) => !needsOf(text).includes(need)).map(({ text }) => text);
      const wrong = ours.filter(({ need, also, text }) => needsOf(text).some(found => found !== need && !also.includes(found)));
      expect(missed, `${lang}: ${missed.join('; ')}`).to.have.length.at.most(2);
      expect(wrong.map(({ text }) => text).join('; '), lang).to.equal('');
    }
  });

  for (const { lang, text } of ordinarySentences) {
    it(`hears nothing in ${lang} "${text}"`, () => expect(needsOf(text)).to.deep.equal([]));
  }

  it('finds its own need, above all others, for every phrase', () => {
    for (const tag of shipped.keys()) {
      for (const [need, phrases] of Object.entries(shippedPhrases(tag))) {
        for (const phrase of phrases.filter(written => !/^[?-]/u.test(written))) {
          const found = findNeeds(phrase.replace(/^\+/u, '').replaceAll('*', ''), shipped);
          const own = found.find(one => one.need === need);
          expect(own?.score, `${tag} ${need} "${phrase}"`).to.equal(found[0]?.score).and.to.be.a('number');
        }
      }
    }
  });

  const denials: [string, string][] = [
    ['I am not in debt but I am lonely', 'loneliness'],
    ['nie mam długów, ale jestem samotna', 'loneliness'],
    ['ليس لدي ديون، لكنني وحيدة', 'loneliness'],
    ['there is no job for me', 'work'],
    ['nie mogę rzucić palenia', 'smoking'],
    ['لا أستطيع ترك التدخين', 'smoking'],
  ];
  for (const [text, need] of denials) it(`hears ${need} alone in "${text}"`, () => expect(needsOf(text)).to.deep.equal([need]));

  it('hears no need across the end of a sentence or clause', () => {
    expect(needsOf('My phone is lost. My dad told me to write')).to.deep.equal([]);
    expect(needsOf('My phone is lost, my dad told me to write')).to.deep.equal([]);
  });

  it('does not take "not fine" for "fine"', () => {
    const heating = aLanguage('en-GB', { energy: ['heating', '-heating fine'] });
    const listening = { ...heating, listen: { ...heating.listen, denials: ['not'] } };
    const found = (text: string) => findNeeds(text, new Map([['en-GB', listening]])).map(({ need }) => need);
    expect(found('my heating is fine')).to.deep.equal([]);
    expect(found('my heating not fine')).to.deep.equal(['energy']);
  });

  it('refuses phrases written with a star or a question mark in the wrong place', () => {
    const written = (phrase: string) => needPhrasesSchema.safeParse({ ...shippedPhrases('en-GB'), energy: [phrase] });
    for (const sound of ['heat* off', '?heating', '-warm enough', '+cold']) expect(written(sound).success, sound).to.equal(true);
    for (const faulty of ['heat*ing', '*heating', 'cold *', 'really? cold', ' ']) expect(written(faulty).success, faulty).to.equal(false);
  });

  it('finds Arabic words with what is written onto them, and Polish without its accents', () => {
    for (const word of ['ديون', 'الديون', 'والديون', 'بالديون', 'للديون', 'وبالديون']) expect(needsOf(word), word).to.deep.equal(['money']);
    expect(needsOf('mam dlugi i boje sie komornika')).to.deep.equal(['money']);
  });

  it('proposes five needs at most', () => {
    expect(needsOf('lonely, debts, homeless, foodbank, unemployed, cigarettes, dementia, choir')).to.have.length(5);
  });
});
