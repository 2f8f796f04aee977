import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { AnswerValue, Form } from '../../src/content/forms/form.js';
import { carryNested } from '../../src/questionnaire/carry-nested.js';
import { stepsOf } from '../../src/questionnaire/steps.js';
import { aForm, anOption, type AnItem } from '../support/a-form.js';

const options = [anOption('a'), anOption('b'), anOption('c')];
const values = (codes: string): readonly AnswerValue[] => Array.from(codes, code => ({ valueCoding: { system: 'urn:test', code } }));

const choice: AnItem = {
  linkId: 'c',
  type: 'choice',
  repeats: true,
  options,
  items: [{ linkId: 'n' }, { linkId: 'g', type: 'group', repeats: true, items: [{ linkId: 'm' }] }],
};

function carried(form: Form, key: string, from: string, to: string, record: Record<string, string>): unknown {
  const step = stepsOf(form, { 'p+': { values: [{ valueBoolean: true }] } }).find(each => each.key === key);
  if (step === undefined) throw new Error(`no step ${key}`);
  return carryNested(record, form, step, values(from), values(to));
}

describe('What is nested in one of several answers', () => {
  const form = aForm([choice, { linkId: 'z' }]);

  it('goes with its answer, and goes where its answer goes', () => {
    const record = { c: 'C', n: 'under a', 'n@1': 'under b', z: 'Z' };
    expect(carried(form, 'c', 'ab', 'b', record)).to.deep.equal({ c: 'C', n: 'under b', z: 'Z' });
    expect(carried(form, 'c', 'ab', 'ca', record)).to.deep.equal({ c: 'C', 'n@1': 'under a', z: 'Z' });
    expect(carried(form, 'c', 'ab', 'cab', record)).to.deep.equal({ c: 'C', 'n@1': 'under a', 'n@2': 'under b', z: 'Z' });
    expect(carried(form, 'c', 'ab', 'ab', record)).to.deep.equal(record);
    expect(carried(form, 'c', 'ab', 'c', record)).to.deep.equal({ c: 'C', z: 'Z' });
  });

  it('takes its own repetitions along, and the questions after them', () => {
    const record = { 'm@1.0': 'b0', 'g@1.0+': 'yes', 'm@1.1': 'b1', 'g@1.1+': 'no', m: 'a0', 'g+': 'no' };
    expect(carried(form, 'c', 'ab', 'b', record)).to.deep.equal({ m: 'b0', 'g+': 'yes', 'm@0.1': 'b1', 'g@0.1+': 'no' });
  });

  it('stays where it is in another repetition', () => {
    const repeated = aForm([{ linkId: 'p', type: 'group', repeats: true, items: [choice] }]);
    const record = { n: '0 a', 'n@0.1': '0 b', 'n@1.0': '1 a', 'n@1.1': '1 b', 'p+': 'yes' };
    expect(carried(repeated, 'c@1', 'ab', 'b', record)).to.deep.equal({ n: '0 a', 'n@0.1': '0 b', 'n@1.0': '1 b', 'p+': 'yes' });
    expect(carried(repeated, 'c', 'ab', 'b', record)).to.deep.equal({ n: '0 b', 'n@1.0': '1 a', 'n@1.1': '1 b', 'p+': 'yes' });
  });

  it('leaves alone what is not of this form', () => {
    expect(carried(form, 'c', 'ab', 'b', { 'old@1': 'x', old: 'y' })).to.deep.equal({ 'old@1': 'x', old: 'y' });
  });

  it('knows an answer by its code, whatever it is called', () => {
    const [step] = stepsOf(form, {});
    if (step === undefined) throw new Error('no step');
    expect(carryNested({ 'n@1': 'under b' }, form, step, values('ab'), [anOption('b').value])).to.deep.equal({ n: 'under b' });
  });
});
