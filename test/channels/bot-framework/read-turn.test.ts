// Activities as real and hostile clients send them, and the turns they are.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readTurn } from '../../../src/channels/bot-framework/read-turn.js';
import type { Said, Turn } from '../../../src/conversation/conversation.js';

const at = '2026-11-22T09:00:00.000Z';
const entropy = 'e'.repeat(32);

/** A turn read from whatever a client may send: the schema before it only promises the outermost shape. */
function read(activity: Readonly<Record<string, unknown>>): Turn {
  return readTurn(activity, at, entropy);
}

function said(value: unknown): Said {
  return read({ type: 'message', value }).said;
}

function action(data: unknown): Said {
  return read({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'answer', data }, trigger: 'manual' },
  }).said;
}

const malformed = { kind: 'malformed' };

describe('an activity is read as a turn', () => {
  it('takes an answer by key or linkId, of every kind an answer may be', () => {
    for (const answer of ['self', 46, true, ['a', 'b'], '1980-06-10', ''])
      expect(said({ key: 'start.who', answer })).to.deep.equal({ kind: 'answers', answers: [{ key: 'start.who', answer }] });
    expect(said({ linkId: 'who', answer: 'self' })).to.deep.equal({ kind: 'answers', answers: [{ linkId: 'who', answer: 'self' }] });
    expect(said({ key: 'start.who', skip: true })).to.deep.equal({ kind: 'answers', answers: [{ key: 'start.who', skip: true }] });
  });

  it('takes several answers at once', () => {
    const answers = [
      { key: 'a', answer: 1 },
      { linkId: 'b', skip: true },
    ];
    expect(said({ answers })).to.deep.equal({ kind: 'answers', answers });
  });

  it('takes every command, with its language or key', () => {
    expect(said({ command: 'language', language: 'pl' })).to.deep.equal({ kind: 'command', command: 'language', language: 'pl' });
    expect(said({ command: 'change', key: 'consent.gp' })).to.deep.equal({ kind: 'command', command: 'change', key: 'consent.gp' });
    expect(said({ command: 'back' })).to.deep.equal({ kind: 'command', command: 'back' });
  });

  it('takes what a card in Teams submits: its data and its inputs in one object, with the marks Teams adds', () => {
    const submitted = { key: 'eligibility.age', answer: '46', msteams: { type: 'messageBack' } };
    expect(said(submitted)).to.deep.equal({ kind: 'answers', answers: [{ key: 'eligibility.age', answer: '46' }] });
    expect(said({ key: 'eligibility.age' })).to.deep.equal({ kind: 'answers', answers: [{ key: 'eligibility.age' }] });
  });

  it('takes what a card action carries', () => {
    expect(action({ key: 'start.who', answer: 'self' })).to.deep.equal({
      kind: 'answers',
      answers: [{ key: 'start.who', answer: 'self' }],
    });
    expect(action({ command: 'help' })).to.deep.equal({ kind: 'command', command: 'help' });
  });

  it('calls data without the public shape malformed, and never guesses', () => {
    const wrong: readonly unknown[] = [
      { command: 'launch' },
      { command: 7 },
      { command: 'language', language: 4 },
      { command: 'change', key: {} },
      { answers: [] },
      { answers: 'x' },
      { answers: [7] },
      { answers: Array.from({ length: 201 }, () => ({ key: 'a', answer: 1 })) },
      { key: 4, answer: 'x' },
      { key: 'a', answer: { b: 1 } },
      { key: 'a', answer: null },
      { key: 'a', skip: 'yes' },
      { key: 'k'.repeat(201) },
      { key: 'a', answer: 'x'.repeat(20_001) },
      { key: 'a', answer: [['b']] },
      { hello: 'you' },
      'words',
      7,
      [],
    ];
    for (const value of wrong) expect(said(value), JSON.stringify(value).slice(0, 60)).to.deep.equal(malformed);
    for (const data of [undefined, null, 'words', [], { hello: 1 }]) expect(action(data), JSON.stringify(data)).to.deep.equal(malformed);
    for (const value of [undefined, null, 7, { action: 'x' }])
      expect(read({ type: 'invoke', name: 'adaptiveCard/action', value }).said).to.deep.equal(malformed);
  });

  it('prefers data to the words beside it, but takes words beside data that is not ours', () => {
    expect(read({ type: 'message', text: 'For me', value: { key: 'a', answer: 'self' } }).said.kind).to.equal('answers');
    expect(read({ type: 'message', text: 'hello', value: { hello: 1 } }).said).to.deep.equal({ kind: 'text', text: 'hello' });
    expect(read({ type: 'message', text: 'hello', value: null }).said).to.deep.equal({ kind: 'text', text: 'hello' });
  });

  it('hears nothing in an arrival, in an empty message, or in a text that is no text', () => {
    expect(read({ type: 'conversationUpdate', text: 'x' }).said).to.deep.equal({ kind: 'nothing' });
    expect(read({ type: 'message', text: '  ' }).said).to.deep.equal({ kind: 'nothing' });
    expect(read({ type: 'message', text: {}, value: null }).said).to.deep.equal({ kind: 'nothing' });
    expect(read({ type: 'message', attachments: [] }).said).to.deep.equal({ kind: 'nothing' });
  });

  it('takes an amount with its unit, as FHIR writes it or as a card does, and tells it as a person would', () => {
    const amounts: readonly (readonly [unknown, string])[] = [
      [{ value: 70, unit: 'kg' }, '70 kg'],
      [{ value: 70.5, unit: 'kilogram', system: 'http://unitsofmeasure.org', code: 'kg' }, '70.5 kg'],
      [{ value: '70', unit: 'kg' }, '70 kg'],
      [{ value: 0.0000001, unit: 'g' }, '0.0000001 g'],
      [{ value: 1234567, unit: 'g' }, '1234567 g'],
      [{ value: 70 }, '70'],
    ];
    for (const [answer, told] of amounts)
      expect(said({ key: 'a', answer }), told).to.deep.equal({ kind: 'answers', answers: [{ key: 'a', answer: told }] });
    expect(said({ key: 'a', answer: [{ value: 1, unit: 'g' }, 2] })).to.deep.equal({
      kind: 'answers',
      answers: [{ key: 'a', answer: ['1 g', 2] }],
    });
    for (const answer of [{ unit: 'kg' }, { value: true }, { value: 1, unit: 7 }, { value: { value: 1 } }])
      expect(said({ key: 'a', answer }), JSON.stringify(answer)).to.deep.equal(malformed);
  });

  it('takes what inputs of an Adaptive Card give: texts, whatever they hold', () => {
    for (const answer of ['2026-04-03', '14:30', '7.5', 'one,two', 'true', 'words'])
      expect(action({ key: 'a', answer })).to.deep.equal({ kind: 'answers', answers: [{ key: 'a', answer }] });
  });

  it('takes what is filled in on our own cards: several inputs as one answer, nothing as a skip where that is allowed', () => {
    const cases: readonly (readonly [object, unknown])[] = [
      [{ inputs: 'answer', answer: '46' }, '46'],
      [{ inputs: 'several', answer: 'food,money' }, ['food', 'money']],
      [{ inputs: 'open', answer: 'bsl', words: 'a lip speaker' }, ['bsl', 'a lip speaker']],
      [{ inputs: 'open', answer: '', words: 'a lip speaker' }, ['a lip speaker']],
      [{ inputs: 'own', answer: 'woman', words: '' }, 'woman'],
      [{ inputs: 'own', answer: 'woman', words: 'my own word' }, 'my own word'],
      [{ inputs: 'birth', day: '10', month: 'June', year: '1980' }, '10/June/1980'],
      [{ inputs: 'birth', day: '١٠', month: '6', year: '1980' }, '10/6/1980'],
      [{ inputs: 'amount', amount: '70', unit: 'kg' }, '70 kg'],
      [{ inputs: 'amount', amount: '70' }, '70'],
      [{ inputs: 'moment', date: '2026-04-03', time: '14:30' }, '2026-04-03T14:30'],
      [{ inputs: 'moment', date: '2026-04-03', time: '' }, '2026-04-03'],
    ];
    for (const [filled, answer] of cases) {
      const answers = [{ key: 'a', answer }];
      expect(said({ key: 'a', ...filled }), JSON.stringify(filled)).to.deep.equal({ kind: 'answers', answers });
      expect(action({ key: 'a', optional: true, ...filled })).to.deep.equal({ kind: 'answers', answers });
    }
    for (const inputs of ['answer', 'several', 'own', 'open', 'birth', 'amount', 'moment']) {
      expect(said({ key: 'a', inputs, answer: '' })).to.deep.equal({ kind: 'answers', answers: [{ key: 'a' }] });
      expect(said({ key: 'a', inputs, optional: true })).to.deep.equal({ kind: 'answers', answers: [{ key: 'a', skip: true }] });
    }
  });

  it('reads every input of a card for red flags as it was typed, and knows no inputs but its own', () => {
    const value = { key: 'a', inputs: 'open', answer: 'bsl', words: 'I want to die' };
    expect(read({ type: 'message', value }).strings).to.include('I want to die');
    for (const inputs of ['toString', '__proto__', 7, null])
      expect(said({ key: 'a', inputs, answer: 'x' })).to.deep.equal({ kind: 'answers', answers: [{ key: 'a', answer: 'x' }] });
    for (const wrong of [{ day: {} }, { day: ['10'], month: null }])
      expect(said({ key: 'a', inputs: 'birth', ...wrong })).to.deep.equal({ kind: 'answers', answers: [{ key: 'a' }] });
  });

  it('takes the name of the bot for no word of what is said to it', () => {
    const recipient = { id: '28:w', name: 'Waymark' };
    const entities = [{ type: 'mention', mentioned: { id: '28:w' }, text: '<at>way mark</at>' }];
    const heard = (text: string) => read({ type: 'message', text, recipient, entities }).said;
    expect(heard('<at>Waymark</at> I feel low')).to.deep.equal({ kind: 'text', text: 'I feel low' });
    expect(heard('<at id="0">way mark</at> hello <at>Sam</at>')).to.deep.equal({ kind: 'text', text: 'hello Sam' });
    expect(heard('<at>Waymark</at>')).to.deep.equal({ kind: 'nothing' });
    expect(read({ type: 'message', text: '<at>'.repeat(40_000), recipient, entities: 'x' }).said.kind).to.equal('text');
  });

  it('takes no file and no picture: alone it is answered as one, beside words it is passed over', () => {
    const picture = { contentType: 'image/png', contentUrl: 'https://example.org/p.png', name: 'my letter.png' };
    expect(read({ type: 'message', attachments: [picture] }).said).to.deep.equal({ kind: 'attachment' });
    expect(read({ type: 'message', text: ' ', attachments: [{ contentType: 'text/html' }, picture] }).said).to.deep.equal({
      kind: 'attachment',
    });
    expect(read({ type: 'message', text: 'my letter', attachments: [picture] }).said).to.deep.equal({ kind: 'text', text: 'my letter' });
    expect(read({ type: 'message', value: { key: 'a', answer: 1 }, attachments: [picture] }).said.kind).to.equal('answers');
  });

  it('reads what a file is called, and nothing else of it, for red flags', () => {
    const picture = { contentType: 'image/png', contentUrl: 'https://example.org/p.png', name: 'I want to die.png' };
    expect(read({ type: 'message', text: 'see', attachments: [picture, 7] }).strings).to.deep.equal(['see', 'I want to die.png']);
  });

  it('takes the copy of its text that Teams attaches, and what is no attachment at all, for no file', () => {
    expect(read({ type: 'message', attachments: [{ contentType: 'text/html', content: '<p></p>' }] }).said).to.deep.equal(malformed);
    expect(read({ type: 'message', attachments: [7, null] }).said).to.deep.equal(malformed);
    expect(read({ type: 'message', attachments: 'x' }).said).to.deep.equal({ kind: 'nothing' });
  });

  it('caps long text and keeps all of it to be read for red flags', () => {
    const text = `${'x'.repeat(1000)} I want to die`;
    const turn = read({ type: 'message', text });
    expect(turn.said).to.deep.equal({ kind: 'text', text: 'x'.repeat(1000), cut: true });
    expect(turn.strings).to.deep.equal([text]);
  });

  it('finds every string, wherever it is nested, however deep', () => {
    const value = { answers: [{ key: 'k', answer: ['deep', 'words'] }], more: { a: [{ b: 'hidden' }] }, empty: '', n: 4, none: null };
    expect(read({ type: 'message', text: 'said', value }).strings).to.deep.equal(['said', 'deep', 'words', 'hidden']);
  });

  it('reads a key that is no key as words', () => {
    expect(read({ type: 'message', value: { key: 'I want to die', answer: 'x' } }).strings).to.deep.equal(['I want to die', 'x']);
    let nested: unknown = 'bottom';
    for (let i = 0; i < 20_000; i += 1) nested = [nested];
    expect(read({ type: 'message', value: nested }).strings).to.deep.equal(['bottom']);
  });

  it('takes nothing for an answer of a message with more strings than it reads', () => {
    const answer = Array.from({ length: 90 }, (_, index) => `option-${String(index)}`);
    const value = { answers: Array.from({ length: 6 }, (_, index) => ({ key: String(index), answer })) };
    expect(said(value)).to.deep.equal(malformed);
  });

  it('knows the activity, the time and the language, and does without an id', () => {
    expect(read({ type: 'message', id: 'a1', text: 'x', locale: 'pl-PL' })).to.include({ id: 'a1', at, entropy, locale: 'pl-PL' });
    for (const id of [undefined, '', 7, {}]) expect(read({ type: 'message', id, text: 'x' }).id).to.equal(entropy);
    expect(read({ type: 'message', id: 'i'.repeat(500), locale: 'x'.repeat(500) })).to.include({
      id: 'i'.repeat(200),
      locale: 'x'.repeat(40),
    });
    expect(read({ type: 'message', locale: {} })).not.to.have.property('locale');
  });
});
