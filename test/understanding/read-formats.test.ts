import { expect } from 'chai';
import { describe, it } from 'mocha';
import { listensFor } from '../../src/understanding/listens-for.js';
import { readEmail } from '../../src/understanding/read-email.js';
import { readName } from '../../src/understanding/read-name.js';
import { hasNhsCheckDigit, isTestNhsNumber, readNhsNumber } from '../../src/understanding/read-nhs-number.js';
import { readString, readText } from '../../src/understanding/read-own-words.js';
import { readPhone } from '../../src/understanding/read-phone.js';
import { readPostcode } from '../../src/understanding/read-postcode.js';
import { languages } from './our-languages.js';

describe('readName', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['en-GB', 'Ann', 'Ann'],
    ['en-GB', 'My name is Mary-Jane O’Neill', 'Mary-Jane O’Neill'],
    ['en-GB', "I'm Sam", 'Sam'],
    ['en-GB', 'I am Sam.', 'Sam'],
    ['en-GB', 'Hi, my name is Zoë', 'Zoë'],
    ['en-GB', 'José Ángel  Muñoz', 'José Ángel Muñoz'],
    ['en-GB', 'Mrs Khan', 'Mrs Khan'],
    ['en-GB', 'J. R. Smith', 'J. R. Smith'],
    ['en-GB', 'Name: Tu Nguyen', 'Tu Nguyen'],
    ['en-GB', 'Im Yoon-ah', 'Im Yoon-ah'],
    ['en-GB', 'আনিকা রহমান', 'আনিকা রহমান'],
    ['en-GB', '李小龍', '李小龍'],
    ['en-GB', 'X', 'X'],
    ['pl', 'Nazywam się Łucja Żółkiewska', 'Łucja Żółkiewska'],
    ['pl', 'nazywam sie Jan', 'Jan'],
    ['pl', 'Mam na imię Jan', 'Jan'],
    ['pl', 'Jestem Ola', 'Ola'],
    ['ar', 'اسمي فاطمة الزهراء', 'فاطمة الزهراء'],
    ['ar', 'أنا محمد', 'محمد'],
    ['ar', 'فاطمة', 'فاطمة'],
  ];
  for (const [lang, text, name] of rows) {
    it(`reads ${name} in "${text}" (${lang})`, () => {
      expect(readName(text, listensFor(lang, languages))).to.deep.equal({ ok: true, value: name });
    });
  }

  it('refuses what is plainly something else', () => {
    for (const text of [
      '12',
      '07911123456',
      'ann@example.org',
      'https://example.org',
      'www.example.org',
      '<b>Ann</b>',
      '???',
      '',
      'Sam 07911 123456',
    ]) {
      expect(readName(text, []), text).to.deep.equal({ ok: false, why: 'not-a-name' });
    }
  });

  it('takes 100 characters and no more', () => {
    expect(readName('a'.repeat(100), []).ok).to.equal(true);
    expect(readName('a'.repeat(101), [])).to.deep.equal({ ok: false, why: 'too-long', limit: 100 });
  });

  it('takes no story for a name', () => {
    expect(readName('I would rather not give it to you because I am afraid of him', [])).to.deep.equal({ ok: false, why: 'not-a-name' });
  });
});

describe('readPhone', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['07911 123456', '+447911123456'],
    ['07911123456', '+447911123456'],
    ['07911.123.456', '+447911123456'],
    ['07911-123-456', '+447911123456'],
    ['+44 7911 123456', '+447911123456'],
    ['+44 (0)7911 123456', '+447911123456'],
    ['0044 7911 123456', '+447911123456'],
    ['447911123456', '+447911123456'],
    ['٠٧٩١١ ١٢٣٤٥٦', '+447911123456'],
    ['০৭৯১১ ১২৩৪৫৬', '+447911123456'],
    ['my number is 07911 123456', '+447911123456'],
    ['07911 123456.', '+447911123456'],
    ['(020) 7946 0018', '+442079460018'],
    ['+48 512 345 678', '+48512345678'],
    ['0048512345678', '+48512345678'],
    ['mój numer to +48 512 345 678', '+48512345678'],
    ['رقمي ٠٧٩١١١٢٣٤٥٦', '+447911123456'],
    ['+963 944 567 890', '+963944567890'],
  ];
  for (const [text, stored] of rows) {
    it(`reads "${text}" as ${stored}`, () => {
      expect(readPhone(text)).to.deep.equal({ ok: true, value: stored });
    });
  }

  it('takes no NHS number, debt, short code or half a number for a phone', () => {
    const texts = [
      '943 476 5919',
      '7911123456',
      'I owe 10000000 pounds',
      '116 123',
      '999',
      '07911',
      '07700 900123',
      'call me',
      '',
      '0791112345678901',
      '10/06/1980',
    ];
    for (const text of texts) expect(readPhone(text), text).to.deep.equal({ ok: false, why: 'not-a-phone' });
  });
});

describe('readEmail', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['ann@example.org', 'ann@example.org'],
    ['Ann.Lee+gp@Example.ORG', 'Ann.Lee+gp@example.org'],
    ['my email is ann@example.org.', 'ann@example.org'],
    ['<ann@example.co.uk>', 'ann@example.co.uk'],
    ['ann @ example.org', 'ann@example.org'],
    ['mailto:ann@example.org', 'ann@example.org'],
    ['ann@żółw.pl', 'ann@żółw.pl'],
    ["o'neill@example.org", "o'neill@example.org"],
    ['ann٥@example.org', 'ann5@example.org'],
  ];
  for (const [text, address] of rows) {
    it(`reads ${address} in "${text}"`, () => {
      expect(readEmail(text)).to.deep.equal({ ok: true, value: address });
    });
  }

  it('refuses what no message would reach', () => {
    const texts = [
      'ann',
      'ann@',
      '@example.org',
      'ann@example',
      'ann@example.con',
      'ann@@example.org',
      'a@b.org c@d.org',
      'ann..lee@example.org',
      'ann@-x.org',
      `${'a'.repeat(65)}@example.org`,
      '',
    ];
    for (const text of texts) expect(readEmail(text), text).to.deep.equal({ ok: false, why: 'not-an-email' });
  });
});

describe('readPostcode', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['e16an', 'E1 6AN'],
    ['E1 6AN', 'E1 6AN'],
    [' e1  6an ', 'E1 6AN'],
    ['SW1A 1AA', 'SW1A 1AA'],
    ['m11ae', 'M1 1AE'],
    ['B33 8TH', 'B33 8TH'],
    ['CR2 6XH', 'CR2 6XH'],
    ['DN55 1PT', 'DN55 1PT'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['W1A 0AX', 'W1A 0AX'],
    ['W1A OAX', 'W1A 0AX'],
    ['My postcode is E1 6AN.', 'E1 6AN'],
    ['E١ ٦AN', 'E1 6AN'],
    ['Ｅ１６ＡＮ', 'E1 6AN'],
    ['mój kod to e1 6an', 'E1 6AN'],
    ['الرمز البريدي E1 6AN', 'E1 6AN'],
  ];
  for (const [text, postcode] of rows) {
    it(`reads ${postcode} in "${text}"`, () => {
      expect(readPostcode(text)).to.deep.equal({ ok: true, value: postcode });
    });
  }

  it('refuses half a postcode and what is none', () => {
    for (const text of ['E1', 'E1 6', '6AN', '12345', '00-950', 'QQ1 1AA', 'E1 6CN', 'London', '', 'E1 6AN E1 6AB E1']) {
      expect(readPostcode(text), text).to.deep.equal({ ok: false, why: 'not-a-postcode' });
    }
  });
});

describe('readNhsNumber', () => {
  it('reads ten digits in any grouping and script', () => {
    for (const text of ['4010232137', '401 023 2137', '401-023-2137', '٤٠١ ٠٢٣ ٢١٣٧', '৪০১০২৩২১৩৭', 'my NHS number is 401 023 2137.']) {
      expect(readNhsNumber(text), text).to.deep.equal({ ok: true, value: '4010232137' });
    }
  });

  it('knows the published check digits', () => {
    for (const digits of ['9434765919', '9000000009', '9990000018', '4010232137', '9449304130'])
      expect(hasNhsCheckDigit(digits), digits).to.equal(true);
    for (const digits of ['1234567890', '4857773456', '4010232138', '401023213']) expect(hasNhsCheckDigit(digits), digits).to.equal(false);
  });

  it('refuses every number whose check digit would be 10', () => {
    const valid = (start: string): number => Array.from('0123456789').filter(digit => hasNhsCheckDigit(start + digit)).length;
    const counts = Array.from({ length: 90 }, (_, index) => valid(`4000000${String(index + 10)}`));
    expect(new Set(counts)).to.deep.equal(new Set([0, 1]));
  });

  it('refuses a wrong digit, and numbers not issued in England or Wales', () => {
    for (const text of ['401 023 2138', '943 476 5919', '010 101 0000'])
      expect(readNhsNumber(text), text).to.deep.equal({ ok: false, why: 'nhs-number-check' });
  });

  it('refuses what has not ten digits', () => {
    for (const text of ['401 023 213', '401 023 21377', '07911 123456', 'none', '', '4010232137 and 07911 123456']) {
      expect(readNhsNumber(text), text).to.deep.equal({ ok: false, why: 'not-an-nhs-number' });
    }
  });

  it('reads a number of the test range and can tell that it is one', () => {
    expect(readNhsNumber('999 000 0018')).to.deep.equal({ ok: true, value: '9990000018' });
    expect(isTestNhsNumber('9990000018')).to.equal(true);
    expect(isTestNhsNumber('4010232137')).to.equal(false);
  });
});

describe('own words', () => {
  it('are kept as written, in one line or several', () => {
    expect(readString('  Feeling\nlow ')).to.deep.equal({ ok: true, value: 'Feeling low' });
    expect(readText('  Feeling\nlow ')).to.deep.equal({ ok: true, value: 'Feeling\nlow' });
  });

  it('are refused when empty or over 1,000 characters', () => {
    expect(readText('\u200B \n')).to.deep.equal({ ok: false, why: 'empty' });
    expect(readString('x'.repeat(1001))).to.deep.equal({ ok: false, why: 'too-long', limit: 1000 });
  });
});
