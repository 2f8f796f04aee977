// Every FHIR item type on a page: the control that fits, with what stands in it already, and nothing that only a script or a picker could fill.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { viewChat } from '../../../src/channels/pages/chat-view.js';
import type { Typed } from '../../../src/channels/pages/read-typed.js';
import type { Question } from '../../../src/conversation/reply.js';
import { aCode, asking, refusing, smallContent, spoken } from '../../support/pages-world.js';

const content = smallContent();

function see(
  question: Partial<Question>,
  more: { readonly lang?: string; readonly typed?: Partial<Typed>; readonly refused?: string } = {},
): string {
  const { lang = 'en-GB', typed = {}, refused } = more;
  const replies = [...(refused === undefined ? [] : [refusing(refused)]), asking(question)];
  const blank: Typed = { key: 'contact.name', chosen: [], words: '', day: '', month: '', year: '', time: '', unit: '', slid: '' };
  return viewChat({
    content,
    spoken: spoken({ lang, replies }),
    code: aCode,
    formId: 'form-1',
    today: '2026-11-23',
    typed: refused === undefined ? undefined : { ...blank, ...typed },
  }).main.toString();
}

function kindOf(page: string): string {
  return /name="kind" value="([a-z-]+)"/u.exec(page)?.[1] ?? '';
}

/** The tag of the field with this id, in one line. */
function tag(page: string, id: string): string {
  return (new RegExp(`<[a-z]+[^>]* id="${id}"[^>]*>`, 'u').exec(page.replace(/\s+/gu, ' '))?.[0] ?? '').replace(/\s+/gu, ' ');
}

function options(count: number, label = 'Option'): NonNullable<Question['options']> {
  return Array.from({ length: count }, (_, index) => ({ value: `o${String(index)}`, label: { verbatim: `${label} ${String(index)}` } }));
}

const units = [
  { value: 'kg', label: 'kg' },
  { value: '[stone_av]', label: 'stone' },
];

describe('the control that fits', () => {
  const table: readonly (readonly [string, Partial<Question>, string])[] = [
    ['yes or no', { type: 'boolean' }, 'yes-no'],
    ['a whole number', { type: 'integer' }, 'number'],
    ['a decimal', { type: 'decimal' }, 'number'],
    ['a number on a slider', { type: 'integer', control: 'slider', min: 0, max: 10 }, 'slider'],
    ['a slider without ends', { type: 'integer', control: 'slider', min: 0 }, 'number'],
    ['a slider whose ends are one', { type: 'integer', control: 'slider', min: 3, max: 3 }, 'number'],
    ['a day', { type: 'date' }, 'date'],
    ['a date of birth', { type: 'date', format: 'date-of-birth' }, 'birth'],
    ['a day and its time', { type: 'dateTime' }, 'moment'],
    ['a time', { type: 'time' }, 'time'],
    ['a line', { type: 'string' }, 'text'],
    ['a text', { type: 'text' }, 'text'],
    ['a web address', { type: 'url' }, 'text'],
    ['a link to a file', { type: 'attachment' }, 'text'],
    ['a reference in words', { type: 'reference' }, 'text'],
    ['a reference from a list', { type: 'reference', options: options(3) }, 'one'],
    ['an amount', { type: 'quantity' }, 'quantity'],
    ['one of few', { type: 'choice', options: options(15) }, 'one'],
    ['one of many', { type: 'choice', options: options(16) }, 'list'],
    ['one of many, drawn as radio buttons on request', { type: 'choice', options: options(16), control: 'radio-button' }, 'one'],
    ['one of few, drawn as a list on request', { type: 'choice', options: options(3), control: 'drop-down' }, 'list'],
    ['one that is searched for', { type: 'open-choice', options: options(3), control: 'autocomplete' }, 'search'],
    ['several', { type: 'choice', repeats: true, options: options(16) }, 'many'],
    ['several from a list', { type: 'choice', repeats: true, options: options(3), control: 'drop-down' }, 'many'],
    ['a choice among nothing', { type: 'choice' }, 'text'],
    ['another one', { type: 'boolean', more: { key: 'drug' } }, 'more'],
  ];
  for (const [name, question, kind] of table) {
    it(`for ${name} is "${kind}"`, () => {
      expect(kindOf(see(question))).to.equal(kind);
    });
  }

  it('never is a picker of the browser', () => {
    for (const type of ['date', 'dateTime', 'time', 'integer', 'decimal', 'quantity', 'attachment'] as const)
      expect(see({ type }), type).to.not.match(/type="(?:date|datetime-local|time|number|file)"/u);
  });
});

describe('a time', () => {
  it('is one field, with an example that is read from left to right', () => {
    const page = see({ type: 'time', suggested: [{ valueTime: '09:05:00' }] }, { lang: 'ar' });
    expect(tag(page, 'answer')).to.contain('name="answer"').and.contain('value="09:05"').and.contain('aria-describedby="hint"');
    expect(page).to.contain('\u206614:30\u2069');
  });

  it('takes the example of its form instead', () => {
    const page = see({ type: 'time', example: { verbatim: '7:15' } });
    expect(page).to.contain('For example: 7:15').and.not.contain('14:30');
  });

  it('stands beside its day, each field with a name, and both come back', () => {
    const page = see({ type: 'dateTime', suggested: [{ valueDateTime: '2026-03-04T14:30:00+00:00' }] });
    expect(tag(page, 'answer')).to.contain('name="day"').and.contain('value="4"');
    expect(tag(page, 'year')).to.contain('value="2026"');
    expect(tag(page, 'time')).to.contain('value="14:30"').and.contain('aria-describedby="time-hint"');
    expect(page).to.contain('for="time">Time</label>').and.contain('for="answer">Day</label>');
  });

  it('keeps what was typed and refused, with the error beside it', () => {
    const page = see({ type: 'dateTime' }, { refused: 'Not a time.', typed: { day: '31', month: '2', year: '2026', time: 'later' } });
    expect(tag(page, 'time')).to.contain('value="later"');
    expect(tag(page, 'answer')).to.contain('value="31"').and.contain('nhsuk-input--error');
    expect(page).to.match(/<fieldset[^>]*aria-describedby="wrong"[^>]*aria-invalid="true"/u);
  });
});

describe('a number', () => {
  it('has its unit beside it, left to right, and tells of it', () => {
    const page = see({ type: 'decimal', units: [{ value: 'Cel', label: '°C' }] });
    expect(page)
      .to.match(/wm-unit" dir="ltr"/u)
      .and.contain('<bdi>°C</bdi>');
    expect(tag(page, 'answer')).to.contain('aria-describedby="unit-name"').and.contain('inputmode="decimal"').and.contain('dir="ltr"');
  });

  it('says from where to where it may be, unless its help or example does', () => {
    expect(see({ type: 'integer', min: 1, max: 5 })).to.contain('From 1 to 5');
    expect(see({ type: 'integer', min: 1 })).to.contain('From 1');
    expect(see({ type: 'integer', max: 5 })).to.contain('Up to 5');
    expect(see({ type: 'integer', min: 1, max: 5, help: { verbatim: 'One to five.' } })).to.not.contain('From 1 to 5');
    expect(see({ type: 'date', min: '2026-01-01', max: '2026-12-31' })).to.contain('From 1 January 2026 to 31 December 2026');
    expect(see({ type: 'time', max: '18:00:00', example: { verbatim: '9:00' } })).to.not.contain('Up to');
    expect(see({ type: 'dateTime', max: '2026-01-01T18:00:00Z' })).to.contain('Up to 2026-01-01 18:00');
  });

  it('has a keyboard with a minus where it may be below nought', () => {
    expect(tag(see({ type: 'integer', min: -5 }), 'answer')).to.not.contain('inputmode');
    expect(tag(see({ type: 'integer', min: 0 }), 'answer')).to.contain('inputmode="numeric"');
  });

  it('can be stepped, within its ends', () => {
    const page = see({ type: 'integer', control: 'spinner', min: 0, max: 12, step: 2 });
    expect(page).to.match(/data-step="-2"\s+data-min="0" data-max="12"\s+aria-label="Less"/u);
    expect(page).to.match(/data-step="2"[^>]*aria-label="More"/u);
    expect(see({ type: 'integer', control: 'spinner' })).to.match(/data-step="1"\s+aria-label="More"/u);
  });
});

describe('an amount', () => {
  it('has its only unit beside it', () => {
    const page = see({
      type: 'quantity',
      units: [{ value: 'cm', label: 'cm' }],
      suggested: [{ valueQuantity: { value: 170.5, unit: 'cm' } }],
    });
    expect(tag(page, 'answer')).to.contain('value="170.5"');
    expect(page).to.not.contain('name="unit"');
  });

  it('offers several to choose, none chosen before', () => {
    const page = see({ type: 'quantity', units });
    expect(page).to.contain('for="unit">Unit</label>').and.contain('<option value="">Choose a unit</option>');
    expect(page).to.contain('<fieldset').and.not.contain(' selected');
  });

  it('comes back with the unit it was given in', () => {
    const given = (value: object): string => see({ type: 'quantity', units, suggested: [{ valueQuantity: { value: 11, ...value } }] });
    expect(given({ unit: 'stone', code: '[stone_av]' })).to.match(/value="\[stone_av\]" dir="ltr"\s+selected/u);
    expect(given({ unit: 'kg' })).to.match(/value="kg" dir="ltr"\s+selected/u);
    expect(given({ unit: 'ounces' })).to.not.contain(' selected');
    expect(see({ type: 'quantity', units, suggested: [{ valueInteger: 4 }] })).to.not.contain(' selected');
  });

  it('keeps number and unit that were refused', () => {
    const page = see({ type: 'quantity', units }, { refused: 'Too much.', typed: { chosen: ['9000'], unit: 'kg' } });
    expect(tag(page, 'answer')).to.contain('value="9000"').and.contain('aria-invalid="true"');
    expect(page).to.match(/value="kg" dir="ltr"\s+selected/u);
  });

  it('is one line where any unit will do', () => {
    expect(see({ type: 'quantity' })).to.contain('<label for="answer">');
  });
});

describe('a slider', () => {
  const scale = { type: 'integer', control: 'slider', min: 0, max: 10 } as const;

  it('has both its ends, a name, and the number to be typed', () => {
    const page = see(scale);
    expect(tag(page, 'slid')).to.contain('type="range"').and.contain('aria-labelledby="question"').and.contain('min="0" max="10" step="1"');
    expect(page)
      .to.match(/wm-slider__ends[\s\S]*>0<[\s\S]*>10</u)
      .and.contain('for="answer">Number</label>');
    expect(page).to.contain('Move the slider, or type the number.').and.not.contain('From 0 to 10');
  });

  it('stands in the middle and is no answer until it is moved', () => {
    const page = see(scale);
    expect(tag(page, 'slid')).to.contain('value="5"');
    expect(page).to.contain('name="rest" value="5"').and.contain('name="given" value=""').and.contain('data-unset="Not answered"');
    expect(tag(page, 'answer')).to.contain('value=""');
  });

  it('stands at the answer given before', () => {
    const page = see({ ...scale, suggested: [{ valueInteger: 8 }] });
    expect(tag(page, 'slid')).to.contain('value="8"');
    expect(tag(page, 'answer')).to.contain('value="8"');
    expect(tag(see({ ...scale, suggested: [{ valueInteger: 80 }] }), 'slid')).to.contain('value="5"');
  });

  it('goes by the step of its form, else by a hundredth of the way for decimals', () => {
    const fine = { ...scale, type: 'decimal', max: 1 } as const;
    expect(tag(see(fine), 'slid'))
      .to.contain('step="0.01"')
      .and.contain('value="0.5"');
    expect(tag(see({ ...fine, step: 0.2 }), 'slid'))
      .to.contain('step="0.2"')
      .and.contain('value="0.6"');
    expect(see({ ...scale, units: [{ value: 'h', label: 'hours' }] })).to.contain('<bdi>hours</bdi>');
  });
});

describe('a list', () => {
  it('is the browser’s own, nothing chosen before, with own words beside it', () => {
    const page = see({ type: 'choice', options: options(20) });
    expect(tag(page, 'answer')).to.contain('<select').and.contain('name="answer"');
    expect(page).to.contain('<option value="">Choose from the list</option>').and.contain('name="words"');
    expect(page.match(/<option /gu)).to.have.length(21);
    expect(page).to.contain('<label for="answer">');
  });

  it('comes back with what was chosen, or typed and refused', () => {
    const question = { type: 'choice', options: options(20), suggested: [{ valueCoding: { code: 'o3' } }] } as const;
    expect(see(question)).to.match(/<option value="o3"\s+selected>/u);
    const refused = see(question, { refused: 'No.', typed: { chosen: ['o4'], words: 'mine' } });
    expect(refused)
      .to.match(/<option value="o4"\s+selected>/u)
      .and.not.match(/<option value="o3"\s+selected>/u);
    expect(tag(refused, 'words')).to.contain('value="mine"');
  });

  it('is searched by typing where its form says so, and shows a choice by its name', () => {
    const question = { type: 'choice', control: 'autocomplete', options: options(40, 'Tongue') } as const;
    const page = see({ ...question, suggested: [{ valueCoding: { code: 'o7' } }] });
    expect(tag(page, 'answer')).to.contain('list="options"').and.contain('value="Tongue 7"');
    expect(page).to.contain('<option value="Tongue 39"></option>').and.contain('Begin to type');
    expect(tag(see({ ...question, suggested: [{ valueString: 'Elvish' }] }), 'answer')).to.contain('value="Elvish"');
    expect(tag(see(question, { refused: 'No.', typed: { chosen: ['Ton'] } }), 'answer')).to.contain('value="Ton"');
  });
});

describe('a choice', () => {
  it('stands in a row where its form asks for that and the labels are short', () => {
    expect(see({ type: 'choice', orientation: 'horizontal', options: options(5) })).to.contain('nhsuk-radios wm-row');
    const long = options(5, 'An answer that needs many words');
    expect(see({ type: 'choice', orientation: 'horizontal', options: long })).to.not.contain('wm-row');
    expect(see({ type: 'choice', orientation: 'vertical', options: options(2) })).to.not.contain('wm-pair');
    expect(see({ type: 'choice', options: options(2) })).to.contain('wm-pair');
    expect(see({ type: 'choice', options: options(8) })).to.contain('wm-columns');
  });

  it('ticks the option whose value was given, whatever its code is made of', () => {
    const value = { valueReference: { reference: 'Practitioner/7', display: 'Dr Lee' } };
    const label = { answer: [value], linkId: 'contact.name' };
    const page = see({ type: 'reference', options: [{ value: 'one-of-two', label }], suggested: [value] });
    expect(page).to.match(/type="radio" value="one-of-two"\s+checked/u);
  });

  it('shows the own words of an open choice again, and says that they may stand among others', () => {
    const question = { type: 'open-choice', repeats: true, options: options(3) } as const;
    const page = see({ ...question, suggested: [{ valueCoding: { code: 'o1' } }, { valueString: 'sailing' }] });
    expect(tag(page, 'words')).to.contain('value="sailing"');
    expect(page)
      .to.match(/value="o1"\s+checked/u)
      .and.contain('name="open" value="1"');
    expect(see({ ...question, type: 'choice' })).to.not.contain('name="open"');
  });
});

describe('a written answer', () => {
  it('has the keyboard for addresses, and says that files cannot be sent here', () => {
    expect(tag(see({ type: 'url', suggested: [{ valueUri: 'https://example.org' }] }), 'answer'))
      .to.contain('inputmode="url"')
      .and.contain('dir="ltr"')
      .and.contain('value="https://example.org"');
    const page = see({ type: 'attachment', suggested: [{ valueAttachment: { url: 'https://example.org/a.pdf' } }] });
    expect(page).to.contain('We cannot take files here.');
    expect(tag(page, 'answer')).to.contain('value="https://example.org/a.pdf"').and.contain('aria-describedby="hint"');
    expect(see({ type: 'attachment', suggested: [{ valueAttachment: { title: 'a' } }] })).to.match(/id="answer"[^>]*value=""/u);
  });

  it('is large where its form asks for that', () => {
    expect(see({ type: 'string', control: 'text-area', maxLength: 300 }))
      .to.contain('<textarea')
      .and.contain('maxlength="300"');
  });

  it('shows a reference by what it is called', () => {
    expect(tag(see({ type: 'reference', suggested: [{ valueReference: { display: 'Dr Lee' } }] }), 'answer')).to.contain('value="Dr Lee"');
    expect(tag(see({ type: 'reference', suggested: [{ valueReference: {} }] }), 'answer')).to.contain('value=""');
  });
});

describe('"another one?"', () => {
  it('is two buttons; nothing is skipped', () => {
    const page = see({ type: 'boolean', required: false, more: { key: 'child', type: 'group' } });
    expect(page).to.contain('value="pick:true"').and.contain('value="pick:false"');
    expect(page).to.not.contain('value="skip"').and.not.contain('name="words"').and.not.contain('value="answer"');
    expect(see({ type: 'boolean', more: { key: 'child' } })).to.not.contain('name="words"');
  });

  it('lets the next one be written at once; Enter does not press yes', () => {
    const page = see({ type: 'boolean', more: { key: 'drug', type: 'string' } });
    expect(page).to.contain('for="words">Or write the next one here</label>');
    expect(page.indexOf('value="answer"')).to.be.lessThan(page.indexOf('value="pick:true"'));
    const refused = see({ type: 'boolean', more: { key: 'drug', type: 'integer' } }, { refused: 'No.', typed: { words: 'many' } });
    expect(tag(refused, 'words')).to.contain('value="many"');
  });
});

describe('beside the question', () => {
  it('stands the number its form gives it, escaped', () => {
    expect(see({ prefix: '2<a>' })).to.contain('<bdi class="wm-prefix" dir="ltr">2&lt;a&gt;</bdi> What shall we call you?');
  });

  it('stand pages to read more, in a tab of their own, and only web pages', () => {
    const links = ['https://www.nhs.uk/sleep?a=1&b=2', 'http://example.org', 'javascript:alert(1)', 'nonsense', 'file:///etc/passwd'];
    const page = see({ links });
    expect(page).to.contain('href="https://www.nhs.uk/sleep?a=1&amp;b=2" target="_blank" rel="noopener noreferrer"');
    expect(page).to.contain('Read more on www.nhs.uk (opens in a new tab)').and.contain('href="http://example.org/"');
    expect(page.match(/target="_blank"/gu)).to.have.length(2);
    expect(see({ links: ['nonsense'] })).to.not.contain('wm-read-more');
  });

  it('has words in Polish and Arabic, amounts isolated', () => {
    expect(see({ type: 'quantity', units }, { lang: 'pl' })).to.contain('Wybierz jednostkę');
    expect(see({ type: 'integer', min: 1, max: 5 }, { lang: 'ar' })).to.contain('من \u20661\u2069 إلى \u20665\u2069');
  });
});
