import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { Form, Rules } from '../../src/content/forms/form.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { deriveFormState } from '../../src/questionnaire/form-state.js';
import { walk } from '../../src/questionnaire/relevant-items.js';
import { aForm, anOption, type AnItem } from '../support/a-form.js';
import { aState, enabledKeys } from '../support/a-state.js';

const ruled = (rules: Partial<Rules>): Pick<AnItem, 'rules'> => ({ rules: { variables: [], constraints: [], ...rules } });
const answerOf = (linkId: string): string => `%resource.descendants().where(linkId='${linkId}').answer.value`;
const ifTrue = (question: string) => ({ enableWhen: [{ question, operator: '=', answerBoolean: true }] }) as const;
const number = (valueInteger: number) => ({ values: [{ valueInteger }] });
const yes = { values: [{ valueBoolean: true }] };
const no = { values: [{ valueBoolean: false }] };

const enabled = (items: readonly AnItem[], answers: Answers = {}): readonly string[] => enabledKeys(aState(items, answers));

describe('Initial values', () => {
  it('are the answers of questions nobody is asked', () => {
    const a = anOption('a');
    const items: AnItem[] = [
      { linkId: 'hidden', type: 'choice', options: [a], hidden: true, initial: [a.value] },
      { linkId: 'read-only', readOnly: true, initial: [{ valueString: 'x' }, { valueString: 'y' }] },
      { linkId: 'g', type: 'group', hidden: true, items: [{ linkId: 'inside', type: 'boolean', initial: [{ valueBoolean: false }] }] },
      { linkId: 'asked', initial: [{ valueString: 'a suggestion' }] },
      { linkId: 'empty', hidden: true },
      { linkId: 'told', type: 'display', hidden: true, initial: [{ valueString: 'x' }] },
    ];
    expect(aState(items).answers).to.deep.equal({
      hidden: { values: [a.value] },
      'read-only': { values: [{ valueString: 'x' }, { valueString: 'y' }] },
      inside: { values: [{ valueBoolean: false }] },
    });
  });

  it('make a decimal of a whole number where the question is decimal', () => {
    const items: AnItem[] = [
      { linkId: 'd', type: 'decimal', hidden: true, initial: [{ valueInteger: 3 }] },
      { linkId: 'e', type: 'decimal', hidden: true, initial: [{ valueDecimal: 3.5 }] },
      { linkId: 'i', type: 'integer', hidden: true, initial: [{ valueInteger: 3 }] },
    ];
    expect(aState(items).answers).to.deep.equal({
      d: { values: [{ valueDecimal: 3 }] },
      e: { values: [{ valueDecimal: 3.5 }] },
      i: { values: [{ valueInteger: 3 }] },
    });
  });

  it('stand beneath what was given, in every repetition, and open what hangs on them', () => {
    const items: AnItem[] = [
      {
        linkId: 'p',
        type: 'group',
        repeats: true,
        items: [
          { linkId: 'h', type: 'boolean', hidden: true, initial: [{ valueBoolean: true }] },
          { linkId: 'd', ...ifTrue('h') },
          { linkId: 'n' },
        ],
      },
    ];
    const state = aState(items, { 'p+': yes, 'h@1': no });
    expect(state.answers).to.deep.equal({ h: yes, 'h@1': no, 'p+': yes });
    expect(enabledKeys(state)).to.deep.equal(['p', 'h', 'd', 'n', 'p+', 'p@1', 'h@1', 'n@1', 'p@1+']);
  });

  it('do not count of a disabled question', () => {
    const items: AnItem[] = [
      { linkId: 'a', type: 'boolean' },
      { linkId: 'h', type: 'boolean', hidden: true, initial: [{ valueBoolean: true }], ...ifTrue('a') },
      { linkId: 'd', ...ifTrue('h') },
    ];
    expect(enabled(items)).to.deep.equal(['a']);
    expect(enabled(items, { a: yes })).to.deep.equal(['a', 'h', 'd']);
  });
});

describe('Rules in a form', () => {
  it('without any, are not there', () => {
    const state = aState([{ linkId: 'a' }]);
    expect([
      state.rules.enabled.size,
      state.rules.calculated.size,
      state.rules.initial.size,
      state.rules.broken,
      state.rules.faults,
    ]).to.deep.equal([0, 0, 0, [], []]);
  });

  it('an enableWhenExpression opens and closes, together with conditions', () => {
    const expression = ruled({ enableWhen: `${answerOf('n')} > 3` });
    const items: AnItem[] = [
      { linkId: 'n', type: 'integer' },
      { linkId: 'a', ...expression },
      { linkId: 'g', type: 'group', ...expression, items: [{ linkId: 'in-g' }] },
      { linkId: 'b', ...expression, enableWhen: [{ question: 'n', operator: '<', answerInteger: 6 }] },
    ];
    expect(enabled(items)).to.deep.equal(['n']);
    expect(enabled(items, { n: number(3) })).to.deep.equal(['n']);
    expect(enabled(items, { n: number(4) })).to.deep.equal(['n', 'a', 'g', 'in-g', 'b']);
    expect(enabled(items, { n: number(6) })).to.deep.equal(['n', 'a', 'g', 'in-g']);
  });

  it('an enableWhenExpression does not see answers of what is disabled', () => {
    const items: AnItem[] = [
      { linkId: 'a', type: 'boolean' },
      { linkId: 'b', type: 'boolean', ...ifTrue('a') },
      { linkId: 'c', ...ruled({ enableWhen: `${answerOf('b')}.exists()` }) },
    ];
    expect(enabled(items, { a: yes, b: yes })).to.deep.equal(['a', 'b', 'c']);
    expect(enabled(items, { a: no, b: yes })).to.deep.equal(['a']);
  });

  it('a calculated value is an answer, above what was given, and opens what hangs on it', () => {
    const items: AnItem[] = [
      { linkId: 'n', type: 'integer' },
      { linkId: 'm', type: 'integer' },
      { linkId: 'sum', type: 'integer', readOnly: true, ...ruled({ calculated: `${answerOf('n')} + ${answerOf('m')}` }) },
      { linkId: 'high', enableWhen: [{ question: 'sum', operator: '>=', answerInteger: 10 }] },
    ];
    const state = aState(items, { n: number(4), m: number(6), sum: number(99) });
    expect(state.answers['sum']).to.deep.equal(number(10));
    expect(state.rules.calculated.get('sum')).to.deep.equal([{ valueInteger: 10 }]);
    expect(state.enabled.has('high')).to.equal(true);
    expect(enabled(items, { n: number(4), m: number(5) })).to.deep.equal(['n', 'm', 'sum']);
    expect(aState(items, { n: number(4) }).answers).to.deep.equal({ n: number(4) });
  });

  it('a chain of calculations is followed to its end', () => {
    const links = Array.from({ length: 12 }, (_, at): AnItem => {
      const before = at === 0 ? answerOf('n') : answerOf(`c${String(at - 1)}`);
      return { linkId: `c${String(at)}`, type: 'integer', readOnly: true, ...ruled({ calculated: `${before} + 1` }) };
    });
    const items = [...links.reverse(), { linkId: 'n', type: 'integer' } as const];
    expect(aState(items, { n: number(0) }).answers['c11']).to.deep.equal(number(12));
  });

  it('a calculation that feeds itself ends', () => {
    const items: AnItem[] = [
      { linkId: 'c', type: 'integer', readOnly: true, ...ruled({ calculated: `iif(${answerOf('c')}.exists(), ${answerOf('c')} + 1, 1)` }) },
    ];
    expect(aState(items).answers['c']).to.deep.equal(number(23));
  });

  it('an initialExpression is the answer of a hidden question, and only a suggestion for one that is asked', () => {
    const items: AnItem[] = [
      { linkId: 'n', type: 'integer' },
      { linkId: 'h', type: 'integer', hidden: true, ...ruled({ initial: `${answerOf('n')} * 2` }) },
      { linkId: 'a', type: 'integer', ...ruled({ initial: `${answerOf('n')} * 2` }) },
    ];
    const state = aState(items, { n: number(3) });
    expect(state.answers).to.deep.equal({ n: number(3), h: number(6) });
    expect(state.rules.initial.get('a')).to.deep.equal([{ valueInteger: 6 }]);
    expect(walk(state, []).next?.key).to.equal('a');
    expect(aState(items, { n: number(3), h: number(1) }).answers['h']).to.deep.equal(number(1));
  });

  it('an initialExpression stands above an initial value', () => {
    const items: AnItem[] = [{ linkId: 'h', type: 'integer', hidden: true, initial: [{ valueInteger: 1 }], ...ruled({ initial: '2' }) }];
    expect(aState(items).answers).to.deep.equal({ h: number(2) });
  });

  it('an answerExpression says what may be chosen', () => {
    const items: AnItem[] = [
      { linkId: 'who', repeats: true },
      { linkId: 'first', type: 'choice', ...ruled({ options: answerOf('who') }) },
    ];
    const state = aState(items, { who: { values: [{ valueString: 'Ada' }] }, 'who+': yes, 'who@1': { values: [{ valueString: 'Bo' }] } });
    expect(state.rules.options.get('first')?.map(option => option.value)).to.deep.equal([{ valueString: 'Ada' }, { valueString: 'Bo' }]);
  });

  it('a constraint names the place where it is broken', () => {
    const constraint = { key: 'k', severity: 'error', human: 'Too few', expression: `${answerOf('n')} > 3` } as const;
    const items: AnItem[] = [{ linkId: 'n', type: 'integer', ...ruled({ constraints: [constraint] }) }];
    expect(aState(items, { n: number(3) }).rules.broken).to.deep.equal([{ key: 'n', constraint }]);
    expect(aState(items, { n: number(4) }).rules.broken).to.deep.equal([]);
    const form: Form = { ...aForm([{ linkId: 'n', type: 'integer' }]), rules: { variables: [], constraints: [constraint] } };
    expect(aState(form, { n: number(3) }).rules.broken).to.deep.equal([{ key: '', constraint }]);
  });

  it('say the same from an earlier state as from nothing', () => {
    const form = aForm([
      { linkId: 'n', type: 'integer' },
      { linkId: 'twice', type: 'integer', readOnly: true, ...ruled({ calculated: `${answerOf('n')} * 2` }) },
      { linkId: 'a', ...ruled({ enableWhen: `${answerOf('twice')} > 5` }) },
      { linkId: 'h', type: 'integer', hidden: true, ...ruled({ initial: answerOf('twice') }) },
    ]);
    let before = aState(form);
    for (const n of [1, 5, 2, 5, 5]) {
      const after = aState(form, { n: number(n) }, before);
      const straight = aState(form, { n: number(n) });
      expect(after.answers).to.deep.equal(straight.answers);
      expect(enabledKeys(after)).to.deep.equal(enabledKeys(straight));
      before = after;
    }
    expect(aState(form, {}, before).answers).to.deep.equal({});
  });

  it('know the time they are told', () => {
    const form = aForm([{ linkId: 'd', type: 'date', readOnly: true, ...ruled({ calculated: 'today()' }) }]);
    const state = deriveFormState(form, { answers: {}, toAnswer: values => ({ values }), at: '2020-02-03T04:05:06Z' });
    expect(state.answers).to.deep.equal({ d: { values: [{ valueDate: '2020-02-03' }] } });
  });
});

describe('A form worked out', () => {
  it('keeps what stands beside the values of an answer', () => {
    const form = aForm([{ linkId: 'h', hidden: true, initial: [{ valueString: 'x' }] }, { linkId: 'a' }]);
    const state = deriveFormState(form, {
      answers: { a: { values: [], lang: 'pl', at: 'then' } },
      toAnswer: values => ({ values, lang: 'en', at: 'now' }),
    });
    expect(state.answers).to.deep.equal({
      h: { values: [{ valueString: 'x' }], lang: 'en', at: 'now' },
      a: { values: [], lang: 'pl', at: 'then' },
    });
    expect(state.form).to.equal(form);
  });

  it('finds the steps of a form without repetitions once', () => {
    const form = aForm([{ linkId: 'a' }]);
    const [first, second] = [aState(form), aState(form, { a: yes })];
    expect(second.steps).to.equal(first.steps);
    expect(second.byLinkId).to.equal(first.byLinkId);
    expect([...first.byLinkId.keys()]).to.deep.equal(['a']);
  });
});
