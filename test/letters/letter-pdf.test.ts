// The letter as a PDF, read back by another program: what a person wrote must come out as they wrote it, in every script.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, describe, it } from 'mocha';
import { letterPdf } from '../../src/letters/pdf/letter-pdf.js';
import type { Letter, LetterBlock } from '../../src/referral/letter.js';
import { toLetter } from '../../src/referral/to-letter.js';
import { sentReferral } from '../support/sent-referral.js';
import type { Given } from '../support/sent-referral.js';

const now = new Date('2026-11-23T10:00:00Z');
const service = { name: 'Riverside Practice' };

/** One sentence a person may write, in every language. */
const sentences: Readonly<Record<string, string>> = {
  'en-GB': 'I am behind with my rent, and nobody answers.',
  ar: 'أنا متأخر في دفع الإيجار ولا أحد يرد',
  bg: 'Закъснявам с наема и никой не отговаря.',
  bn: 'আমি ভাড়া দিতে পারছি না। স্ত্রী অসুস্থ, কিছু টাকা ধার করেছি।',
  cy: 'Rydw i ar ei hôl hi gyda’r rhent.',
  es: 'Debo el alquiler y mañana también.',
  fa: 'اجاره خانه عقب افتاده و کسی جواب نمی دهد',
  fr: 'J’ai du retard pour le loyer, ça m’inquiète.',
  gu: 'હું ભાડું ચૂકવી શકતો નથી, કોઈ જવાબ આપતું નથી.',
  hi: 'मैं किराया नहीं दे पा रहा हूँ, कोई जवाब नहीं देता।',
  it: 'Sono in ritardo con l’affitto, perché è caro.',
  lt: 'Vėluoju mokėti nuomą, niekas neatsiliepia.',
  pa: 'ਮੈਂ ਕਿਰਾਇਆ ਨਹੀਂ ਦੇ ਸਕਦਾ, ਕੋਈ ਜਵਾਬ ਨਹੀਂ ਦਿੰਦਾ।',
  pl: 'Zalegam z czynszem, źle się czuję.',
  pt: 'Estou com a renda em atraso, não sei o que fazer.',
  ro: 'Am rămas în urmă cu chiria și nimeni nu răspunde.',
  ru: 'Я не могу заплатить за квартиру, никто не отвечает.',
  so: 'Kirada waan ka dambeeyaa, cidna ima jawaabto.',
  sq: 'Jam vonë me qiranë, askush nuk përgjigjet.',
  ta: 'என்னால் வாடகை கட்ட முடியவில்லை, யாரும் பதில் சொல்வதில்லை.',
  tr: 'Kirayı ödeyemiyorum, kimse cevap vermiyor, şaşkınım.',
  uk: 'Я не можу заплатити за оренду, ніхто не відповідає.',
  ur: 'میں کرایہ ادا نہیں کر پا رہا اور کوئی جواب نہیں دیتا',
  'zh-Hans': '我付不起房租，没有人回答我。',
};

describe('the letter as a PDF', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-letter-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** What another program reads in it; marks of direction and breaks of lines are its own. */
  const readBack = (pdf: Buffer): string => {
    const file = join(folder, 'letter.pdf');
    writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
    return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').replace(/\s+/gu, ' ');
  };

  const letterOf = (lang: string, ...blocks: readonly LetterBlock[]): Letter => ({ lang, title: 'A letter', foot: 'Foot', blocks });

  for (const [lang, text] of Object.entries(sentences)) {
    it(`keeps what a person wrote in ${lang}`, async () => {
      const pdf = await letterPdf(letterOf('en-GB', { kind: 'words', words: { text, lang }, note: 'Written' }), now);
      expect(readBack(pdf)).to.contain(text.normalize('NFC'));
    });
  }

  it('keeps numbers, names and brackets in their order inside words that run right to left', async () => {
    const text = 'رقمي 07911 123456 وعندي (3) أطفال في Riverside Practice';
    const pdf = await letterPdf(letterOf('ar', { kind: 'paragraph', text }), now);
    const read = readBack(pdf);
    for (const part of ['07911 123456', 'رقمي', 'أطفال', 'Riverside Practice']) expect(read).to.contain(part);
  });

  it('says where a sign cannot be printed, and prints the rest', async () => {
    const words = { text: 'Я боюсь 😢😢 очень\u0000\nпомогите', lang: 'ru' };
    const read = readBack(await letterPdf(letterOf('en-GB', { kind: 'words', words, note: '' }), now));
    expect(read).to.contain('Я боюсь').and.contain('очень помогите').and.not.contain('😢');
  });

  it('breaks what is too long for its line, and takes as many pages as it needs', async () => {
    const text = `${'x'.repeat(500)} ${'Long ago. '.repeat(600)}end`;
    const read = readBack(await letterPdf(letterOf('en-GB', { kind: 'paragraph', text }, { kind: 'list', items: [] }), now));
    expect(read.replaceAll(' ', '')).to.contain('x'.repeat(500));
    expect(read).to.contain('1 / 2').and.contain('2 / 2').and.contain('end');
  });

  it('is the same for the same referral, tagged, and says its language and title', async () => {
    const letter = toLetter(sentReferral({ 'mind.words': 'Rent' }), service, now);
    const [one, other] = [await letterPdf(letter, now), await letterPdf(letter, now)];
    expect(one.equals(other)).to.equal(true);
    const info = execFileSync('pdfinfo', ['-'], { input: one, encoding: 'utf8' });
    expect(info)
      .to.match(/Tagged: +yes/u)
      .and.match(/Title: +Social prescribing referral/u);
    expect(one.toString('latin1')).to.contain('/Lang (en-GB)');
  });
});

describe('the letter for the link worker', () => {
  const given: Given = {
    'start.who': 'self',
    'eligibility.age': 46,
    'eligibility.practice': 'SAMPLE1',
    'mind.words': 'میں کرایہ ادا نہیں کر پا رہا، گھر میں کھانا نہیں ہے۔',
    'mind.needs': ['money', 'food'],
    'contact.name': 'Sam Sample',
    'contact.date-of-birth': '1980-06-10',
    'contact.phone': '07911 123456',
    'contact.safe': ['text'],
  };
  const textOf = (letter: Letter, until?: 'page'): string => {
    const end = until === undefined ? letter.blocks.length : letter.blocks.findIndex(({ kind }) => kind === until);
    return JSON.stringify(letter.blocks.slice(0, end));
  };

  it('has on its first page who, how to reach them safely, in which language, what they need and what they wrote', () => {
    const first = textOf(toLetter(sentReferral(given, { lang: 'ur' }), service, now), 'page');
    for (const part of ['Sam Sample', '10 June 1980, 46 years', '07911 123456', 'Safe: Text messages', 'Wrote in Urdu', 'Food'])
      expect(first).to.contain(part);
    expect(first).to.contain('میں کرایہ').and.contain('"lang":"ur"').and.contain('written in Urdu');
  });

  it('puts red flags before all else, with what was written', () => {
    const letter = toLetter(sentReferral({ ...given, 'mind.words': 'There is no food in the house for today' }), service, now);
    const alert = letter.blocks.findIndex(({ kind }) => kind === 'alert');
    expect(alert).to.be.greaterThan(0).and.lessThan(4);
    expect(JSON.stringify(letter.blocks[alert])).to.contain('Without food').and.contain('no food in the house');
  });

  it('has permissions and every other answer on the pages after', () => {
    const letter = toLetter(sentReferral(given), service, now);
    const whole = textOf(letter);
    expect(whole.slice(textOf(letter, 'page').length))
      .to.contain('Permissions')
      .and.contain('Share with the link worker')
      .and.contain('GP practice');
  });
});
