// Published FHIR questionnaires through the engine; what is expected was read off the R4 text, not off another engine.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import type { AnswerValue, Form } from '../../src/content/forms/form.js';
import type { Questionnaire } from '../../src/content/forms/questionnaire-schema.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { buildResponse } from '../../src/questionnaire/build-response.js';
import { walk } from '../../src/questionnaire/relevant-items.js';
import { validateResponse } from '../../src/questionnaire/validate-response.js';
import { aState, enabledKeys } from '../support/a-state.js';

const folder = '../shared/data/questionnaires';

function load(name: string): { questionnaire: Questionnaire; form: Form } {
  const { questionnaire, form } = checkQuestionnaireFile(JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')), name);
  if (questionnaire === undefined || form === undefined) throw new Error(`${name} has no form`);
  return { questionnaire, form };
}

function answers(given: Readonly<Record<string, AnswerValue | readonly AnswerValue[]>>): Answers {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, { values: [value].flat() }]));
}

const details = { authored: '2026-01-01', language: 'en', status: 'completed' } as const;
const coding = (code: string, system?: string): AnswerValue => ({ valueCoding: { ...(system !== undefined && { system }), code } });

describe('Published questionnaires', () => {
  before(function () {
    if (existsSync(folder)) return;
    console.log('skipped: no shared data');
    this.skip();
  });

  describe('the SDC enableWhen test form', () => {
    const on = (given: Readonly<Record<string, AnswerValue | readonly AnswerValue[]>>): Pick<ReadonlySet<string>, 'has'> =>
      aState(load('Questionnaire-questionnaire-sdc-test-enableWhen').form, answers(given)).enabled;
    const q1 = '83d5c1a6-5dc3-44d0-9d9e-d687c72e143e';
    const q2 = 'fe0106a5-0e25-43a4-9820-7acb7e74d9d7';
    const adverse = 'http://example.org';

    it('without answers enables only what hangs on nothing or on a !=', () => {
      const enabled = on({});
      for (const linkId of [
        '65578509-21ae-4a48-3f56-aswtysn1238',
        'fab7c5c4-0ac0-4afa-bd6d-c0ce4f5e0bdf',
        '04fabc33-534a-4047-9a13-c13b0b63gh76',
      ]) {
        expect(enabled.has(linkId)).to.equal(true);
      }
      for (const linkId of [
        'e5da17a7-7546-45c5-9bcd-d0b09a74cc14',
        '3ca80fdf-6598-4dd7-b9df-8a2f10895e4e',
        'BOWOPTOTH',
        'date_less_2000-01-01',
      ]) {
        expect(enabled.has(linkId)).to.equal(false);
      }
    });

    it('enables a question, and a group with all inside, by a tick', () => {
      const enabled = on({ [q1]: { valueBoolean: true } });
      for (const linkId of [
        'e5da17a7-7546-45c5-9bcd-d0b09a74cc14',
        '65578509-21ae-4a48-94de-e46b1e87d3fb',
        '65578509-21ae-4a48-94de-e46b1e54kjui',
      ]) {
        expect(enabled.has(linkId)).to.equal(true);
      }
      expect(on({ [q1]: { valueBoolean: false } }).has('65578509-21ae-4a48-94de-e46b1e54kjui')).to.equal(false);
    });

    it('tells an untouched tick box from one that says no', () => {
      expect(on({ [q2]: { valueBoolean: false } }).has('3ca80fdf-6598-4dd7-b9df-8a2f10895e4e')).to.equal(true);
    });

    it('compares days at the border, and leaves a year open', () => {
      const after = 'date_greater_2000-01-01';
      const until = 'date_less_2000-01-01';
      const born = (valueDate: string): boolean[] => {
        const enabled = on({ date_of_birth_question: { valueDate } });
        return [enabled.has(after), enabled.has(until)];
      };
      expect(born('2000-01-02')).to.deep.equal([true, false]);
      expect(born('2000-01-01')).to.deep.equal([false, true]);
      expect(born('1999-12')).to.deep.equal([false, true]);
      expect(born('2000')).to.deep.equal([false, false]);
    });

    it('finds one choice among several, by code and system', () => {
      expect(on({ BC029: [coding('1', adverse), coding('9', adverse)] }).has('BOWOPTOTH')).to.equal(true);
      expect(on({ BC029: [coding('1', adverse)] }).has('BOWOPTOTH')).to.equal(false);
      expect(on({ BC029: coding('9') }).has('BOWOPTOTH')).to.equal(false);
    });

    it('does not take a coding for the text or number a condition wants', () => {
      expect(on({ 's1-radio': coding('2', adverse) }).has('e5da17a7-7546-45c5-9bcd-d0b09a74ty76')).to.equal(false);
      expect(on({ 's4-radio': coding('2', adverse) }).has('945b97b5-6d74-4a55-9be1-1989751233ew')).to.equal(false);
      expect(on({ 's4-radio': coding('3', adverse) }).has('04fabc33-534a-4047-9a13-c13b0b63gh76')).to.equal(true);
    });
  });

  it('nested conditions: everything inside goes with its group', () => {
    const { form } = load('lforms-q-with-nested-enableWhen');
    const on = (given: Readonly<Record<string, AnswerValue>>): readonly string[] => enabledKeys(aState(form, answers(given)));
    expect(on({})).to.deep.equal(['p1']);
    expect(on({ p1: coding('YES') })).to.deep.equal(['p1', 'g1', 'c1', 'd1', 'g2', 'cc1', 'dd1']);
    expect(on({ p1: coding('YES'), c1: coding('A'), cc1: coding('B') })).to.deep.equal(['p1', 'g1', 'c1', 'g2', 'cc1', 'dd1']);
    expect(on({ p1: coding('NO'), c1: coding('B') })).to.deep.equal(['p1']);
  });

  it('a loop of conditions ends, twice the same', () => {
    const { form } = load('lforms-q-enableWhen-with-reference-loop');
    expect(enabledKeys(aState(form, {}))).to.deep.equal(enabledKeys(aState(form, {})));
  });

  it('skip logic with a system of its own', () => {
    const { form } = load('android-behavior_skip_logic');
    expect(aState(form, answers({ '1.0': coding('Y', 'custom') })).enabled.has('1.1')).to.equal(true);
    expect(aState(form, answers({ '1.0': coding('Y') })).enabled.has('1.1')).to.equal(false);
  });

  it('a question under a question is written inside its answer', () => {
    const { questionnaire, form } = load('lforms-question-under-question.R4');
    const given = answers({ q1: { valueString: 'x' }, q2: { valueString: 'y' } });
    const response = buildResponse({ questionnaire, state: aState(form, given), ...details });
    expect(response.item).to.deep.equal([
      {
        linkId: 'q1',
        text: 'Parent Question',
        answer: [{ valueString: 'x', item: [{ linkId: 'q2', text: 'Child Question', answer: [{ valueString: 'y' }] }] }],
      },
    ]);
    expect(validateResponse({ questionnaire, form, response })).to.deep.equal([]);
  });

  it('what is required is missed in an empty answer', () => {
    const { questionnaire, form } = load('Questionnaire-questionnaire-sdc-test-required-radios');
    const response = { resourceType: 'QuestionnaireResponse', status: 'completed' };
    expect(validateResponse({ questionnaire, form, response }).map(({ linkId }) => linkId)).to.deep.equal([
      'textq',
      'radio',
      'radio2',
      'radio3',
    ]);
  });

  it('PHQ-9 and GAD-7, answered to the end, are valid', () => {
    for (const name of ['Questionnaire-PHQ9', 'Questionnaire-GAD7']) {
      const { questionnaire, form } = load(name);
      let given: Answers = {};
      for (;;) {
        const { next } = walk(aState(form, given), ['/70274-6', '/44261-6']);
        if (next === undefined) break;
        const [option] = next.item.options;
        given = { ...given, [next.key]: { values: [option?.value ?? { valueDecimal: 0 }] } };
      }
      const response = buildResponse({ questionnaire, state: aState(form, given), ...details });
      expect(Object.keys(given).length).to.be.greaterThan(6);
      expect(validateResponse({ questionnaire, form, response })).to.deep.equal([]);
    }
  });
});
