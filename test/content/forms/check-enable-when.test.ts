import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../../src/content/forms/check-questionnaire.js';

type Item = Record<string, unknown>;

function problemsOf(item: readonly Item[]): readonly string[] {
  return checkQuestionnaireFile({ resourceType: 'Questionnaire', status: 'active', item }, 'form.json').problems;
}

const yesNo = [{ valueCoding: { system: 's', code: 'yes' } }, { valueCoding: { system: 's', code: 'no' } }];

const questions: readonly Item[] = [
  { linkId: 'flag', type: 'boolean', text: 'Flag?' },
  { linkId: 'pick', type: 'choice', text: 'Pick', answerOption: yesNo },
  { linkId: 'free', type: 'open-choice', text: 'Pick or write', answerOption: yesNo },
  { linkId: 'count', type: 'integer', text: 'How many?' },
  { linkId: 'plain', type: 'choice', text: 'Plain', answerOption: [{ valueInteger: 1 }, { valueInteger: 2 }] },
  { linkId: 'note', type: 'display', text: 'Note' },
  { linkId: 'clock', type: 'time', text: 'What time?' },
  { linkId: 'moment', type: 'dateTime', text: 'When?' },
  { linkId: 'weight', type: 'quantity', text: 'How heavy?' },
  { linkId: 'doctor', type: 'reference', text: 'Which doctor?' },
  { linkId: 'letter', type: 'attachment', text: 'A letter' },
  { linkId: 'words', type: 'choice', text: 'Words', answerOption: [{ valueString: 'one' }, { valueString: 'two' }] },
  {
    linkId: 'twins',
    type: 'choice',
    text: 'Twins',
    answerOption: [{ valueCoding: { system: 's', code: 'x' } }, { valueCoding: { system: 't', code: 'x' } }],
  },
];

/** Each: a condition on the questions above, and what is said of it (undefined: nothing). */
const conditions: readonly (readonly [Item, string | undefined])[] = [
  [{ question: 'flag', operator: '=', answerBoolean: true }, undefined],
  [{ question: 'flag', operator: 'exists', answerBoolean: false }, undefined],
  [
    { question: 'flag', operator: 'exists', answerString: 'x' },
    "enableWhen with operator 'exists' needs answerBoolean and nothing else (que-7)",
  ],
  [{ question: 'flag', operator: '>', answerBoolean: true }, "enableWhen cannot use '>' on 'flag', whose answers have no order"],
  [{ question: 'flag', operator: '=' }, "enableWhen on 'flag' needs exactly one answer[x]"],
  [
    { question: 'flag', operator: '=', answerTime: '10:00:00' },
    "enableWhen compares 'flag' (type 'boolean') with answerTime; it needs answerBoolean",
  ],
  [{ question: 'clock', operator: '>', answerTime: '10:00:00' }, undefined],
  [{ question: 'clock', operator: '>', answerTime: '10:00' }, "enableWhen on 'clock': '10:00' is not a FHIR time"],
  [{ question: 'moment', operator: '<=', answerDateTime: '2026-01-01T10:00:00Z' }, undefined],
  [{ question: 'moment', operator: '<', answerDate: '2026-01-01' }, undefined],
  [
    { question: 'moment', operator: '<', answerDateTime: '2026-01-01T10:00' },
    "enableWhen on 'moment': '2026-01-01T10:00' is not a FHIR dateTime",
  ],
  [{ question: 'weight', operator: '>', answerQuantity: { value: 80, code: 'kg' } }, undefined],
  [{ question: 'weight', operator: '>', answerQuantity: { unit: 'kg' } }, "enableWhen on 'weight' compares with no number"],
  [
    { question: 'weight', operator: '>', answerDecimal: 80 },
    "enableWhen compares 'weight' (type 'quantity') with answerDecimal; it needs answerQuantity",
  ],
  [{ question: 'doctor', operator: '=', answerReference: { reference: 'Practitioner/1' } }, undefined],
  [
    { question: 'doctor', operator: '>', answerReference: { reference: 'Practitioner/1' } },
    "enableWhen cannot use '>' on 'doctor', whose answers have no order",
  ],
  [{ question: 'letter', operator: 'exists', answerBoolean: true }, undefined],
  [
    { question: 'letter', operator: '=', answerString: 'x' },
    "enableWhen compares 'letter' (type 'attachment') with answerString; it needs operator 'exists'",
  ],
  [{ question: 'words', operator: '=', answerString: 'one' }, undefined],
  [
    { question: 'words', operator: '=', answerCoding: { code: 'one' } },
    "enableWhen compares 'words' (type 'choice') with answerCoding; it needs answerString",
  ],
  [{ question: 'twins', operator: '=', answerCoding: { system: 't', code: 'x' } }, undefined],
  [
    { question: 'twins', operator: '=', answerCoding: { system: 'u', code: 'x' } },
    "enableWhen wants 'x' of system u, but the option of 'twins' is of s, t",
  ],
  [
    { question: 'flag', operator: '=', answerString: 'x' },
    "enableWhen compares 'flag' (type 'boolean') with answerString; it needs answerBoolean",
  ],
  [{ question: 'count', operator: '>=', answerDecimal: 1.5 }, undefined],
  [{ question: 'count', operator: '=', answerInteger: 1, answerDecimal: 1 }, "enableWhen on 'count' needs exactly one answer[x]"],
  [{ question: 'pick', operator: '=', answerCoding: { code: 'yes' } }, undefined],
  [{ question: 'pick', operator: '=', answerCoding: { code: 'maybe' } }, "enableWhen wants 'maybe', which is not an option of 'pick'"],
  [
    { question: 'pick', operator: '=', answerCoding: { system: 't', code: 'yes' } },
    "enableWhen wants 'yes' of system t, but the option of 'pick' is of s",
  ],
  [{ question: 'pick', operator: '<', answerCoding: { code: 'yes' } }, "enableWhen cannot use '<' on 'pick', whose answers have no order"],
  [
    { question: 'pick', operator: '=', answerString: 'yes' },
    "enableWhen compares 'pick' (type 'choice') with answerString; it needs answerCoding",
  ],
  [{ question: 'free', operator: '=', answerString: 'my own' }, undefined],
  [{ question: 'free', operator: '=', answerCoding: { code: 'maybe' } }, undefined],
  [{ question: 'plain', operator: '=', answerInteger: 2 }, undefined],
  [{ question: 'note', operator: '=', answerBoolean: true }, "enableWhen names 'note', a display, which never has an answer"],
  [{ question: 'gone', operator: '=', answerBoolean: true }, "enableWhen names 'gone', which does not exist"],
  [{ question: 'asked', operator: '=', answerBoolean: true }, 'enableWhen points at the item itself'],
];

describe('checking the conditions of a questionnaire', () => {
  for (const [condition, fault] of conditions) {
    it(`judges the condition ${JSON.stringify(condition)}`, () => {
      const asked = { linkId: 'asked', type: 'boolean', text: 'Asked?', enableWhen: [condition] };
      expect(problemsOf([...questions, asked])).to.deep.equal(fault === undefined ? [] : [`form.json: item 'asked': ${fault}`]);
    });
  }

  it('asks for enableBehavior where there are several conditions', () => {
    const twice = { question: 'flag', operator: '=', answerBoolean: true };
    const problems = problemsOf([...questions, { linkId: 'a', type: 'string', text: 'A', enableWhen: [twice, twice] }]);
    expect(problems).to.deep.equal(["form.json: item 'a': has several enableWhen and no enableBehavior (que-12)"]);
  });

  it('tells a condition on a question inside the item itself', () => {
    const inside = { linkId: 'inside', type: 'boolean', text: 'Inside?' };
    const group = { linkId: 'g', type: 'group', item: [inside], enableWhen: [{ question: 'inside', operator: '=', answerBoolean: true }] };
    expect(problemsOf([group])).to.deep.equal(["form.json: item 'g': enableWhen names 'inside', which stands inside this item"]);
  });

  it('tells conditions that go round in a loop, also through a group', () => {
    const first = {
      linkId: 'first',
      type: 'boolean',
      text: 'First?',
      enableWhen: [{ question: 'second', operator: '=', answerBoolean: true }],
    };
    const second = { linkId: 'second', type: 'boolean', text: 'Second?' };
    const group = { linkId: 'g', type: 'group', item: [second], enableWhen: [{ question: 'first', operator: '=', answerBoolean: true }] };
    expect(problemsOf([first, group])).to.deep.equal([
      "form.json: item 'first': enableWhen goes round in a loop: first -> second -> g -> first",
    ]);
  });

  const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire';
  const rule = (name: string, expression: string) => ({
    url: `${sdc}-${name}`,
    valueExpression: { language: 'text/fhirpath', expression },
  });
  const variable = (name: string, expression: string) => ({
    url: 'http://hl7.org/fhir/StructureDefinition/variable',
    valueExpression: { name, language: 'text/fhirpath', expression },
  });

  it('tells expressions that go round in a loop, also through variables', () => {
    const sum = { linkId: 'sum', type: 'integer', text: 'Sum', extension: [rule('calculatedExpression', '%double + 1')] };
    const double = {
      linkId: 'half',
      type: 'integer',
      text: 'Half',
      extension: [rule('calculatedExpression', "%resource.item.where(linkId = 'sum').answer.value / 2")],
    };
    const more = { extension: [variable('double', "%resource.item.where(linkId='half').answer.value * 2")] };
    const checked = checkQuestionnaireFile({ resourceType: 'Questionnaire', status: 'active', item: [sum, double], ...more }, 'form.json');
    expect(checked.problems).to.deep.equal(["form.json: item 'sum': an expression goes round in a loop: sum -> half -> sum"]);
  });

  it('tells a condition and an expression that hang on one another', () => {
    const flag = {
      linkId: 'flag',
      type: 'boolean',
      text: 'Flag?',
      extension: [rule('enableWhenExpression', "%resource.descendants().where(linkId in ('count' | 'other')).answer.exists()")],
    };
    const count = { linkId: 'count', type: 'integer', text: 'C', enableWhen: [{ question: 'flag', operator: '=', answerBoolean: true }] };
    expect(problemsOf([flag, count])).to.deep.equal(["form.json: item 'flag': an expression goes round in a loop: flag -> count -> flag"]);
  });

  it('takes no loop from an expression that reads the questionnaire, or a group around it', () => {
    const score = {
      linkId: 'score',
      type: 'integer',
      text: 'Score',
      extension: [
        variable('own', "%questionnaire.item.where(linkId = 'score').answerOption"),
        rule('calculatedExpression', "%own.count() + %resource.item.where(linkId = 'g').item.answer.value.ordinal().sum()"),
      ],
    };
    const group = { linkId: 'g', type: 'group', item: [{ linkId: 'a', type: 'integer', text: 'A' }, score] };
    expect(problemsOf([group])).to.deep.equal([]);
  });

  it('notes an expression that names a question there is not', () => {
    const item = [
      { linkId: 'a', type: 'integer', text: 'A', extension: [rule('calculatedExpression', "%resource.item.where(linkId = 'b')")] },
    ];
    const { notes, problems } = checkQuestionnaireFile({ resourceType: 'Questionnaire', status: 'active', item }, 'form.json');
    expect([notes, problems]).to.deep.equal([["form.json: item 'a': an expression names 'b', which does not exist"], []]);
  });
});
