// CPU milliseconds of a form's rules: 800 questions all answered, 20 expressions (sums, direct paths, descendants, conditions). Usage:
// node dist/bench/rules.js
import type { Rules } from '../src/content/forms/form.js';
import type { Answers } from '../src/questionnaire/answers.js';
import { checkRules } from '../src/questionnaire/rules/check-rules.js';
import { rulesOf } from '../src/questionnaire/rules/compile-rules.js';
import { evaluateRules, type RuleState } from '../src/questionnaire/rules/evaluate-rules.js';
import { expressionsOf } from '../src/questionnaire/rules/expressions-of.js';
import { stepsOf } from '../src/questionnaire/steps.js';
import { aForm, anOption, type AnItem } from '../test/support/a-form.js';

const rounds = 30;
const sources: readonly string[] = Array.from({ length: 5 }, (_, place) => {
  const name = (question: number): string => `g${String(place * 7)}.q${String(question)}`;
  const both = `linkId='${name(1)}' or linkId='${name(2)}'`;
  return [
    `%resource.repeat(item).where(${both}).answer.value.sum()`,
    `%resource.item.where(linkId='g${String(place * 7)}').item.where(linkId='${name(3)}').answer.value`,
    `%resource.descendants().where(${both}).answer.value.sum()`,
    `iif(%resource.item.item.where(linkId='${name(4)}').answer.value.ordinal() > 1, 1, 2)`,
  ];
}).flat();

const rulesWith = (calculated: string): Rules => ({ variables: [], constraints: [], calculated });
const options = [0, 1, 2, 3].map(score => anOption(`s${String(score)}`, { score }));
const question = (group: number, place: number): AnItem => {
  const linkId = `g${String(group)}.q${String(place)}`;
  return place === 4 ? { linkId, type: 'choice', options } : { linkId, type: 'integer' };
};
const groups: readonly AnItem[] = Array.from({ length: 40 }, (_, group) => ({
  linkId: `g${String(group)}`,
  type: 'group',
  items: Array.from({ length: 19 }, (__, place) => question(group, place)),
}));
const ruled: readonly AnItem[] = sources.map((source, place) => ({
  linkId: `c${String(place)}`,
  type: 'integer',
  rules: rulesWith(source),
}));
const form = aForm([...groups, ...ruled]);

const answers: Answers = Object.fromEntries(
  form.order
    .filter(({ type, rules }) => type !== 'group' && rules === undefined)
    .map(({ linkId, type }) => [
      linkId,
      { values: [type === 'choice' ? { valueCoding: { system: 'urn:test', code: 's2' } } : { valueInteger: 1 }] },
    ]),
);

function timed<T>(work: () => T): { readonly milliseconds: number; readonly value: T } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000, value };
}

function median(times: readonly number[]): string {
  return ([...times].sort((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(2);
}

function evaluate(given: Answers, before?: RuleState): RuleState {
  const steps = stepsOf(form, given);
  return evaluateRules({ form, steps, enabled: new Set(steps.map(({ key }) => key)), answers: given }, before);
}

// What happens when a form is read: its rules are compiled, and tried.
const checked = timed(() => checkRules(form));
if (checked.value.length > 0) throw new Error('the rules are not sound');
const plan = rulesOf(form);
const count = plan ? expressionsOf(plan).length : 0;
const cold = timed(() => evaluate(answers));
if (cold.value.calculated.size !== count || cold.value.faults.length > 0) throw new Error('the expressions do not work');
const firsts = Array.from({ length: rounds }, () => timed(() => evaluate(answers)).milliseconds);
const changed: Answers = { ...answers, 'g7.q1': { values: [{ valueInteger: 9 }] } };
const changes = Array.from({ length: rounds }, () => timed(() => evaluate(changed, cold.value)).milliseconds);
const same = Array.from({ length: rounds }, () => timed(() => evaluate(answers, cold.value)).milliseconds);
process.stdout.write(
  [
    `${String(form.order.length)} items, ${String(count)} expressions; engine loaded, all compiled and tried in ${checked.milliseconds.toFixed(0)} ms, once`,
    `everything evaluated: ${cold.milliseconds.toFixed(1)} ms the first time, ${median(firsts)} ms after`,
    `after one answer changed: ${median(changes)} ms; after none: ${median(same)} ms`,
    '',
  ].join('\n'),
);
