import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkSentence, type SentencePair } from '../../src/content/languages/check-sentence.js';

function problems(tag: string, english: string, other: string, use: SentencePair['use'] = 'sentence'): readonly string[] {
  return checkSentence({ english, other, tag, dir: ['ar', 'fa', 'ur'].includes(tag) ? 'rtl' : 'ltr', use });
}

describe('a translated sentence', () => {
  it('is no copy of the English one', () => {
    expect(problems('pl', 'Choose your language', 'Choose your language')).to.deep.equal(['is the English sentence']);
    expect(problems('so', 'Go back and write it shorter.', 'Go back and write it shorter.')).to.deep.equal(['is the English sentence']);
  });

  it('may be the same where it is a name, one word or an example', () => {
    expect(problems('fr', 'Samaritans', 'Samaritans')).to.deep.equal([]);
    expect(problems('es', 'Hospital', 'Hospital')).to.deep.equal([]);
    expect(problems('pl', 'name and surname', 'name and surname', 'example')).to.deep.equal([]);
  });

  it('has no English words left in it', () => {
    expect(problems('pl', 'You and your family', 'Ty and your rodzina')).to.deep.equal(['has English in it: and, your']);
    expect(problems('bn', 'A link worker reads your answers.', 'link worker আপনার উত্তর পড়েন।')).to.deep.equal([
      'has English in it: link, worker',
    ]);
  });

  it('may explain an English word in brackets, and keep names', () => {
    expect(problems('bn', 'A link worker reads it.', 'একজন সহায়তা কর্মী (link worker) এটি পড়েন।')).to.deep.equal([]);
    expect(problems('ru', 'Call Help through Hardship.', 'Позвоните в Help through Hardship.')).to.deep.equal([]);
    expect(problems('ro', 'You have a letter', 'Are o scrisoare')).to.deep.equal([]);
  });

  it('is in the script of its language', () => {
    expect(problems('hi', 'Go back', 'Peechhe jaaen')).to.deep.equal(['has nothing in Devanagari script']);
    expect(problems('hi', 'NHS 111', 'NHS 111')).to.deep.equal([]);
    expect(problems('zh-Hans', 'Not sure', '不确定')).to.deep.equal([]);
  });

  it('says the numbers that the English says, however they are grouped', () => {
    expect(problems('pl', 'Call 116 123.', 'Zadzwoń: 116 132.')).to.deep.equal(['says the numbers 116132, in English 116123']);
    expect(problems('pl', 'Call 999.', 'Zadzwoń.')).to.deep.equal(['says the numbers none, in English 999']);
    expect(problems('pl', 'Call 0808 2000 247.', 'Zadzwoń: 08082000247.')).to.deep.equal([]);
    expect(problems('pl', 'A small glass', 'Mały kieliszek, 125 ml')).to.deep.equal([]);
  });

  it('writes digits as 0 to 9', () => {
    expect(problems('bn', 'From 1 to 10', '১ থেকে ১০')).to.deep.equal(['has digits other than 0 to 9']);
  });

  it('keeps a number with spaces together where the script runs to the left', () => {
    expect(problems('ar', 'Call 116 123.', 'اتصل على 116 123.')).to.deep.equal([
      'has a number with spaces that is not between U+2066 and U+2069',
    ]);
    expect(problems('ar', 'Call 116 123.', 'اتصل على \u2066116 123\u2069.')).to.deep.equal([]);
    expect(problems('ur', '27 3 2026', '27 3 2026', 'example')).to.deep.equal([]);
    expect(problems('pl', 'Call 116 123.', 'Zadzwoń: 116 123.')).to.deep.equal([]);
  });

  it('fits its button', () => {
    expect(problems('pl', 'Send', 'Wyślij wszystkie odpowiedzi do pracownika', 'button')).to.deep.equal(['has 41 letters; 32 fit']);
    expect(problems('ta', 'Send', 'அனுப்பு', 'button')).to.deep.equal([]);
  });

  it('stays calm', () => {
    expect(problems('es', 'Thank you.', '¡Gracias!')).to.deep.equal(['has an exclamation mark']);
  });
});
