import { expect } from 'chai';
import { describe, it } from 'mocha';
import { viewChat } from '../../../src/channels/pages/chat-view.js';
import type { Spoken } from '../../../src/channels/pages/conversing.js';
import type { Typed } from '../../../src/channels/pages/read-typed.js';
import type { Reply } from '../../../src/conversation/reply.js';
import { aCode, aQuestion, asking, refusing, smallContent, spoken } from '../../support/pages-world.js';

function see(changes: Partial<Spoken>, typed?: Typed): string {
  return viewChat({
    content: smallContent(),
    spoken: spoken(changes),
    code: aCode,
    formId: 'form-1',
    typed,
    today: '2026-11-23',
  }).main.toString();
}

function option(value: string): { readonly value: string; readonly label: { readonly verbatim: string } } {
  return { value, label: { verbatim: `Label ${value}` } };
}

const typed: Typed = { key: 'contact.name', chosen: [], words: '', day: '', month: '', year: '', time: '', unit: '', slid: '' };

describe('a question on the page', () => {
  it('is a heading that focus can go to, with progress in words', () => {
    const page = see({});
    expect(page).to.contain('<h1 class="wm-question" id="question" tabindex="-1" data-focus>');
    expect(page).to.contain('Step 6 of about 14');
  });

  it('offers yes and no with the words of the language, and own words', () => {
    const page = see({ lang: 'pl', replies: [asking({ type: 'boolean' })] });
    expect(page).to.match(/type="radio" value="true"/u);
    expect(page).to.contain('Albo napisz to własnymi słowami');
  });

  it('ticks what was understood, and marks what stands alone', () => {
    const question = {
      type: 'choice',
      repeats: true,
      options: [option('food'), option('none')],
      exclusive: ['none'],
      suggested: [{ valueCoding: { code: 'food' } }],
    } as const;
    const page = see({ replies: [asking(question)] });
    expect(page).to.match(/type="checkbox" value="food"\s+checked/u);
    expect(page).to.match(/value="none"\s+data-exclusive/u);
    expect(page).to.contain('name="suggested" value="food"');
  });

  it('asks a date of birth in three fields the browser can fill, day first', () => {
    const page = see({ replies: [asking({ type: 'date', format: 'date-of-birth' })] });
    const order = ['bday-day', 'bday-month', 'bday-year'].map(token => page.indexOf(token));
    expect(order)
      .to.deep.equal([...order].sort((a, b) => a - b))
      .and.not.include(-1);
    expect(page).to.contain('inputmode="numeric"');
    expect(page).to.contain('name="kind" value="birth"');
  });

  it('shows a date given before in its fields', () => {
    const page = see({ replies: [asking({ type: 'date', suggested: [{ valueDate: '1980-06-09' }] })] });
    expect(page).to.match(/name="day"[^>]*value="9"/u);
    expect(page).to.match(/name="year"[^>]*value="1980"/u);
  });

  const formats = [
    ['phone', 'type="tel"', 'autocomplete="tel"'],
    ['email', 'type="email"', 'autocomplete="email"'],
    ['postcode', 'autocomplete="postal-code"', 'dir="ltr"'],
    ['name', 'autocomplete="name"', 'dir="auto"'],
  ] as const;
  for (const [format, ...marks] of formats) {
    it(`gives a ${format} the right field`, () => {
      const page = see({ replies: [asking({ format })] });
      for (const mark of marks) expect(page).to.contain(mark);
    });
  }

  it('gives numbers a number pad and free text a large field with its limit', () => {
    expect(see({ replies: [asking({ type: 'integer' })] })).to.contain('inputmode="numeric"');
    expect(see({ replies: [asking({ type: 'decimal' })] })).to.contain('inputmode="decimal"');
    const text = see({ replies: [asking({ type: 'text', maxLength: 500, suggested: [{ valueString: 'as before' }] })] });
    expect(text).to.contain('<textarea').and.contain('maxlength="500"').and.contain('\nas before</textarea>');
  });

  it('offers skip only where the question may be left out', () => {
    expect(see({ replies: [asking({ required: false })] })).to.contain('value="skip"');
    expect(see({ replies: [asking({ required: true })] })).to.not.contain('value="skip"');
  });

  it('says why, how and for example', () => {
    const page = see({
      replies: [
        asking({ help: { verbatim: 'A first name will do.' }, why: { verbatim: 'So that we greet you.' }, example: { verbatim: 'Sam' } }),
      ],
    });
    for (const text of ['A first name will do.', 'So that we greet you.', 'For example: Sam']) expect(page).to.contain(text);
    expect(page).to.contain('aria-describedby="hint"');
  });

  it('keeps what was typed only for the question that refused it', () => {
    const refused = [refusing('No.'), asking()];
    expect(see({ replies: refused }, { ...typed, chosen: ['Sam'] })).to.contain('value="Sam"');
    expect(see({ replies: refused }, { ...typed, key: 'another', chosen: ['Sam'] })).to.not.contain('value="Sam"');
  });

  it('reads a date of birth back with one press for yes', () => {
    const question = {
      variant: 'confirm',
      type: 'date',
      text: { verbatim: '10 June 1980: is that right?' },
      suggested: [{ valueDate: '1980-06-10' }],
    } as const;
    const page = see({ replies: [asking(question)] });
    expect(page).to.contain('value="pick:1980-06-10"').and.contain('value="change:contact.name"');
  });

  it('asks before what cannot be undone', () => {
    const page = see({ replies: [asking({ variant: 'confirm-command', type: 'boolean', key: 'confirm-delete' })] });
    expect(page).to.contain('value="pick:true"').and.contain('value="pick:false"').and.contain('name="kind" value="yes-no"');
  });
});

describe('the story so far', () => {
  const story = [
    { key: 'one', question: { verbatim: 'First' }, answer: { verbatim: 'A <b>' }, changeable: true },
    { key: 'two', question: { verbatim: 'Second' }, answer: { verbatim: 'B' }, changeable: false },
  ];

  it('folds older answers, each of which one press changes', () => {
    const page = see({ story });
    expect(page).to.match(/<details[\s\S]*First[\s\S]*<\/details>[\s\S]*Second/u);
    expect(page).to.contain('value="change:one"').and.not.contain('value="change:two"');
    expect(page).to.contain('A &lt;b&gt;');
  });

  it('is left out at the review, which shows it all', () => {
    const question = aQuestion({ key: 'review', variant: 'review', options: [option('send')], help: { verbatim: 'Look.' } });
    const lines = [{ key: 'one', label: { verbatim: 'First' }, answer: { verbatim: 'A' } }];
    const page = see({ story, replies: [{ kind: 'review', question, lines, progress: { done: 14, total: 14 } }] });
    expect(page).to.not.contain('wm-story');
    expect(page).to.contain('value="pick:send"').and.contain('value="pick:change:one"');
  });
});

describe('what was said', () => {
  const crisis = {
    kind: 'say',
    tone: 'crisis',
    phrases: [{ verbatim: 'I have understood.' }, { product: 'helpline.free' }],
    helplines: ['emergency', 'samaritans', 'shout'],
    notice: { code: 'red-flag', kind: 'self-harm', tier: 'act', rule: 'r' },
  } as const;

  it('puts a crisis apart, first, with numbers that can be pressed', () => {
    const page = see({ flagged: true, replies: [crisis, asking()] });
    expect(page.indexOf('wm-crisis')).to.be.lessThan(page.indexOf('wm-card'));
    for (const link of ['href="tel:999"', 'href="tel:116123"', 'href="sms:85258"']) expect(page).to.contain(link);
    expect(page.match(/data-focus/gu)).to.have.length(2);
  });

  it('keeps help on screen for the rest of the conversation', () => {
    expect(see({ flagged: true }))
      .to.contain('wm-crisis--standing')
      .and.contain('/urgent');
    expect(see({ flagged: false })).to.not.contain('wm-crisis');
  });

  it('offers to go on where nothing is asked', () => {
    expect(see({ flagged: true, replies: [crisis] })).to.contain('href="/chat?lang=en-GB"');
  });

  const paused: Reply = {
    kind: 'say',
    tone: 'plain',
    phrases: [{ verbatim: 'https://a.example/chat/resume/t' }],
    notice: { code: 'paused' },
  };
  const wayBack = { path: '/chat/resume/t0ken', reference: '7K2M-9PQR', code: '048213' };

  it('shows the link, and the reference with its code, after a pause; once, and says so', () => {
    const page = see({ replies: [paused, asking()], wayBack });
    expect(page).to.contain('You can stop here and come back later').and.contain('href="/chat/resume?lang=en-GB"');
    expect(page).to.contain('href="/chat/resume/t0ken"').and.contain('>/chat/resume/t0ken<');
    expect(page).to.contain('7K2M-9PQR').and.contain('048213').and.contain('Keep them private').and.contain('for 14 days');
    expect(page).to.contain('Do other people use this device?');
    expect(page).to.not.contain('wm-story');
    expect(page.split('/chat/resume/t').length, 'said by the card alone').to.equal(3);
  });

  it('shows the whole link where the public address is known', () => {
    const page = see({ replies: [paused, asking()], wayBack: { ...wayBack, address: 'https://a.example/chat/resume/t0ken' } });
    expect(page).to.contain('href="/chat/resume/t0ken"').and.contain('>https://a.example/chat/resume/t0ken<');
  });

  it('says how to get a new way back where it was shown before', () => {
    const page = see({ replies: [paused, asking()] });
    expect(page).to.contain('To get a new link and code, pause again').and.not.contain('Your reference');
  });

  it('shows reference and code once when it is sent', () => {
    const phrases = [
      { product: 'sent.title' },
      { product: 'sent.reference', params: { reference: 'R' } },
      { product: 'sent.next', params: { count: 5 } },
    ] as const;
    const page = see({ replies: [{ kind: 'sent', reference: '7K2M-9PQR', status: 'requested', code: '048213', phrases }] });
    expect(page).to.contain('7K2M-9PQR').and.contain('048213').and.contain('within 5 working days');
    expect(page).to.contain('data-print').and.contain('browser’s menu');
  });

  it('ends kindly, with urgent help', () => {
    const page = see({ replies: [{ kind: 'ended', end: 'outside', phrases: [{ verbatim: 'Ask your own practice.' }] }] });
    expect(page).to.contain('Ask your own practice.').and.contain('/urgent');
  });
});
