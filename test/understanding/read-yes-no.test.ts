import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readYesNo } from '../../src/understanding/read-yes-no.js';
import type { YesNo } from '../../src/understanding/read-yes-no.js';
import { languages } from './our-languages.js';

const rows: readonly (readonly [string, YesNo | undefined, string])[] = [
  [
    'en-GB',
    'yes',
    'yes|Yes.|YES!|y|yeah|yep|yup|aye|ok|okay|sure|of course|yes please|Yes, please|yeah thanks|yesssss|that’s right|👍🏽|correct',
  ],
  ['en-GB', 'no', 'no|No.|n|nah|nope|no thanks|No, thank you|not really|I don’t|i dont|never|noooo|👎|not at all'],
  ['en-GB', 'unsure', 'not sure|Not sure.|I don’t know|idk|dunno|maybe|yes and no|?'],
  ['en-GB', undefined, 'I have no money|ok so I lost my job|I can’t say no|Yes, if my husband does not find out|no one|banana|12|'],
  [
    'pl',
    'yes',
    'tak|Tak!|TAK|no tak|No, tak|no pewnie|jasne|oczywiście|oczywiscie|owszem|zgadza się|zgadza sie|dobra|tak, proszę|taaak|yes|mhm',
  ],
  ['pl', 'no', 'nie|Nie.|no nie|nie dziękuję|nie dziekuje|raczej nie|skąd|wcale|nieee|nope'],
  ['pl', 'unsure', 'nie wiem|niewiem|chyba tak|może|moze|trudno powiedzieć|nie jestem pewna'],
  ['pl', undefined, 'no|No|NO|no.|nooo|no no|nie mam pieniędzy|tak się boję'],
  ['ar', 'yes', 'نعم|نَعَم|نعم.|أيوه|ايوة|اي|إيه|أجل|بلى|اه|طبعا|أكيد|ماشي|تمام|موافقة|نعم من فضلك|نعم، من فضلك|yes'],
  ['ar', 'no', 'لا|لأ|لا شكرا|لا، شكراً|كلا|مش|مو|أبدا|no'],
  ['ar', 'unsure', 'لا أعرف|لا اعرف|ما بعرف|مدري|مش عارف|ربما|يمكن'],
  ['ar', undefined, 'لا أملك المال|نعم ولكن زوجي لا يعرف'],
];

describe('readYesNo', () => {
  for (const [lang, meant, texts] of rows) {
    for (const text of texts.split('|')) {
      it(`hears ${meant ?? 'nothing sure'} in "${text}" (${lang})`, () => {
        expect(readYesNo(text, lang, languages)).to.equal(meant);
      });
    }
  }

  it('hears English in a language it does not have', () => {
    expect(readYesNo('yes', 'xx', languages)).to.equal('yes');
  });

  it('reads no sentence, however long, as an answer', () => {
    expect(readYesNo('yes '.repeat(250), 'en-GB', languages)).to.equal(undefined);
  });
});
