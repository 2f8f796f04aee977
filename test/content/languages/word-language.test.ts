import { expect } from 'chai';
import { describe, it } from 'mocha';
import { wordLanguage } from '../../../src/content/languages/word-language.js';

const listed = (code: string): string | undefined => ({ bn: 'Bengali', syl: 'Sylheti' })[code];

const names: readonly (readonly [tag: string, lang: string, name: string])[] = [
  ['bn', 'en-GB', 'Bengali'],
  ['bn', 'pl', 'bengalski'],
  ['bn', 'bn', 'বাংলা'],
  ['zh-Hans', 'en-GB', 'Chinese'],
  ['pt-BR', 'pl', 'portugalski'],
  ['syl', 'ar', 'Sylheti'],
  ['jam', 'ar', 'Jamaican Creole English'],
  ['bfi', 'pl', 'British Sign Language'],
  ['qqq', 'pl', 'qqq'],
  ['no language', 'en-GB', 'no language'],
];

describe('the name of a language', () => {
  for (const [tag, lang, name] of names)
    it(`of ${tag} in ${lang} is ${name}`, () => expect(wordLanguage(tag, lang, listed)).to.equal(name));
});
