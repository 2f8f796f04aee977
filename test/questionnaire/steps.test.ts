import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { AnswerValue } from '../../src/content/forms/form.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { asksAnything, isRepeatedOneByOne, nestsByAnswer, planOf } from '../../src/questionnaire/form-plan.js';
import { mostRepetitions, stepsOf } from '../../src/questionnaire/steps.js';
import { aForm, anItem, anOption, type AnItem } from '../support/a-form.js';

const x: AnswerValue = { valueString: 'x' };
const said = { values: [x] };
const yes = { values: [{ valueBoolean: true }] };
const no = { values: [{ valueBoolean: false }] };
const options = [anOption('a'), anOption('b'), anOption('c')];
const chose = (...codes: readonly string[]) => ({ values: options.filter(({ code }) => codes.includes(code)).map(({ value }) => value) });
const rules = { variables: [], constraints: [] };

function keys(items: readonly AnItem[], answers: Answers = {}): readonly string[] {
  return stepsOf(aForm(items), answers).map(step => step.key);
}

describe('The layout of a form', () => {
  it('is every item once where nothing repeats, made once whatever the answers', () => {
    const form = aForm([{ linkId: 'g', type: 'group', items: [{ linkId: 'a' }, { linkId: 'd', type: 'display' }] }, { linkId: 'b' }]);
    const steps = stepsOf(form, {});
    expect(steps.map(({ kind, key, index, path, parent }) => [kind, key, index, path, parent?.key])).to.deep.equal([
      ['item', 'g', 0, [], undefined],
      ['item', 'a', 1, [], 'g'],
      ['item', 'd', 2, [], 'g'],
      ['item', 'b', 3, [], undefined],
    ]);
    expect(stepsOf(form, { a: said })).to.equal(steps);
    expect(planOf(form)).to.equal(planOf(form));
    expect(planOf(form).repeats).to.equal(false);
  });

  it('asks after a repetition of a group whether there is another, and has another only after a yes', () => {
    const items: AnItem[] = [{ linkId: 'p', type: 'group', repeats: true, items: [{ linkId: 'n' }] }, { linkId: 'z' }];
    expect(keys(items)).to.deep.equal(['p', 'n', 'p+', 'z']);
    expect(keys(items, { 'p+': no })).to.deep.equal(['p', 'n', 'p+', 'z']);
    expect(keys(items, { 'p+': said })).to.deep.equal(['p', 'n', 'p+', 'z']);
    expect(keys(items, { 'p+': yes })).to.deep.equal(['p', 'n', 'p+', 'p@1', 'n@1', 'p@1+', 'z']);
    expect(keys(items, { 'p@1+': yes })).to.deep.equal(['p', 'n', 'p+', 'z']);
    const last = stepsOf(aForm(items), { 'p+': yes })[5];
    expect([last?.kind, last?.path, last?.parent?.key, last?.askable, last?.index, last?.item.linkId]).to.deep.equal([
      'more',
      [1],
      'p@1',
      true,
      5,
      'p',
    ]);
  });

  it('repeats groups in repeated groups, each by itself', () => {
    const items: AnItem[] = [
      { linkId: 'o', type: 'group', repeats: true, items: [{ linkId: 'i', type: 'group', repeats: true, items: [{ linkId: 'n' }] }] },
    ];
    expect(keys(items, { 'o+': yes, 'i@1.0+': yes })).to.deep.equal([
      'o',
      'i',
      'n',
      'i+',
      'o+',
      'o@1',
      'i@1.0',
      'n@1.0',
      'i@1.0+',
      'i@1.1',
      'n@1.1',
      'i@1.1+',
      'o@1+',
    ]);
    expect(planOf(aForm(items)).items.get('n')?.repetitions).to.deep.equal(['o', 'i']);
    expect(planOf(aForm(items)).items.get('i')?.repetitions).to.deep.equal(['o', 'i']);
    expect(planOf(aForm(items)).items.get('o')?.repetitions).to.deep.equal(['o']);
    expect(planOf(aForm(items)).repeats).to.equal(true);
  });

  it('asks a written repeating question one by one, with what is nested in each answer', () => {
    const items: AnItem[] = [{ linkId: 'q', repeats: true, items: [{ linkId: 'n' }] }];
    expect(keys(items, { q: said })).to.deep.equal(['q', 'n', 'q+']);
    expect(keys(items, { q: said, 'q+': yes })).to.deep.equal(['q', 'n', 'q+', 'q@1', 'n@1', 'q@1+']);
  });

  it('has at least minOccurs repetitions, and asks for another only after those', () => {
    const items = (minOccurs: number): AnItem[] => [{ linkId: 'q', repeats: true, minOccurs }];
    expect(keys(items(3))).to.deep.equal(['q', 'q@1', 'q@2', 'q@2+']);
    expect(keys(items(1))).to.deep.equal(['q', 'q+']);
    expect(keys(items(0))).to.deep.equal(['q', 'q+']);
    expect(keys(items(2), { 'q@1+': yes })).to.deep.equal(['q', 'q@1', 'q@1+', 'q@2', 'q@2+']);
  });

  it('does not ask for more than maxOccurs, but holds what a response brings', () => {
    const askable = (maxOccurs: number, answers: Answers, minOccurs = 1): readonly (readonly [string, boolean])[] =>
      stepsOf(aForm([{ linkId: 'q', repeats: true, maxOccurs, minOccurs }]), answers).map(step => [step.key, step.askable]);
    expect(askable(1, {})).to.deep.equal([
      ['q', true],
      ['q+', false],
    ]);
    expect(askable(2, { 'q+': yes })).to.deep.equal([
      ['q', true],
      ['q+', true],
      ['q@1', true],
      ['q@1+', false],
    ]);
    expect(askable(1, { 'q+': yes }).length).to.equal(4);
    expect(askable(2, {}, 2)).to.deep.equal([
      ['q', true],
      ['q@1', true],
      ['q@1+', false],
    ]);
  });

  it('ends at fifty repetitions, whatever maxOccurs says', () => {
    const answers = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [at === 0 ? 'q+' : `q@${String(at)}+`, yes]));
    for (const maxOccurs of [undefined, 1000]) {
      const steps = stepsOf(aForm([{ linkId: 'q', repeats: true, ...(maxOccurs !== undefined && { maxOccurs }) }]), answers);
      expect(steps.filter(step => step.kind === 'more' && step.askable).length).to.equal(mostRepetitions - 1);
    }
    expect(mostRepetitions).to.equal(50);
  });

  it('nests items below each answer of a choice', () => {
    const items: AnItem[] = [{ linkId: 'c', type: 'choice', repeats: true, options, items: [{ linkId: 'n', items: [{ linkId: 'm' }] }] }];
    expect(keys(items)).to.deep.equal(['c', 'n', 'm']);
    expect(keys(items, { c: chose('a') })).to.deep.equal(['c', 'n', 'm']);
    expect(keys(items, { c: chose('a', 'b', 'c') })).to.deep.equal(['c', 'n', 'm', 'n@1', 'm@1', 'n@2', 'm@2']);
    expect(planOf(aForm(items)).items.get('c')?.repetitions).to.deep.equal([]);
    expect(planOf(aForm(items)).items.get('n')?.repetitions).to.deep.equal(['c']);
    expect(planOf(aForm(items)).repeats).to.equal(true);
    expect(keys([{ linkId: 'c', type: 'choice', options, items: [{ linkId: 'n' }] }], { c: chose('a', 'b') })).to.deep.equal(['c', 'n']);
  });

  it('asks nobody what is hidden, only shown, calculated, or inside such a thing', () => {
    const items: AnItem[] = [
      { linkId: 'h', hidden: true },
      { linkId: 'hg', type: 'group', hidden: true, items: [{ linkId: 'in-h' }] },
      { linkId: 'r', readOnly: true, items: [{ linkId: 'in-r' }] },
      { linkId: 'c', rules: { ...rules, calculated: '1' }, items: [{ linkId: 'in-c' }] },
      { linkId: 'd', type: 'display' },
      { linkId: 'g', type: 'group', items: [{ linkId: 'a' }] },
    ];
    const steps = stepsOf(aForm(items), {});
    expect(steps.filter(step => step.askable).map(step => step.key)).to.deep.equal(['in-c', 'a']);
    expect(steps.filter(step => step.hidden).map(step => step.key)).to.deep.equal(['h', 'hg', 'in-h']);
  });

  it('asks for another only where a person is asked anything in it', () => {
    const more = (item: Omit<AnItem, 'linkId'>): boolean | undefined =>
      stepsOf(aForm([{ linkId: 'p', type: 'group', repeats: true, ...item }]), {}).find(step => step.kind === 'more')?.askable;
    expect(more({ items: [{ linkId: 'n' }] })).to.equal(true);
    expect(more({ items: [] })).to.equal(false);
    expect(more({ items: [{ linkId: 'd', type: 'display' }] })).to.equal(false);
    expect(more({ items: [{ linkId: 'n', readOnly: true }] })).to.equal(false);
    expect(more({ hidden: true, items: [{ linkId: 'n' }] })).to.equal(false);
    expect(more({ items: [{ linkId: 'g', type: 'group', items: [{ linkId: 'd', type: 'display' }, { linkId: 'n' }] }] })).to.equal(true);
    const inHidden: AnItem = { linkId: 'h', type: 'group', hidden: true, items: [{ linkId: 'p', type: 'group', repeats: true }] };
    expect(stepsOf(aForm([{ ...inHidden, items: [{ linkId: 'q', repeats: true }] }]), {}).map(step => step.askable)).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  it('takes the first of two items with one linkId', () => {
    const form = aForm([
      { linkId: 'a', hidden: true },
      { linkId: 'a', type: 'group', repeats: true, items: [{ linkId: 'b' }] },
    ]);
    expect(planOf(form).items.get('a')).to.deep.equal({ place: 0, repetitions: [], hidden: true, askable: false });
    expect(planOf(form).items.get('b')).to.deep.equal({ place: 1, repetitions: ['a'], hidden: false, askable: true });
  });
});

describe('What repeats', () => {
  const oneByOne = (item: Partial<AnItem>): boolean => isRepeatedOneByOne(anItem({ linkId: 'a', repeats: true, ...item }));

  it('is asked one by one where it is a group, or a question that is written', () => {
    expect(oneByOne({ type: 'group' })).to.equal(true);
    expect(oneByOne({ type: 'group', hidden: true })).to.equal(true);
    expect(oneByOne({ type: 'string' })).to.equal(true);
    expect(oneByOne({ type: 'string', repeats: false })).to.equal(false);
    expect(oneByOne({ type: 'group', repeats: false })).to.equal(false);
    expect(oneByOne({ type: 'display' })).to.equal(false);
    expect(oneByOne({ type: 'choice', options })).to.equal(false);
    expect(oneByOne({ rules: { ...rules, options: '1' } })).to.equal(false);
    expect(oneByOne({ rules })).to.equal(true);
    expect(oneByOne({ rules: { ...rules, calculated: '1' } })).to.equal(false);
    expect(oneByOne({ hidden: true })).to.equal(false);
    expect(oneByOne({ readOnly: true })).to.equal(false);
  });

  it('nests by answer where it is a question with several answers in one place', () => {
    const nests = (item: Partial<AnItem>): boolean =>
      nestsByAnswer(anItem({ linkId: 'a', repeats: true, type: 'choice', options, items: [{ linkId: 'n' }], ...item }));
    expect(nests({})).to.equal(true);
    expect(nests({ repeats: false })).to.equal(false);
    expect(nests({ items: [] })).to.equal(false);
    expect(nests({ options: [] })).to.equal(false);
    expect(nests({ options: [], readOnly: true })).to.equal(true);
    expect(nests({ type: 'group' })).to.equal(false);
    expect(nests({ type: 'display' })).to.equal(false);
  });

  it('asks nothing where it is given', () => {
    expect(asksAnything(anItem({ linkId: 'a' }))).to.equal(true);
    expect(asksAnything(anItem({ linkId: 'a', readOnly: true }))).to.equal(false);
    expect(asksAnything(anItem({ linkId: 'a', hidden: true }))).to.equal(false);
    expect(asksAnything(anItem({ linkId: 'a', rules: { ...rules, calculated: '1' } }))).to.equal(false);
    expect(asksAnything(anItem({ linkId: 'a', type: 'group', items: [{ linkId: 'b', type: 'display' }] }))).to.equal(false);
  });
});
