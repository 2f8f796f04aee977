import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../src/content/check-questionnaire.js';

type Item = Record<string, unknown>;

function problemsOf(item: readonly Item[], more: Item = {}): readonly string[] {
  return checkQuestionnaireFile({ resourceType: 'Questionnaire', status: 'active', item, ...more }, 'form.json').problems;
}

const yesNo = [{ valueCoding: { system: 's', code: 'yes' } }, { valueCoding: { system: 's', code: 'no' } }];

/** Each: what is wrong, the items, and the one problem expected. */
const faults: readonly (readonly [string, readonly Item[], string])[] = [
  ['a question without text', [{ linkId: 'a', type: 'string' }], "item 'a': has no text to ask"],
  ['a display without text', [{ linkId: 'a', type: 'display', text: ' ' }], "item 'a': is a display without text"],
  ['an empty group', [{ linkId: 'a', type: 'group' }], "item 'a': is a group without items (que-1)"],
  [
    'a display with items inside',
    [{ linkId: 'a', type: 'display', text: 'A', item: [{ linkId: 'b', type: 'display', text: 'B' }] }],
    "item 'a': is a display with items inside (que-1)",
  ],
  [
    'a linkId used twice',
    [
      { linkId: 'a', type: 'string', text: 'A' },
      { linkId: 'a', type: 'string', text: 'B' },
    ],
    "item 'a': linkId stands more than once (que-2)",
  ],
  [
    'a display with a code',
    [{ linkId: 'a', type: 'display', text: 'A', code: [{ code: 'x' }] }],
    "item 'a': is a display with a code (que-3)",
  ],
  [
    'options given twice over',
    [{ linkId: 'a', type: 'choice', text: 'A', answerOption: yesNo, answerValueSet: '#x' }],
    "item 'a': has both answerOption and answerValueSet (que-4)",
  ],
  [
    'options on a written answer',
    [{ linkId: 'a', type: 'string', text: 'A', answerOption: yesNo }],
    "item 'a': lists answers for type 'string', which this release asks only of choice and open-choice",
  ],
  [
    'options on a yes or no',
    [{ linkId: 'a', type: 'boolean', text: 'A', answerOption: yesNo }],
    "item 'a': is of type 'boolean', which cannot have answers to choose from (que-5)",
  ],
  [
    'a required display',
    [{ linkId: 'a', type: 'display', text: 'A', required: true }],
    "item 'a': is a display that says required (que-6)",
  ],
  ['a repeating display', [{ linkId: 'a', type: 'display', text: 'A', repeats: true }], "item 'a': is a display that says repeats (que-6)"],
  [
    'a read-only display',
    [{ linkId: 'a', type: 'display', text: 'A', readOnly: true }],
    "item 'a': is a display that says readOnly (que-9)",
  ],
  [
    'a group with initial',
    [{ linkId: 'g', type: 'group', initial: [{ valueString: 'x' }], item: [{ linkId: 'a', type: 'string', text: 'A' }] }],
    "item 'g': is a group with initial (que-8)",
  ],
  [
    'maxLength on a date',
    [{ linkId: 'a', type: 'date', text: 'A', maxLength: 3 }],
    "item 'a': has maxLength, which type 'date' cannot have (que-10)",
  ],
  [
    'options and initial together',
    [{ linkId: 'a', type: 'choice', text: 'A', answerOption: yesNo, initial: [{ valueCoding: { code: 'yes' } }] }],
    "item 'a': has answerOption and initial: use initialSelected (que-11)",
  ],
  [
    'two initial values for one answer',
    [{ linkId: 'a', type: 'integer', text: 'A', initial: [{ valueInteger: 1 }, { valueInteger: 2 }] }],
    "item 'a': has several initial values and does not repeat (que-13)",
  ],
  [
    'an initial value of another type',
    [{ linkId: 'a', type: 'integer', text: 'A', initial: [{ valueString: '1' }] }],
    "item 'a': initial is not a value of type 'integer'",
  ],
  [
    'a choice of nothing',
    [{ linkId: 'a', type: 'choice', text: 'A' }],
    "item 'a': is a choice without options: it needs answerOption or answerValueSet",
  ],
  [
    'a value set that is not there',
    [{ linkId: 'a', type: 'choice', text: 'A', answerValueSet: '#gone' }],
    "item 'a': answerValueSet '#gone' is not at hand: contain it in the file, or list answerOption",
  ],
  [
    'an option listed twice',
    [{ linkId: 'a', type: 'choice', text: 'A', answerOption: [{ valueString: 'x' }, { valueString: 'x' }] }],
    "item 'a': answerOption 'x' is listed twice",
  ],
  [
    'an option of a type not held',
    [{ linkId: 'a', type: 'choice', text: 'A', answerOption: [{ valueString: 'x' }, { valueTime: '10:00:00' }] }],
    "item 'a': an answerOption has no value this release can hold (valueCoding, valueString, valueInteger, valueDate)",
  ],
  [
    'a repeating group',
    [{ linkId: 'g', type: 'group', repeats: true, item: [{ linkId: 'a', type: 'string', text: 'A' }] }],
    "item 'g': is a group that repeats, which this release cannot ask",
  ],
  [
    'a modifier extension',
    [{ linkId: 'a', type: 'string', text: 'A', modifierExtension: [{ url: 'https://example.org/not' }] }],
    "item 'a': has a modifierExtension this release does not know, so it may mean something else",
  ],
  [
    'a type of a later release',
    [{ linkId: 'a', type: 'dateTime', text: 'A' }],
    "item 'a': type 'dateTime' cannot be asked in this release: it holds group, display, boolean, decimal, integer, date, string, text, choice, open-choice",
  ],
  ['a type FHIR does not know', [{ linkId: 'a', type: 'poem', text: 'A' }], "item 'a': type 'poem' is not a FHIR R4 item type"],
  [
    'a smallest value above the largest',
    [
      {
        linkId: 'a',
        type: 'integer',
        text: 'A',
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 5 },
          { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 2 },
        ],
      },
    ],
    "item 'a': minValue 5 is above maxValue 2",
  ],
  [
    'a smallest value of another type',
    [{ linkId: 'a', type: 'date', text: 'A', extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 5 }] }],
    "item 'a': minValue 5 does not suit type 'date'",
  ],
  [
    'a shortest text longer than the longest',
    [
      {
        linkId: 'a',
        type: 'string',
        text: 'A',
        maxLength: 2,
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/minLength', valueInteger: 3 }],
      },
    ],
    "item 'a': minLength 3 is above maxLength 2",
  ],
  [
    'an unknown format',
    [
      {
        linkId: 'a',
        type: 'string',
        text: 'A',
        extension: [{ url: 'https://waymark.example/fhir/StructureDefinition/answer-format', valueCode: 'fax' }],
      },
    ],
    "item 'a': answer-format 'fax' is not one of name, date-of-birth, age, phone, email, postcode, nhs-number",
  ],
  [
    'a score on a question',
    [
      {
        linkId: 'a',
        type: 'string',
        text: 'A',
        extension: [{ url: 'https://waymark.example/fhir/StructureDefinition/score', valueCode: 'sum' }],
      },
    ],
    "item 'a': score is only for groups",
  ],
  [
    'a score of an unknown kind',
    [
      {
        linkId: 'g',
        type: 'group',
        item: [{ linkId: 'a', type: 'string', text: 'A' }],
        extension: [{ url: 'https://waymark.example/fhir/StructureDefinition/score', valueCode: 'mean' }],
      },
    ],
    "item 'g': score 'mean' is neither 'sum' nor 'any'",
  ],
];

const questions: readonly Item[] = [
  { linkId: 'flag', type: 'boolean', text: 'Flag?' },
  { linkId: 'pick', type: 'choice', text: 'Pick', answerOption: yesNo },
  { linkId: 'free', type: 'open-choice', text: 'Pick or write', answerOption: yesNo },
  { linkId: 'count', type: 'integer', text: 'How many?' },
  { linkId: 'plain', type: 'choice', text: 'Plain', answerOption: [{ valueInteger: 1 }, { valueInteger: 2 }] },
  { linkId: 'note', type: 'display', text: 'Note' },
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
  [{ question: 'flag', operator: '=', answerTime: '10:00:00' }, 'enableWhen compares with answerTime, which this release cannot hold'],
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

describe('checking a questionnaire that stands alone', () => {
  for (const [what, items, problem] of faults) {
    it(`names ${what} by linkId`, () => {
      expect(problemsOf(items)).to.deep.equal([`form.json: ${problem}`]);
    });
  }

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

  it('refuses a condition on help, which goes with its question', () => {
    const help = {
      linkId: 'a.help',
      type: 'display',
      text: 'Help',
      enableWhen: [{ question: 'flag', operator: '=', answerBoolean: true }],
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
          valueCodeableConcept: { coding: [{ code: 'inline' }] },
        },
      ],
    };
    const problems = problemsOf([...questions, { linkId: 'a', type: 'string', text: 'A', item: [help] }]);
    expect(problems).to.deep.equal(["form.json: item 'a.help': is help for its question and cannot have its own enableWhen"]);
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

  it('tells faults of shape by the item they are in, and never throws', () => {
    const broken = [
      {
        linkId: 'g',
        type: 'group',
        item: [
          { linkId: 'a', type: 'string', text: 7 },
          { type: 'string', text: 'Nameless' },
        ],
      },
    ];
    expect(problemsOf(broken)).to.deep.equal([
      "form.json: item 'a': text: Invalid input: expected string, received number",
      "form.json: the item without linkId that asks 'Nameless': linkId: Invalid input: expected string, received undefined",
    ]);
    for (const junk of [undefined, null, 1, 'x', [], {}, { resourceType: 'Patient' }, { resourceType: 'Questionnaire', item: 'x' }]) {
      expect(checkQuestionnaireFile(junk, 'form.json').problems).to.not.deep.equal([]);
    }
  });

  it('goes on past a missing status and an unheld type, so that everything is told at once', () => {
    const items = [
      { linkId: 'when', type: 'time', text: 'When?' },
      { linkId: 'then', type: 'string', text: 'Then?', enableWhen: [{ question: 'when', operator: '=', answerTime: '10:00:00' }] },
      { linkId: 'lost', type: 'string', text: 'Lost?', enableWhen: [{ question: 'gone', operator: '=', answerString: 'x' }] },
    ];
    expect(problemsOf(items, { status: undefined }).map(problem => problem.slice(0, 40))).to.deep.equal([
      "form.json: item 'when': type 'time' cann",
      'form.json: status is missing (draft, act',
      "form.json: item 'lost': enableWhen names",
    ]);
  });

  it('refuses a modifier extension on the whole form', () => {
    const problems = problemsOf([{ linkId: 'a', type: 'string', text: 'A' }], { modifierExtension: [{ url: 'https://example.org/not' }] });
    expect(problems).to.deep.equal(['form.json: has a modifierExtension this release does not know']);
  });

  it('judges published questionnaires: sound ones pass, each unsound one is told by the item at fault', function () {
    const folder = '../shared/data/questionnaires';
    if (!existsSync(folder)) {
      console.log('skipped: no shared data');
      this.skip();
    }
    const check = (name: string) => checkQuestionnaireFile(JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')), name).problems;
    for (const sound of [
      'Questionnaire-PHQ9',
      'Questionnaire-SDOHCC-QuestionnaireHungerVitalSign',
      'android-component_multi_select_choice',
      'lforms-q-with-nested-enableWhen',
      'lforms-question-under-question.R4',
    ]) {
      expect(check(sound), sound).to.deep.equal([]);
    }
    expect(check('lforms-q-enableWhen-with-reference-loop')[0]).to.contain("item 'item1': enableWhen goes round in a loop");
    expect(check('lforms-questionnaire-enableWhen-missing-linkId')).to.include(
      "lforms-questionnaire-enableWhen-missing-linkId: item 'q3': enableWhen names 'q11', which does not exist",
    );
    expect(check('lforms-brokenValueSet')).to.not.deep.equal([]);
    expect(check('android-component_repeated_group')).to.include(
      "android-component_repeated_group: item '1': is a group that repeats, which this release cannot ask",
    );
    const types = check('Questionnaire-questionnaire-sdc-test-all-data-types').join('\n');
    for (const linkId of ['id-datetime', 'id-time', 'id-attachment']) expect(types).to.contain(`item '${linkId}': type '`);
  });
});
