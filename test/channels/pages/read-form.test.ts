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
