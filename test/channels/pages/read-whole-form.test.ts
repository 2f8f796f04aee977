import { expect } from 'chai';
import { describe, it } from 'mocha';
import { digestOf, standsIn } from '../../../src/channels/pages/filled-in.js';
import { readWholeForm } from '../../../src/channels/pages/read-whole-form.js';
import { readMark, writeMark } from '../../../src/channels/pages/whole-form-mark.js';
import type { WholeFormMark } from '../../../src/channels/pages/whole-form-mark.js';
import type { Question } from '../../../src/conversation/reply.js';
import { aQuestion } from '../../support/pages-world.js';

const blank = digestOf(standsIn(aQuestion({ type: 'string' })));

function mark(changes: Partial<WholeFormMark> = {}): string {
  const open = { required: false, settled: false, skipped: false, gate: false, confirm: false };
  return writeMark({ key: 'a.b', kind: 'text', section: 0, ...open, shown: blank, was: '', ...changes });
}

const answersTo = (form: Record<string, string | readonly string[]>, upTo = 0) => readWholeForm(form, upTo).answers;

describe('the mark of a question in a form', () => {
  it('comes back as it was, whatever its key holds', () => {
    for (const key of ['contact.name', 'a b@1.0+', '-x y']) expect(readMark(mark({ key, was: 'ab_-12', gate: true }))?.key).to.equal(key);
    expect(readMark(mark({ was: 'ab_-12', gate: true, section: 12 }))).to.deep.include({
      was: 'ab_-12',
      gate: true,
      section: 12,
      settled: false,
    });
  });

  it('is none of ours where it does not read so', () => {
    for (const text of ['', 'text', 'nonsense 0 - x - k', 'text x - x - k']) expect(readMark(text)).to.equal(undefined);
  });
});

describe('a form of all questions, read', () => {
  it('sends what was filled in, with what stood there', () => {
    expect(answersTo({ 'q0-q': mark({ was: 'abc' }), 'q0-answer': 'Sam' }, -1)).to.deep.equal([{ key: 'a.b', was: 'abc', answer: 'Sam' }]);
  });

  it('sends nothing of what nobody touched', () => {
    const shown = digestOf({ ...standsIn(aQuestion()), chosen: ['Sam\nLee'] });
    expect(answersTo({ 'q0-q': mark({ shown, settled: true, was: 'abc' }), 'q0-answer': 'Sam\r\nLee' })).to.deep.equal([]);
  });

  it('passes over what is left empty only as far as the button that was pressed', () => {
    const form = { 'q0-q': mark(), 'q0-answer': '', 'q1-q': mark({ key: 'c.d', section: 1 }), 'q1-answer': '' };
    expect(answersTo(form, -1)).to.deep.equal([]);
    expect(answersTo(form, 0)).to.deep.equal([{ key: 'a.b', was: '', skip: true }]);
    expect(answersTo(form, 1)).to.have.length(2);
  });

  it('takes an answer away where its field was emptied', () => {
    const shown = digestOf({ ...standsIn(aQuestion()), chosen: ['Sam'] });
    expect(answersTo({ 'q0-q': mark({ shown, settled: true, was: 'abc' }), 'q0-answer': '' }, -1)).to.deep.equal([
      { key: 'a.b', was: 'abc', skip: true },
    ]);
  });

  it('asks for an answer, or a skip on purpose, where nothing is passed over in silence', () => {
    const form = { 'q0-q': mark({ gate: true }), 'q0-answer': '' };
    expect([...readWholeForm(form, 0).wrong]).to.deep.equal([['a.b', 'page.form.answer-or-skip']]);
    expect(answersTo({ ...form, 'q0-skip': '1' })).to.deep.equal([{ key: 'a.b', was: '', skip: true }]);
  });

  it('wants a yes to what was understood, or another answer', () => {
    const held = { ...standsIn(aQuestion()), day: '10', month: '6', year: '1980' };
    const fields = { 'q0-day': '10', 'q0-month': '6', 'q0-year': '1980' };
    const birth = { 'q0-q': mark({ kind: 'birth', confirm: true, shown: digestOf(held) }), ...fields };
    expect([...readWholeForm(birth, 0).wrong]).to.deep.equal([['a.b', 'page.form.confirm']]);
    expect(answersTo({ ...birth, 'q0-right': '1' })).to.deep.equal([{ key: 'a.b', was: '', answer: '1980-06-10' }]);
    expect(answersTo({ ...birth, 'q0-day': '11' })).to.deep.equal([{ key: 'a.b', was: '', answer: '11/6/1980' }]);
  });

  it('sends words that need reading as words, and own words beside a choice along with it', () => {
    expect(answersTo({ 'q0-q': mark({ kind: 'number' }), 'q0-answer': 'forty-six' })).to.deep.equal([
      { key: 'a.b', was: '', text: 'forty-six' },
    ]);
    const open = { 'q0-q': mark({ kind: 'one' }), 'q0-answer': 'woman', 'q0-words': 'and more' };
    expect(answersTo(open)).to.deep.equal([{ key: 'a.b', was: '', answer: 'woman', text: 'and more' }]);
  });

  it('takes at a desk nothing for a private question but that it was not asked', () => {
    const form = { 'q0-q': mark({ kind: 'private' }), 'q0-answer': 'no' };
    expect(answersTo(form)).to.deep.equal([]);
    expect(answersTo({ 'q0-q': mark({ kind: 'private' }), 'q0-skip': '1' })).to.deep.equal([{ key: 'a.b', was: '', answer: 'not-asked' }]);
  });

  it('knows untouched controls of every kind', () => {
    const options = ['a', 'b'].map(value => ({ value, label: { verbatim: value } }));
    const coded = (code: string) => ({ valueCoding: { code } });
    const many: Partial<Question> = { type: 'choice', repeats: true, options, suggested: [coded('b'), coded('a')] };
    expect(standsIn(aQuestion(many)).chosen).to.have.members(['a', 'b']);
    expect(digestOf(standsIn(aQuestion(many)))).to.equal(digestOf({ ...standsIn(aQuestion({})), chosen: ['a', 'b'] }));
    expect(standsIn(aQuestion({ type: 'choice', options, suggested: [coded('gone')] })).chosen).to.deep.equal([]);
    expect(standsIn(aQuestion({ type: 'date', suggested: [{ valueDate: '1980-06-01' }] }))).to.deep.include({
      day: '1',
      month: '6',
      year: '1980',
    });
  });
});
