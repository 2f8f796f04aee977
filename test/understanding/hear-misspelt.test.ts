import { expect } from 'chai';
import { describe, it } from 'mocha';
import { hearMisspeltCommand, hearMisspeltStance } from '../../src/understanding/hear-misspelt.js';
import { hearYesNo, readSpeltYesNo, readYesNo } from '../../src/understanding/read-yes-no.js';
import { smallLanguages as languages } from './small-languages.js';

const heard: readonly (readonly [string, string, string])[] = [
  ['en-GB', 'yes', 'corect|corrcet|deffinitely|absolutley|of coruse|yess|yees|yes plaese|abslutely thanks'],
  ['en-GB', 'no', 'nevver|incorect|noo|not realy'],
  ['en-GB', 'unsure', 'mayeb|perhasp|not suree|not certian'],
  ['pl', 'yes', 'oczywiscei|dokladnei|owszme|takk'],
  ['pl', 'no', 'absoltnie nie|niee'],
  ['ar', 'yes', 'بالتاكد|نععم|موافققة'],
  ['ar', 'no', 'لاا'],
  ['es', 'yes', 'clarro|por supeusto'],
  ['es', 'unsure', 'quizzás|qiuzas'],
  ['tr', 'no', 'istemiyrum|kabul etmiyrum'],
  ['bn', 'yes', 'thik aache|theek ache'],
  ['bn', 'no', 'laagbe na|dorkaar nai'],
  ['ur', 'yes', 'mujhe chahie|teek hai'],
  ['ur', 'no', 'naheen|mujhe nahi chahie|bilkool nahi'],
  ['fa', 'yes', 'موافقمم'],
];

/** Words one slip from an answer that say something else, or could. */
const doubtful: readonly (readonly [string, string])[] = [
  ['en-GB', 'rigth or wrong|there|eight|cant|isnt|dosnt|I dont kno|black|backs|yes but no|write|none|night'],
  ['pl', 'no|nooo|sama|pieniądze'],
  ['fa', 'دارمم ندارم|خواهم|نخواهم|adaram'],
  ['ta', 'வேண்டம்|வேண்டுமா|vendam um|vendm'],
  ['tr', 'istmiyorum değil|istiyor|ister misin|istemiyor musun'],
  ['bn', 'cha|nai|lagbe'],
  ['ur', 'hani|han hai nahi|chahiye'],
  ['es', 'clase|cuando|nuca jamás'],
  ['zh-Hans', '不意|愿|是不是'],
];

describe('an answer that is in no list', () => {
  for (const [lang, stance, texts] of heard)
    for (const text of texts.split('|'))
      it(`says ${stance} in "${text}" (${lang})`, () => {
        expect(readSpeltYesNo(text, lang, languages) ?? hearMisspeltStance(text, lang, languages)).to.equal(stance);
      });

  for (const [lang, texts] of doubtful)
    for (const text of texts.split('|'))
      it(`is asked for again where it could mean something else: "${text}" (${lang})`, () => {
        expect(hearMisspeltStance(text, lang, languages)).to.equal(undefined);
      });

  it('is never turned round by one letter', () => {
    const pairs: readonly (readonly [string, string, string])[] = [
      ['fa', 'دارم', 'ندارم'],
      ['fa', 'می‌خواهم', 'نمی‌خواهم'],
      ['fa', 'daram', 'nadaram'],
      ['ta', 'வேண்டும்', 'வேண்டாம்'],
      ['ta', 'vendum', 'vendaam'],
      ['tr', 'istiyorum', 'istemiyorum'],
      ['tr', 'kabul ediyorum', 'kabul etmiyorum'],
      ['bn', 'chai', 'chai na'],
      ['ur', 'mujhe chahiye', 'mujhe nahi chahiye'],
      ['pt', 'concordo', 'discordo'],
      ['en-GB', 'i can', "i can't"],
    ];
    for (const [lang, yes, no] of pairs) {
      for (const [word, contrary] of [
        [yes, 'no'],
        [no, 'yes'],
      ] as const) {
        expect(readYesNo(word, lang, languages), word).to.not.equal(contrary);
        for (let at = 0; at < word.length; at += 1)
          for (const slip of [word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + word.charAt(at) + word.slice(at)]) {
            if (hearYesNo(slip, lang, languages) !== undefined) continue;
            expect(readSpeltYesNo(slip, lang, languages), `${slip} (${word})`).to.not.equal(contrary);
          }
      }
    }
  });

  it('stays unheard where what it says cannot be taken back', () => {
    expect(readYesNo('corect', 'en-GB', languages)).to.equal(undefined);
    expect(readYesNo('correct', 'en-GB', languages)).to.equal('yes');
  });

  it('is looked for only in the language of the conversation, and in no long text', () => {
    expect(readSpeltYesNo('corect', 'tr', languages)).to.equal(undefined);
    expect(readSpeltYesNo('corect', 'xx', languages)).to.equal(undefined);
    expect(readSpeltYesNo(`corect ${'x'.repeat(200)}`, 'en-GB', languages)).to.equal(undefined);
    expect(readSpeltYesNo(`corect ${'x'.repeat(90)}`, 'en-GB', languages)).to.equal(undefined);
  });

  it('is no "none" where yes or no is asked', () => {
    expect(hearMisspeltStance('nothign at all', 'en-GB', languages)).to.equal('none');
    expect(readSpeltYesNo('nothign at all', 'en-GB', languages)).to.equal(undefined);
    expect(readSpeltYesNo('no', 'pl', languages)).to.equal(undefined);
  });
});

describe('a misspelt command', () => {
  const commands: readonly (readonly [string, string, string])[] = [
    ['en-GB', 'pause', 'puase|pausse'],
    ['en-GB', 'back', 'previuos|previos question'],
    ['en-GB', 'skip', 'skip this questoin|prefer not to anwser|skipp'],
    ['pl', 'help', 'pomooc'],
    ['es', 'skip', 'siguente|sigueinte'],
    ['es', 'pause', 'pauza'],
    ['bn', 'skip', 'porer proshna|baad din'],
    ['ur', 'help', 'maadad'],
  ];
  for (const [lang, command, texts] of commands)
    for (const text of texts.split('|'))
      it(`is ${command} in "${text}" (${lang})`, () => {
        expect(hearMisspeltCommand(text, lang, languages)).to.equal(command);
      });

  it('is never one that erases, begins anew or calls somebody', () => {
    for (const text of ['delete my dtaa', 'start agian', 'restrat', 'emergancy', 'speak to a preson', 'change my anwser'])
      expect(hearMisspeltCommand(text, 'en-GB', languages), text).to.equal(undefined);
  });

  it('is none where the word is exactly another, or could be two', () => {
    for (const text of ['pause', 'yes', 'cause', 'black']) expect(hearMisspeltCommand(text, 'en-GB', languages), text).to.equal(undefined);
  });
});
