import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { before, describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';

const folder = '../shared/data/questionnaires';
const setGone = (name: string) =>
  `answerValueSet 'http://terminology.hl7.org/ValueSet/${name}' is not at hand: contain it in the file, or list answerOption`;
const noStatus = 'status is missing (draft, active, retired or unknown)';
const calculated = 'is calculated by CQL, which Waymark does not run: it is never asked and stays empty';

/** Each: a published file, what stops it, and what is told without stopping it. */
const files: readonly (readonly [name: string, problems: readonly string[], notes?: readonly string[]])[] = [
  ['Questionnaire-GAD7', [], [`item '/70274-6': ${calculated}`]],
  ['Questionnaire-PHQ9', [], [`item '/44261-6': ${calculated}`, "name 'phq9' is not a name that programs can use (que-0)"]],
  ['Questionnaire-SDOHCC-QuestionnaireHungerVitalSign', []],
  [
    'Questionnaire-questionnaire-sdc-test-all-data-types',
    [
      `item 'id-choice': ${setGone('gender-identity')}`,
      `item '440f8cc6-3ea2-40c2-b03a-d03187131fd3': ${setGone('gender-identity')}`,
      `item '06aaa075-86e4-4cf2-a1ef-a86ab10e86e9': ${setGone('v3-Country2')}`,
      `item 'EF8E3936-3246-4B3E-A46C-9FDAA5ACB635': ${setGone('v3-Country2')}`,
    ],
  ],
  [
    'Questionnaire-questionnaire-sdc-test-initialvalue',
    [`item '1acf93a7-0890-44cd-be48-542defb35248': ${setGone('yes-no-unknown-not-applicable')}`],
  ],
  ['Questionnaire-questionnaire-sdc-test-nested-groups', [`item '34b78239-1df2-49c5-a1ab-8f5691c7ede0': ${setGone('service-type')}`]],
  ['Questionnaire-questionnaire-sdc-test-required-radios', [`item 'radio': ${setGone('yes-no-unknown-not-applicable')}`]],
  [
    'UKCore-Questionnaire-FitnessForWork-Example',
    [
      "item 'Q2g': answerValueSet 'https://fhir.hl7.org.uk/ValueSet/UKCore-ConditionCode' is not at hand: contain it in the file, or list answerOption",
    ],
  ],
  ['android-behavior_skip_logic', [noStatus]],
  ['android-component_multi_select_choice', []],
  ['android-component_open_choice', [noStatus]],
  ['android-component_repeated_group', [noStatus]],
  ['android-component_text_fields_with_validation', [noStatus]],
  [
    'lforms-brokenValueSet',
    [
      "the item without linkId that asks 'q1': linkId is missing",
      "item 'item[0]': answerValueSet 'http://example.com/broken' is not at hand: contain it in the file, or list answerOption",
    ],
  ],
  [
    'lforms-q-enableWhen-with-reference-loop',
    [
      "item 'item1': enableWhen goes round in a loop: item1 -> item3 -> item1",
      "item 'item3': enableWhen goes round in a loop: item3 -> item2 -> item3",
    ],
  ],
  ['lforms-q-with-nested-enableWhen', []],
  ['lforms-question-under-question.R4', []],
  ['lforms-questionnaire-enableWhen-missing-linkId', [noStatus, "item 'q3': enableWhen names 'q11', which does not exist"]],
];

function check(name: string) {
  const json: unknown = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
  const { problems, notes, form } = checkQuestionnaireFile(json, 'F');
  const bare = (texts: readonly string[]) => texts.map(text => text.replace(/^F: /u, ''));
  return { problems: bare(problems), notes: bare(notes), form };
}

describe('checking published questionnaires', () => {
  before(function () {
    if (existsSync(folder)) return;
    console.log('skipped: no shared data');
    this.skip();
  });

  for (const [name, problems, notes = []] of files) {
    it(`says of ${name} that it ${problems.length === 0 ? 'can be run' : 'cannot be run, and every reason'}`, () => {
      const checked = check(name);
      expect(checked.problems).to.deep.equal(problems);
      expect(checked.notes).to.deep.equal(notes);
    });
  }

  it('names every condition that compares codings with something else', () => {
    const { problems } = check('Questionnaire-questionnaire-sdc-test-enableWhen');
    expect(problems).to.have.length(11);
    expect(problems.filter(problem => problem.endsWith('it needs answerCoding'))).to.have.length(10);
  });

  it('takes the question of a form made for small screens from the display inside it', () => {
    const { form } = check('android-component_text_fields_with_validation');
    expect(form?.order.map(({ linkId, text, hasHelp, units }) => [linkId, text, hasHelp, units[0]?.label])).to.deep.equal([
      ['1', 'Enter a string', false, undefined],
      ['2', 'Enter an integer', false, undefined],
      ['3', 'Enter a decimal', false, undefined],
      ['4', 'Enter an integer (with unit)', false, 'kilogram'],
      ['5', 'Enter a decimal (with unit)', false, 'kilogram'],
    ]);
  });

  it('never asks what is calculated in a language that is not run', () => {
    const total = check('Questionnaire-PHQ9').form?.byLinkId.get('/44261-6');
    expect(total).to.include({ readOnly: true });
    expect(total).to.not.have.property('rules');
  });
});
