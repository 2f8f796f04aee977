import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../../src/content/forms/check-questionnaire.js';

type Item = Record<string, unknown>;

function problemsOf(item: readonly unknown[], more: Item = {}): readonly string[] {
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
    "item 'a': lists an answerOption that is no answer of type 'string'",
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
    'an option without a value',
    [{ linkId: 'a', type: 'choice', text: 'A', answerOption: [{ valueString: 'x' }, { valueDecimal: 1.5 }] }],
    "item 'a': an answerOption has no value[x] of R4",
  ],
  [
    'two options selected where one may be chosen',
    [
      {
        linkId: 'a',
        type: 'choice',
        text: 'A',
        answerOption: [
          { valueString: 'x', initialSelected: true },
          { valueString: 'y', initialSelected: true },
        ],
      },
    ],
    "item 'a': has several options selected from the start and does not repeat (que-13)",
  ],
  [
    'a day that there is not',
    [{ linkId: 'a', type: 'date', text: 'A', initial: [{ valueDate: '2026-02-30' }] }],
    "item 'a': initial '2026-02-30' is not a FHIR date",
  ],
  [
    'an option that is no time',
    [{ linkId: 'a', type: 'time', text: 'A', answerOption: [{ valueTime: '25:00:00' }] }],
    "item 'a': answerOption '25:00:00' is not a FHIR time",
  ],
  [
    'a required question that nobody is asked and nothing fills',
    [{ linkId: 'a', type: 'string', text: 'A', required: true, readOnly: true }],
    "item 'a': is required, but nobody is asked it and nothing fills it",
  ],
  [
    'a modifier extension',
    [{ linkId: 'a', type: 'string', text: 'A', modifierExtension: [{ url: 'https://example.org/not' }] }],
    "item 'a': has a modifierExtension this release does not know, so it may mean something else",
  ],
  [
    'a type of FHIR R5',
    [{ linkId: 'a', type: 'coding', text: 'A' }],
    "item 'a': type 'coding' is not a FHIR R4 item type (R4: choice or open-choice)",
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

describe('checking a questionnaire that stands alone', () => {
  for (const [what, items, problem] of faults) {
    it(`names ${what} by linkId`, () => {
      expect(problemsOf(items)).to.deep.equal([`form.json: ${problem}`]);
    });
  }

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
      "form.json: the item without linkId that asks 'Nameless': linkId is missing",
      "form.json: item 'a': text: Invalid input: expected string, received number",
    ]);
    for (const junk of [undefined, null, 1, 'x', [], {}, { resourceType: 'Patient' }, { resourceType: 'Questionnaire', item: 'x' }]) {
      expect(checkQuestionnaireFile(junk, 'form.json').problems).to.not.deep.equal([]);
    }
  });

  it('goes on past what cannot be read, so that everything is told at once', () => {
    const items = [
      { linkId: 'odd', type: 'poem', text: 'Odd?' },
      { linkId: 'then', type: 'string', text: 'Then?', enableWhen: [{ question: 'odd', operator: '=', answerInteger: 1 }] },
      { linkId: 'lost', type: 'string', text: 'Lost?', enableWhen: [{ question: 'gone', operator: '=', answerString: 'x' }] },
      { linkId: 'x'.repeat(256), type: 'string', text: 'Long?' },
      { type: 'choice', text: 'Which?', answerValueSet: 'https://example.org/set' },
      { linkId: 'g', type: 'group', item: 'nothing' },
      'junk',
    ];
    expect(problemsOf(items, { status: 'done', url: 7 })).to.deep.equal([
      "form.json: item 'odd': type 'poem' is not a FHIR R4 item type",
      `form.json: item '${'x'.repeat(255)}': linkId is longer than 255 characters`,
      "form.json: the item without linkId that asks 'Which?': linkId is missing",
      "form.json: item 'g': item is not a list",
      'form.json: item[6] is not a JSON object',
      "form.json: status 'done' is not one of draft, active, retired, unknown",
      'form.json: url: Invalid input: expected string, received number',
      "form.json: item 'g': is a group without items (que-1)",
      "form.json: item 'item[4]': answerValueSet 'https://example.org/set' is not at hand: contain it in the file, or list answerOption",
      "form.json: item 'lost': enableWhen names 'gone', which does not exist",
    ]);
    expect(problemsOf([{ linkId: 'a', text: 'A' }])).to.deep.equal(["form.json: item 'a': type is missing"]);
    expect(problemsOf([])).to.deep.equal(['form.json: has no items to ask']);
  });

  it('refuses a modifier extension on the whole form', () => {
    const problems = problemsOf([{ linkId: 'a', type: 'string', text: 'A' }], { modifierExtension: [{ url: 'https://example.org/not' }] });
    expect(problems).to.deep.equal(['form.json: has a modifierExtension this release does not know, so it may mean something else']);
  });
});
