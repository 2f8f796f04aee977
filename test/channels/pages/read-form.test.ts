import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readForm } from '../../../src/channels/pages/read-form.js';
import { readTyped } from '../../../src/channels/pages/read-typed.js';

const key = 'contact.phone';

function answering(answer: unknown, rest: object = {}): unknown {
  return { kind: 'answers', answers: [{ key, answer }], ...rest };
}

describe('read a form', () => {
  const table: readonly (readonly [string, Parameters<typeof readForm>[0], unknown])[] = [
    ['a pressed choice is a keyed answer', { do: 'answer', key, kind: 'one', answer: 'often' }, answering('often')],
    ['several ticks are a list', { do: 'answer', key, kind: 'many', answer: ['food', 'housing'] }, answering(['food', 'housing'])],
    ['one tick of several is still a list', { do: 'answer', key, kind: 'many', answer: 'food' }, answering(['food'])],
    ['yes is true', { do: 'answer', key, kind: 'yes-no', answer: 'true' }, answering(true)],
    ['no is false', { do: 'answer', key, kind: 'yes-no', answer: 'false' }, answering(false)],
    ['an option beside yes and no keeps its code', { do: 'answer', key, kind: 'yes-no', answer: 'unsure' }, answering('unsure')],
    ['a number is a number', { do: 'answer', key, kind: 'number', answer: ' 46 ' }, answering(46)],
    ['a number in Arabic digits too', { do: 'answer', key, kind: 'number', answer: '٤٦' }, answering(46)],
    ['a decimal comma is a decimal', { do: 'answer', key, kind: 'number', answer: '2,5' }, answering(2.5)],
    [
      'a number in words is left to the conversation',
      { do: 'answer', key, kind: 'number', answer: 'forty-six' },
      { kind: 'text', text: 'forty-six' },
    ],
    ['no number at all is an empty answer', { do: 'answer', key, kind: 'number', answer: '' }, answering('')],
    ['text is a keyed answer', { do: 'answer', key, kind: 'text', answer: '07911 123456' }, answering('07911 123456')],
    [
      'own words instead of a choice are text',
      { do: 'answer', key, kind: 'one', words: 'it depends' },
      { kind: 'text', text: 'it depends' },
    ],
    [
      'words beside a choice made travel along',
      { do: 'answer', key, kind: 'one', answer: 'often', words: 'at night' },
      answering('often', { text: 'at night' }),
    ],
    [
      'words beside a suggestion nobody touched win',
      { do: 'answer', key, kind: 'many', answer: ['food'], suggested: 'food', words: 'no, my rent' },
      { kind: 'text', text: 'no, my rent' },
    ],
    ['nothing pressed is an empty answer', { do: 'answer', key, kind: 'one' }, answering('')],
    ['nothing ticked is an empty list', { do: 'answer', key, kind: 'many' }, answering([])],
    [
      'nothing at all where it may be left out is a skip',
      { do: 'answer', key, kind: 'one', optional: '1' },
      { kind: 'answers', answers: [{ key, skip: true }] },
    ],
    [
      'an empty optional date is a skip',
      { do: 'answer', key, kind: 'date', optional: '1', day: ' ' },
      { kind: 'answers', answers: [{ key, skip: true }] },
    ],
    ['a real date is an ISO date', { do: 'answer', key, kind: 'date', day: '3', month: '4', year: '2026' }, answering('2026-04-03')],
    ['a date in Bengali digits too', { do: 'answer', key, kind: 'date', day: '১', month: '১২', year: '১৯৮০' }, answering('1980-12-01')],
    [
      'a date of birth goes as typed, to be read back',
      { do: 'answer', key, kind: 'birth', day: '10', month: '6', year: '1980' },
      answering('10/6/1980'),
    ],
    [
      'a day that is not in the calendar goes as typed',
      { do: 'answer', key, kind: 'date', day: '31', month: '2', year: '1990' },
      answering('31/2/1990'),
    ],
    ['a month in words goes as typed', { do: 'answer', key, kind: 'date', day: '3', month: 'May', year: '1990' }, answering('3/May/1990')],
    ['a number below nought', { do: 'answer', key, kind: 'number', answer: '\u22123' }, answering(-3)],
    [
      'a mark before three digits is left to the language',
      { do: 'answer', key, kind: 'number', answer: '1,500' },
      { kind: 'text', text: '1,500' },
    ],
    ['an amount in its only unit is a number', { do: 'answer', key, kind: 'quantity', answer: '70,5' }, answering(70.5)],
    ['an amount with the unit chosen', { do: 'answer', key, kind: 'quantity', answer: '70.5', unit: 'kg' }, answering('70.5 kg')],
    [
      'an amount in words with the unit chosen',
      { do: 'answer', key, kind: 'quantity', answer: 'seventy', unit: 'kg' },
      { kind: 'text', text: 'seventy kg' },
    ],
    ['a unit without an amount is no answer', { do: 'answer', key, kind: 'quantity', answer: ' ', unit: 'kg' }, answering('')],
    [
      'nor is it one where it may be left out',
      { do: 'answer', key, kind: 'quantity', optional: '1', answer: '', unit: 'kg' },
      { kind: 'answers', answers: [{ key, skip: true }] },
    ],
    ['a slider that was moved', { do: 'answer', key, kind: 'slider', slid: '8', rest: '5', given: '', answer: '' }, answering(8)],
    ['a slider nobody moved', { do: 'answer', key, kind: 'slider', slid: '5', rest: '5', given: '', answer: '' }, answering('')],
    [
      'a slider nobody moved, where it may be left out',
      { do: 'answer', key, kind: 'slider', optional: '1', slid: '5', rest: '5', given: '', answer: '' },
      { kind: 'answers', answers: [{ key, skip: true }] },
    ],
    ['a number typed beside a slider', { do: 'answer', key, kind: 'slider', slid: '5', rest: '5', given: '', answer: '7' }, answering(7)],
    ['typing wins over moving', { do: 'answer', key, kind: 'slider', slid: '8', rest: '5', given: '', answer: '7' }, answering(7)],
    [
      'moving wins over the answer before',
      { do: 'answer', key, kind: 'slider', slid: '8', rest: '5', given: '5', answer: '5' },
      answering(8),
    ],
    ['the answer before stays', { do: 'answer', key, kind: 'slider', slid: '5', rest: '5', given: '5', answer: '5' }, answering(5)],
    ['a time of the 24-hour clock is data', { do: 'answer', key, kind: 'time', answer: '14.30' }, answering('14:30')],
    ['a time in Arabic digits too', { do: 'answer', key, kind: 'time', answer: '١٤:٣٠' }, answering('14:30')],
    ['a time in words is text', { do: 'answer', key, kind: 'time', answer: ' half past two ' }, { kind: 'text', text: 'half past two' }],
    ['an hour that may be either is text', { do: 'answer', key, kind: 'time', answer: '2:30' }, { kind: 'text', text: '2:30' }],
    ['no time is an empty answer', { do: 'answer', key, kind: 'time', answer: '' }, answering('')],
    [
      'a day and its time',
      { do: 'answer', key, kind: 'moment', day: '3', month: '4', year: '2026', time: '09:15' },
      answering('2026-04-03T09:15'),
    ],
    ['a day without a time', { do: 'answer', key, kind: 'moment', day: '3', month: '4', year: '2026', time: '' }, answering('2026-04-03')],
    [
      'a day and its time in words',
      { do: 'answer', key, kind: 'moment', day: '3', month: '4', year: '2026', time: 'noon' },
      { kind: 'text', text: '3/4/2026 noon' },
    ],
    ['a time without a day', { do: 'answer', key, kind: 'moment', time: '09:15' }, { kind: 'text', text: '09:15' }],
    ['a day that is none', { do: 'answer', key, kind: 'moment', day: '31', month: '2', year: '2026' }, answering('31/2/2026')],
    [
      'no day and no time, where it may be left out',
      { do: 'answer', key, kind: 'moment', optional: '1', time: ' ' },
      { kind: 'answers', answers: [{ key, skip: true }] },
    ],
    ['one of a list', { do: 'answer', key, kind: 'list', answer: 'o3', words: '' }, answering('o3')],
    ['nothing of a list', { do: 'answer', key, kind: 'list', answer: '', words: '' }, answering('')],
    ['own words instead of a list', { do: 'answer', key, kind: 'list', answer: '', words: 'mine' }, { kind: 'text', text: 'mine' }],
    ['what was searched for is text', { do: 'answer', key, kind: 'search', answer: 'Urdu' }, { kind: 'text', text: 'Urdu' }],
    ['nothing searched for is empty', { do: 'answer', key, kind: 'search', answer: '' }, answering('')],
    [
      'own words among several of an open choice',
      { do: 'answer', key, kind: 'many', open: '1', answer: ['a', 'b'], suggested: ['a', 'b'], words: 'sailing' },
      answering(['a', 'b', 'sailing']),
    ],
    [
      'own words alone of an open choice are text',
      { do: 'answer', key, kind: 'many', open: '1', words: 'sailing' },
      { kind: 'text', text: 'sailing' },
    ],
    ['another one: yes', { do: 'pick:true', key, kind: 'more', words: '' }, answering(true)],
    ['another one: no, and words are heard', { do: 'pick:false', key, kind: 'more', words: 'hm' }, answering(false, { text: 'hm' })],
    ['another one: yes, and it is written already', { do: 'pick:true', key, kind: 'more', words: ' tea ' }, { kind: 'text', text: 'tea' }],
    ['another one, written', { do: 'answer', key, kind: 'more', words: 'tea' }, { kind: 'text', text: 'tea' }],
    ['another one, nothing written', { do: 'answer', key, kind: 'more', words: '' }, answering('')],
    ['a control nobody drew is read as text', { do: 'answer', key, kind: 'dance', answer: 'x' }, answering('x')],
    ['skip skips', { do: 'skip', key, kind: 'one', answer: 'often' }, { kind: 'answers', answers: [{ key, skip: true }] }],
    [
      'a picked value is an answer',
      { do: 'pick:send', key: 'review', kind: 'one' },
      { kind: 'answers', answers: [{ key: 'review', answer: 'send' }] },
    ],
    ['a picked yes is true', { do: 'pick:true', key, kind: 'yes-no' }, answering(true)],
    [
      'a picked change keeps its key',
      { do: 'pick:change:a.b', key: 'review', kind: 'one' },
      { kind: 'answers', answers: [{ key: 'review', answer: 'change:a.b' }] },
    ],
    ['change names its question', { do: 'change:contact.name' }, { kind: 'command', command: 'change', key: 'contact.name' }],
    ['a language is a command', { do: 'language:pl' }, { kind: 'command', command: 'language', language: 'pl' }],
    ['back is a command', { do: 'back', key, kind: 'text', answer: 'half-typed' }, { kind: 'command', command: 'back' }],
    ['just call me is a command', { do: 'call-me' }, { kind: 'command', command: 'call-me' }],
    ['start says nothing', { do: 'start' }, { kind: 'nothing' }],
  ];

  for (const [name, form, said] of table) {
    it(name, () => {
      expect(readForm(form)).to.deep.equal(said);
    });
  }

  it('keeps what was typed, to be shown again', () => {
    expect(readTyped({ key, answer: ['a', ''], words: 'w', day: '1' })).to.deep.equal({
      key,
      chosen: ['a'],
      words: 'w',
      day: '1',
      month: '',
      year: '',
      time: '',
      unit: '',
      slid: '',
    });
  });
});
