import { expect } from 'chai';
import { describe, it } from 'mocha';
import { askOpinion } from '../../src/understanding/ask-opinion.js';
import { definiteDate } from '../../src/understanding/definite-resolution.js';
import { fitOpinion } from '../../src/understanding/fit-opinion.js';
import { barePhrase, withoutEdges } from '../../src/understanding/bare-phrase.js';
import { listensFor } from '../../src/understanding/listens-for.js';
import { readAnyDateWith, readDate } from '../../src/understanding/read-date.js';
import { readEmail } from '../../src/understanding/read-email.js';
import { readNumber } from '../../src/understanding/read-number.js';
import { readPhone } from '../../src/understanding/read-phone.js';
import { closeSkeleton, phraseSkeleton } from '../../src/text/romanised.js';
import type { AnswerValue } from '../../src/content/forms/form.js';
import { anItem } from './our-languages.js';
import { smallLanguages as languages } from './small-languages.js';

describe('numbers in words', () => {
  const numbers: readonly (readonly [string, string, number])[] = [
    ['en-GB', 'twentyfive', 25],
    ['en-GB', 'twentyandfive', 25],
    ['en-GB', 'five and twenty', 25],
    ['en-GB', 'twenty seevn', 27],
    ['en-GB', 'ninteen', 19],
    ['en-GB', 'eigthy years', 80],
    ['pl', 'dwadzieścia siedme', 27],
    ['pl', 'czterdzieści i dwa', 42],
    ['pl', 'czternascei lat', 14],
    ['ar', 'واحد وعشرون', 21],
    ['es', 'treinta y dos', 32],
    ['es', 'treintaydos', 32],
    ['es', 'viente', 20],
    ['pt', 'tenho trinta e um anos', 31],
    ['tr', 'yirmi beş', 25],
    ['tr', 'yirmibes', 25],
    ['bn', 'paanch', 5],
    ['bn', '২৫', 25],
    ['bn', 'পঁচিশ', 25],
    ['ur', 'pachees', 25],
    ['ur', 'pachaas', 50],
    ['ur', '۲۵', 25],
    ['fa', 'بیست و پنج', 25],
    ['zh-Hans', '十', 10],
    ['zh-Hans', '十二', 12],
    ['zh-Hans', '二十五', 25],
    ['zh-Hans', '二十五岁', 25],
    ['zh-Hans', '我大概三十岁', 30],
    ['zh-Hans', '一百', 100],
    ['zh-Hans', '一百零五', 105],
    ['zh-Hans', '两百二十', 220],
    ['zh-Hans', '一百一十二', 112],
    ['zh-Hans', '两个', 2],
    ['zh-Hans', '三', 3],
    ['zh-Hans', '二十五 岁', 25],
  ];
  for (const [lang, text, value] of numbers)
    it(`say ${String(value)} in "${text}" (${lang})`, () => {
      expect(readNumber(text, lang, languages)).to.include({ kind: 'number', value });
    });

  const doubtful: readonly (readonly [string, string])[] = [
    ['en-GB', 'a couple'],
    ['en-GB', 'two or three'],
    ['en-GB', '3-4'],
    ['en-GB', 'twenty fvie'],
    ['en-GB', 'five twenty'],
    ['en-GB', 'twenty and'],
    ['en-GB', 'eightt'],
    ['en-GB', 'there'],
    ['en-GB', 'fourt'],
    ['en-GB', 'sixth'],
    ['en-GB', 'twneyt fvie'],
    ['en-GB', 'one two three four five six'],
    ['pl', 'dzieięć'],
    ['pl', 'pięć dwadzieścia'],
    ['es', 'seenta'],
    ['ur', 'pachs'],
    ['ur', 'tis hai'],
    ['bn', 'shat at'],
    ['zh-Hans', '一百二'],
    ['zh-Hans', '二三'],
    ['pt', 'trinta um dois'],
  ];
  for (const [lang, text] of doubtful)
    it(`are asked for again in "${text}" (${lang})`, () => {
      expect(readNumber(text, lang, languages).kind, text).to.not.equal('number');
    });

  it('in Latin letters are not trusted where the list does not spell every number', () => {
    expect(readNumber('onroo', 'ta', languages).kind).to.equal('nothing');
    expect(readNumber('shaat', 'bn', languages).kind).to.equal('nothing');
    expect(readNumber('sha at', 'bn', languages).kind).to.equal('nothing');
    expect(readNumber('shaath', 'bn', languages)).to.include({ value: 60 });
  });
});

describe('dates as people write them', () => {
  const tenth: readonly (readonly [string, string])[] = [
    ['es', '10 de junio de 1980'],
    ['es', 'nací el 10 de junio del 1980'],
    ['es', '10 de junoi de 1980'],
    ['tr', "10 Haziran 1980'de"],
    ['es', '10º de junio de 1980'],
    ['es', '10.º junio 1980'],
    ['es', 'june 10 1980'],
    ['tr', "10 Haziran'1980"],
    ['tr', '10 haziranda 1980'],
    ['tr', "10'u haziran 1980"],
    ['bn', '১০ই জুন ১৯৮০'],
    ['bn', '১০ জুন ১৯৮০ সালে'],
    ['bn', '10 joon 1980'],
    ['ur', '۱۰ جون ۱۹۸۰'],
    ['ur', '10 juune 1980'],
    ['fa', '۱۰ ژوئن ۱۹۸۰'],
    ['fa', '۱۰ام ژوئن ۱۹۸۰'],
    ['ta', '10ஆம் ஜூன் 1980'],
    ['zh-Hans', '1980年6月10日'],
    ['zh-Hans', '1980年6月10号'],
    ['zh-Hans', '一九八〇年六月十日'],
    ['zh-Hans', '1980 年 6 月 10 日'],
    ['zh-Hans', '我1980年6月10日出生'],
    ['zh-Hans', '10/6/1980'],
    ['pl', '10-ego czerwca 1980'],
    ['pl', 'dziesiątego czerwca 1980'],
    ['en-GB', 'tenth of June 1980'],
    ['en-GB', 'June the tenth, 1980'],
    ['en-GB', '10-th June 1980'],
  ];
  for (const [lang, text] of tenth)
    it(`are 10 June 1980 in "${text}" (${lang})`, () => {
      expect(readDate(text, lang, languages)).to.deep.equal({ ok: true, value: '1980-06-10' });
    });

  const refused: readonly (readonly [string, string])[] = [
    ['es', '10 junio 80'],
    ['es', '10 de junio del 80'],
    ['es', '10 en 1980'],
    ['es', '10/6/80'],
    ['zh-Hans', '80年6月10日'],
    ['zh-Hans', '6月10日'],
    ['tr', '10 haziran 80'],
    ['ur', '۱۰ جون ۸۰'],
    ['en-GB', 'fortieth June 1980'],
    ['en-GB', 'tenth of Juny 80'],
    ['en-GB', `10 June 1980${' '.repeat(200)}`],
  ];
  for (const [lang, text] of refused)
    it(`are asked for again in "${text.trim()}" (${lang})`, () => {
      expect(readDate(text, lang, languages)).to.deep.equal({ ok: false, why: 'not-a-date' });
    });

  it('are never read month first', () => {
    for (const lang of languages.keys()) {
      expect(readDate('06/13/1980', lang, languages), lang).to.deep.equal({ ok: false, why: 'date-order' });
      expect(readDate('3/4/1985', lang, languages), lang).to.deep.equal({ ok: true, value: '1985-04-03' });
    }
  });

  it('keep a month written in Roman numerals', () => {
    expect(readAnyDateWith('10.I.1980', listensFor('pl', languages))).to.deep.equal({ ok: true, value: '1980-01-10' });
  });
});

describe('telephone numbers as people say them', () => {
  const phone = (text: string, lang = 'en-GB'): string | undefined => {
    const read = readPhone(text, listensFor(lang, languages));
    return read.ok ? read.value : undefined;
  };

  const same: readonly (readonly [string, string])[] = [
    ['en-GB', '07911 123456'],
    ['en-GB', 'O7911 123456'],
    ['en-GB', 'o7911 123456'],
    ['en-GB', 'my number is O7911 123456'],
    ['en-GB', '00447911123456'],
    ['en-GB', '0044 (0)7911 123456'],
    ['en-GB', '+44 (0)7911 123456'],
    ['en-GB', '+44(O)7911.123.456'],
    ['en-GB', '07911/123/456'],
    ['en-GB', 'oh seven nine double one one two three four five six'],
    ['en-GB', 'Zero seven nine one one, one two three, four five six'],
    ['en-GB', 'my mobile is oh seven nine triple one 23456'],
    ['pl', 'zero siedem dziewięć jeden jeden jeden dwa trzy cztery pięć sześć'],
    ['ar', '٠٧٩١١ ١٢٣٤٥٦'],
    ['ar', 'صفر سبعة تسعة واحد واحد واحد اثنين ثلاثة أربعة خمسة ستة'],
    ['zh-Hans', '洞七九幺幺一二三四五六'],
    ['zh-Hans', '零七九一一一二三四五六'],
  ];
  for (const [lang, text] of same)
    it(`are heard in "${text}" (${lang})`, () => {
      expect(phone(text, lang)).to.equal('+447911123456');
    });

  it('are asked for again where anything else stands among the digits', () => {
    for (const text of [
      'oh seven nine or one',
      'double',
      'oh seven double double one one two three four five six',
      'one two three',
      '943 476 5919',
      'nine four three four seven six five nine one nine',
      'o oh no',
      'seven '.repeat(70),
    ])
      expect(phone(text), text).to.equal(undefined);
  });
});

describe('e-mail addresses as people say them', () => {
  const same: readonly (readonly [string, string])[] = [
    ['en-GB', 'ania at example dot com'],
    ['en-GB', 'my email is ania at Example dot com'],
    ['en-GB', 'ania (at) example (dot) com'],
    ['en-GB', 'ania(at)example.com'],
    ['en-GB', 'ania@example dot com'],
    ['pl', 'ania małpa example kropka com'],
    ['pl', 'mój email to ania małpa example kropka com'],
    ['es', 'ania arroba example punto com'],
    ['ur', 'ania at example dot com'],
    ['ur', 'ania ایٹ example ڈاٹ com'],
    ['zh-Hans', 'ania艾特example点com'],
  ];
  for (const [lang, text] of same)
    it(`are heard in "${text}" (${lang})`, () => {
      expect(readEmail(text, listensFor(lang, languages))).to.deep.equal({ ok: true, value: 'ania@example.com' });
    });

  it('keep the dots of a name', () => {
    expect(readEmail('ania dot kowalska at example dot co dot uk', listensFor('en-GB', languages))).to.deep.equal({
      ok: true,
      value: 'ania.kowalska@example.co.uk',
    });
  });

  it('are asked for again where they could be read in two ways, or are none', () => {
    for (const text of [
      'ania kowalska at example dot com',
      'look at me at example dot com',
      'ok. at work',
      'at example dot com',
      'ania at example',
      'ania at',
      'dot '.repeat(30),
    ])
      expect(readEmail(text, listensFor('en-GB', languages)), text).to.deep.equal({ ok: false, why: 'not-an-email' });
    expect(readEmail('ania at example dot com')).to.deep.equal({ ok: false, why: 'not-an-email' });
  });
});

describe('a phrase without what surrounds it', () => {
  it('loses the punctuation of every keyboard', () => {
    for (const text of [
      '¿sí?',
      '¡Sí!',
      '«sí»',
      '“sí”',
      'sí…',
      'sí。',
      'sí！',
      'sí۔',
      'sí।',
      'sí॥',
      '(sí)',
      "'sí'",
      '*sí*',
      '「sí」',
      '【sí】',
    ])
      expect(barePhrase(text), text).to.equal('si');
    expect(barePhrase('好。谢谢')).to.equal('好 谢谢');
    expect(barePhrase("un po'")).to.equal("un po'");
  });

  it('is cut by the character in Chinese', () => {
    expect(withoutEdges('请好的谢谢', ['请', '谢谢'])).to.equal('好的');
    expect(withoutEdges('谢谢', ['谢谢'])).to.equal('谢谢');
  });
});

describe('the skeleton of a phrase in Latin letters', () => {
  it('is shared by the ways it is spelt', () => {
    const same: readonly (readonly [string, string])[] = [
      ['chahiye', 'chahie'],
      ['theek hai', 'tik hai'],
      ['na3am', 'naam'],
      ['maloom', 'malum'],
      ['wala', 'vala'],
    ];
    for (const [one, other] of same) expect(phraseSkeleton(one), one).to.equal(phraseSkeleton(other));
    expect(closeSkeleton('paanch')).to.equal(closeSkeleton('panch'));
    expect(closeSkeleton('saath')).to.not.equal(closeSkeleton('saat'));
  });

  it('is none of a word too short or in another script', () => {
    for (const text of ['na', 'ہاں', 'да', 'ok да', '2ta', '12']) expect(phraseSkeleton(text), text).to.equal('');
  });
});

describe('a second opinion', () => {
  it('is asked in the four languages the recognisers know, and in no other', () => {
    expect(askOpinion('number', 'two and a half', 'en-GB', languages)).to.include({ culture: 'en', type: 'number' });
    expect(askOpinion('number', 'dos y medio', 'es', languages)).to.include({ culture: 'es', text: 'dos y medio' });
    expect(askOpinion('number', '两个半', 'zh-Hans', languages)).to.include({ culture: 'zh' });
    expect(askOpinion('date', 'el 3 pasado de junio 1999', 'es', languages)).to.include({ culture: 'es', type: 'date' });
    for (const lang of ['pl', 'ar', 'tr', 'pt', 'xx']) expect(askOpinion('number', '2 5 7', lang, languages), lang).to.equal(undefined);
    expect(askOpinion('number', '2 5 7', 'fr', languages)).to.equal(undefined);
  });

  it('is not asked of an article, of a denial, or of long text', () => {
    expect(askOpinion('number', 'I for one', 'en-GB', languages)).to.equal(undefined);
    expect(askOpinion('number', 'no quiero cinco', 'es', languages)).to.equal(undefined);
    expect(askOpinion('number', '不是两个', 'zh-Hans', languages)).to.equal(undefined);
    expect(askOpinion('date', 'mañana', 'es', languages)).to.equal(undefined);
    expect(askOpinion('number', `cinco ${'y algo más '.repeat(8)}`, 'es', languages)).to.equal(undefined);
  });

  it('is believed only where the words bear it out', () => {
    const fits = (lang: string, type: 'integer' | 'decimal', text: string, value: AnswerValue): AnswerValue | undefined => {
      const listen = languages.get(lang)?.listen;
      return listen && fitOpinion(anItem({ type }), value, { text, listen });
    };
    expect(fits('es', 'integer', 'dos y medio', { valueInteger: 1 })).to.equal(undefined);
    expect(fits('es', 'integer', 'unas cinco personas', { valueInteger: 5 })).to.deep.equal({ valueInteger: 5 });
    expect(fits('en-GB', 'decimal', 'two and a half', { valueDecimal: 2.5 })).to.deep.equal({ valueDecimal: 2.5 });
    expect(fits('en-GB', 'integer', 'two and a half', { valueDecimal: 2.5 })).to.equal(undefined);
    expect(fits('en-GB', 'decimal', 'some two hundred', { valueInteger: 200 })).to.deep.equal({ valueDecimal: 200 });
    expect(fits('en-GB', 'integer', 'twenty five or so', { valueInteger: 25 })).to.deep.equal({ valueInteger: 25 });
    expect(fits('en-GB', 'integer', 'my 3 lovely cats', { valueInteger: 3 })).to.deep.equal({ valueInteger: 3 });
    expect(fits('en-GB', 'decimal', 'my 3,5 lovely cats', { valueDecimal: 3.5 })).to.deep.equal({ valueDecimal: 3.5 });
    expect(fits('en-GB', 'integer', 'between 3 and 4', { valueInteger: 3 })).to.equal(undefined);
    expect(fits('zh-Hans', 'integer', '大约二十五个人吧', { valueInteger: 25 })).to.deep.equal({ valueInteger: 25 });
    expect(fits('en-GB', 'integer', 'seven', { valueString: 'seven' })).to.equal(undefined);
    expect(fits('en-GB', 'integer', '3 june 1999', { valueDate: '1999-06-03' })).to.equal(undefined);
  });

  it('reads a date in numbers day first, whatever a recogniser makes of it', () => {
    const found = (value: string): unknown => [
      { typeName: 'datetimeV2.date', resolution: { values: [{ timex: value, type: 'date', value }] } },
    ];
    expect(definiteDate(found('1985-03-04'), 'creo que 03/04/1985')).to.equal(undefined);
    expect(definiteDate(found('1985-04-03'), 'creo que 03/04/1985')).to.deep.equal({ valueDate: '1985-04-03' });
  });
});
