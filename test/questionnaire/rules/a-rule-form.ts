// Forms with rules for tests, and their evaluation over answers given as plain values.
import type { AnswerValue, Form, Rules } from '../../../src/content/forms/form.js';
import type { Answers } from '../../../src/questionnaire/answers.js';
import { evaluateRules, type RuleState, type RulesInput } from '../../../src/questionnaire/rules/evaluate-rules.js';
import { stepsOf } from '../../../src/questionnaire/steps.js';
import { aForm, type AnItem } from '../../support/a-form.js';

/** Rules of which only some are given. */
export function someRules(rules: Partial<Rules>): Rules {
  return { variables: [], constraints: [], ...rules };
}

/** An error constraint. */
export function aConstraint(expression: string, key = 'c'): Rules['constraints'][number] {
  return { key, severity: 'error', expression, human: 'It must hold.' };
}

/** A form with rules; `more` adds to the form itself. */
export function aRuleForm(items: readonly AnItem[], more: Partial<Form> = {}): Form {
  return { ...aForm(items), ...more };
}

/** Answers by key, each a list of values. */
export function given(answers: Readonly<Record<string, readonly AnswerValue[]>>): Answers {
  return Object.fromEntries(Object.entries(answers).map(([key, values]) => [key, { values }]));
}

/** A whole number, a text, a coding. */
export const whole = (valueInteger: number): AnswerValue => ({ valueInteger });
export const words = (valueString: string): AnswerValue => ({ valueString });
export const coded = (code: string, system = 'urn:test'): AnswerValue => ({ valueCoding: { system, code, display: `The ${code}` } });

/** Everything laid out and enabled but for `disabled`. */
export function inputOf(form: Form, answers: Answers, disabled: readonly string[] = []): RulesInput {
  const steps = stepsOf(form, answers);
  const enabled = new Set(steps.map(({ key }) => key).filter(key => !disabled.includes(key)));
  return { form, steps, enabled, answers };
}

/** Evaluates with everything enabled. */
export function evaluated(form: Form, answers: Answers, before?: RuleState): RuleState {
  return evaluateRules(inputOf(form, answers), before);
}

/** What one calculatedExpression gives on an item of a kind, beside other items. */
export function calculatedAs(item: Partial<AnItem>, expression: string, others: readonly AnItem[] = [], answers: Answers = {}): RuleState {
  return evaluated(aRuleForm([{ linkId: 'c', ...item, rules: someRules({ calculated: expression }) }, ...others]), answers);
}
