import { expect } from 'chai';
import { describe, it } from 'mocha';
import { buildForm } from '../../../src/content/forms/build-form.js';
import type { FormItem } from '../../../src/content/forms/form.js';
import { type Questionnaire, questionnaireSchema } from '../../../src/content/forms/questionnaire-schema.js';
import { aDisplay } from '../small-content.js';

const core = 'http://hl7.org/fhir/StructureDefinition';
const noSets = new Map();

function questionnaire(item: readonly unknown[], more: Record<string, unknown> = {}): Questionnaire {
  return questionnaireSchema.parse({ resourceType: 'Questionnaire', status: 'active', item, ...more });
}

function build(item: readonly unknown[], part = '', more: Record<string, unknown> = {}) {
  return buildForm(questionnaire(item, more), { part, file: 'screens/food', valueSets: noSets, where: 'food.json' });
}

function only(item: unknown, more: Record<string, unknown> = {}): FormItem {
  const { form, problems } = build([item], '', more);
  expect(problems).to.deep.equal([]);
  const [first] = form.order;
  if (first === undefined) throw new Error('no item was built');
  return first;
}

describe('building a form from a questionnaire', () => {
  it('keeps linkIds as written in a single questionnaire and prefixes them in a journey part', () => {
    const items = [{ linkId: 'g', type: 'group', item: [{ linkId: 'a', type: 'string', text: 'A' }] }];
    expect(build(items).form.order.map(item => item.linkId)).to.deep.equal(['g', 'a']);
    const { form } = build(items, 'part');
    expect(form.order.map(({ linkId, localId, part, parent }) => [linkId, localId, part, parent])).to.deep.equal([
      ['part.g', 'g', 'part', undefined],
      ['part.a', 'a', 'part', 'part.g'],
    ]);
    expect(form.byLinkId.get('part.a')?.file).to.equal('screens/food');
    expect([...form.sources.keys()]).to.deep.equal(['part']);
  });

  it('makes help and reason part of their question, and leaves other displays as statements', () => {
    const item = {
      linkId: 'a',
      type: 'string',
      text: 'A',
      item: [aDisplay('h', 'Help', 'inline'), aDisplay('w', 'Why', 'help'), { linkId: 's', type: 'display', text: 'Statement' }],
    };
    const { hasHelp, hasWhy, items } = only(item);
    expect([hasHelp, hasWhy, items.map(each => each.linkId)]).to.deep.equal([true, true, ['s']]);
  });

  it('reads every extension once', () => {
    const item = only({
      linkId: 'a',
      type: 'decimal',
      text: 'A',
      required: true,
      extension: [
        { url: `${core}/questionnaire-hidden`, valueBoolean: true },
        { url: `${core}/minValue`, valueDecimal: 0.5 },
        { url: `${core}/maxValue`, valueInteger: 10 },
        { url: `${core}/maxDecimalPlaces`, valueInteger: 1 },
        { url: `${core}/entryFormat`, valueString: '2.5' },
        { url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText', valueString: 'Short' },
        { url: 'https://waymark.example/fhir/StructureDefinition/answer-format', valueCode: 'age' },
      ],
      initial: [{ valueDecimal: 1.5 }],
      code: [{ system: 's', code: 'c', display: 'd', userSelected: true }],
    });
    expect(item).to.include({
      hidden: true,
      required: true,
      min: 0.5,
      max: 10,
      maxDecimalPlaces: 1,
      example: '2.5',
      hasShort: true,
      format: 'age',
    });
    expect(item.initial).to.deep.equal([{ valueDecimal: 1.5 }]);
    expect(item.codes).to.deep.equal([{ system: 's', code: 'c', display: 'd' }]);
  });

  it('reads scores from the option or its Coding, by either name, and exclusive options', () => {
    const { options } = only({
      linkId: 'a',
      type: 'choice',
      text: 'A',
      answerOption: [
        { valueCoding: { code: 'x', extension: [{ url: `${core}/ordinalValue`, valueDecimal: 1 }] } },
        { valueCoding: { code: 'y', display: 'Why not' }, extension: [{ url: `${core}/itemWeight`, valueDecimal: 2 }] },
        { valueCoding: { code: 'none' }, extension: [{ url: `${core}/questionnaire-optionExclusive`, valueBoolean: true }] },
      ],
    });
    expect(options.map(({ code, label, score, exclusive }) => [code, label, score, exclusive])).to.deep.equal([
      ['x', 'x', 1, false],
      ['y', 'Why not', 2, false],
      ['none', 'none', undefined, true],
    ]);
    expect(options[1]?.value).to.deep.equal({ valueCoding: { code: 'y', display: 'Why not' } });
  });

  it('reads the code an access need earns', () => {
    const url = 'https://waymark.example/fhir/StructureDefinition/accessible-information-code';
    const extension = [
      { url, valueCoding: { system: 'http://snomed.info/sct', code: '204331000000107', display: 'BSL interpreter needed' } },
    ];
    const { options } = only({ linkId: 'a', type: 'choice', text: 'A', answerOption: [{ valueCoding: { code: 'bsl', extension } }] });
    expect(options[0]?.snomed).to.deep.equal({ code: '204331000000107', display: 'BSL interpreter needed' });
  });

  it('names plain options by their value and starts with the selected ones', () => {
    const { options, initial } = only({
      linkId: 'a',
      type: 'choice',
      text: 'A',
      answerOption: [{ valueInteger: 3 }, { valueString: 'three', initialSelected: true }, { valueDate: '2026-01-01' }],
    });
    expect(options.map(({ code }) => code)).to.deep.equal(['3', 'three', '2026-01-01']);
    expect(initial).to.deep.equal([{ valueString: 'three' }]);
  });

  it('finds a contained value set, expanded or listed', () => {
    const contained = [
      { resourceType: 'ValueSet', id: 'wide', expansion: { contains: [{ system: 's', code: 'x', display: 'X' }] } },
      { resourceType: 'ValueSet', id: 'listed', compose: { include: [{ system: 't', concept: [{ code: 'y' }] }] } },
      { resourceType: 'Patient', id: 'nobody' },
    ];
    const wide = only(
      { linkId: 'a', type: 'choice', text: 'A', answerValueSet: '#wide', initial: [{ valueCoding: { code: 'x' } }] },
      { contained },
    );
    expect(wide.options.map(({ value }) => value)).to.deep.equal([{ valueCoding: { system: 's', code: 'x', display: 'X' } }]);
    expect(wide.initial).to.deep.equal([{ valueCoding: { system: 's', code: 'x', display: 'X' } }]);
    const listed = only({ linkId: 'a', type: 'choice', text: 'A', answerValueSet: '#listed' }, { contained });
    expect(listed.options.map(({ value }) => value)).to.deep.equal([{ valueCoding: { system: 't', code: 'y' } }]);
  });

  it('tells an empty value set and an initial value that cannot be chosen', () => {
    const contained = [
      { resourceType: 'ValueSet', id: 'empty' },
      { resourceType: 'ValueSet', id: 'one', expansion: { contains: [{ code: 'x' }] } },
    ];
    const empty = build([{ linkId: 'a', type: 'choice', text: 'A', answerValueSet: '#empty' }], '', { contained });
    expect(empty.problems).to.deep.equal(["food.json: item 'a': answerValueSet '#empty' lists nothing to choose from"]);
    const wrong = build(
      [{ linkId: 'a', type: 'choice', text: 'A', answerValueSet: '#one', initial: [{ valueCoding: { code: 'z' } }] }],
      '',
      { contained },
    );
    expect(wrong.problems).to.deep.equal(["food.json: item 'a': initial is not one of its options"]);
  });

  it('holds initial values of every type, and the scoring of a group', () => {
    const values = [{ valueBoolean: true }, { valueInteger: 0 }, { valueDate: '2026-01-01' }, { valueString: 'x' }];
    const types = ['boolean', 'integer', 'date', 'string'];
    const item = types.map((type, place) => ({ linkId: type, type, text: type, initial: [values[place]] }));
    const score = [{ url: 'https://waymark.example/fhir/StructureDefinition/score', valueCode: 'sum' }];
    const group = only({ linkId: 'g', type: 'group', item, extension: score });
    expect(group.score).to.equal('sum');
    expect(group.items.flatMap(each => each.initial)).to.deep.equal(values);
  });
});
