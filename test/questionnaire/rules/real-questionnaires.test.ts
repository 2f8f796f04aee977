// The rules of published questionnaires, as their authors wrote them.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Form, FormOption, Rules } from '../../../src/content/forms/form.js';
import {
  questionnaireSchema,
  type Coding,
  type Questionnaire,
  type QuestionnaireItem,
} from '../../../src/content/forms/questionnaire-schema.js';
import { checkRules } from '../../../src/questionnaire/rules/check-rules.js';
import type { AnItem } from '../../support/a-form.js';
import { aRuleForm, evaluated, given } from './a-rule-form.js';

interface Extension {
  readonly url: string;
  readonly valueExpression?: { readonly name?: string; readonly expression: string };
}

/** Variables and calculatedExpression, read straight from the file. */
function rulesIn(extensions: readonly Extension[] | undefined): { readonly rules?: Rules } {
  const ofKind = (end: string) =>
    (extensions ?? []).filter(({ url }) => url.endsWith(end)).flatMap(({ valueExpression }) => valueExpression ?? []);
  const variables = ofKind('/variable').map(({ name = '', expression }) => ({ name, expression }));
  const [calculated] = ofKind('-calculatedExpression');
  if (variables.length === 0 && calculated === undefined) return {};
  return { rules: { variables, constraints: [], ...(calculated && { calculated: calculated.expression }) } };
}

function optionOf({ system = '', code, display = code }: Coding): FormOption {
  return { code, value: { valueCoding: { system, code, display } }, label: display, exclusive: false };
}

function itemOf({ linkId, type, answerOption = [], extension, item = [] }: QuestionnaireItem): AnItem {
  const options = answerOption.flatMap(({ valueCoding }) => (valueCoding ? [optionOf(valueCoding)] : []));
  return { linkId, type, options, ...rulesIn(extension), items: item.map(itemOf) };
}

function formOf(questionnaire: Questionnaire): Form {
  return aRuleForm(questionnaire.item.map(itemOf), {
    ...rulesIn(questionnaire.extension),
    sources: new Map([['', questionnaire]]),
    foreign: true,
  });
}

const name = 'Questionnaire-SDOHCC-QuestionnaireHungerVitalSign.json';
const files = ['../../../../shared/data/questionnaires/', '../../../../../shared/data/questionnaires/'];
const found = files.map(folder => fileURLToPath(new URL(folder + name, import.meta.url))).find(existsSync);

describe('the Hunger Vital Sign as published', () => {
  const loinc = (code: string) => ({ valueCoding: { system: 'http://loinc.org', code } });

  it('works out the risk of food insecurity from either question, and nothing from none', function () {
    if (found === undefined) {
      process.stdout.write('skipped: no shared data\n');
      this.skip();
    }
    const form = formOf(questionnaireSchema.parse(JSON.parse(readFileSync(found, 'utf8'))));
    expect(checkRules(form)).to.deep.equal([]);
    const risk = (answers: Readonly<Record<string, string>>) => {
      const values = Object.fromEntries(Object.entries(answers).map(([linkId, code]) => [linkId, [loinc(code)]]));
      const { calculated, faults } = evaluated(form, given(values));
      expect(faults).to.deep.equal([]);
      return calculated.get('/88124-3');
    };
    const atRisk = { valueCoding: { system: 'http://loinc.org', code: 'LA19952-3', display: 'At risk' } };
    const noRisk = { valueCoding: { system: 'http://loinc.org', code: 'LA19983-8', display: 'No risk' } };
    expect(risk({})).to.equal(undefined);
    expect(risk({ '/88122-7': 'LA28397-0', '/88123-5': 'LA28398-8' })).to.deep.equal([atRisk]);
    expect(risk({ '/88122-7': 'LA28398-8', '/88123-5': 'LA6729-3' })).to.deep.equal([atRisk]);
    expect(risk({ '/88122-7': 'LA28398-8', '/88123-5': 'LA28398-8' })).to.deep.equal([noRisk]);
  });
});
