// What each kind of rule makes of what its expression gave. Sources: https://build.fhir.org/ig/HL7/sdc/StructureDefinition-sdc-questionnaire-enableWhenExpression.html
// (empty is false, what is no boolean is a mistake), https://build.fhir.org/ig/HL7/sdc/behavior.html#targetConstraint (true where sound).
import type { AnswerValue, FormItem, FormOption } from '../../content/forms/form.js';
import { optionOf, sameValue } from '../same-value.js';
import { answerOfResult, optionOfResult } from './answer-of-result.js';
import { plainResults, type Result } from './engine.js';

/** The most results of one expression that are looked at. */
export const mostResults = 500;

/** What a rule says, and what is wrong with it (English, without any answer). */
export interface Outcome<T> {
  readonly says: T;
  readonly wrong?: string;
}

function oneBoolean(nodes: readonly unknown[], ofNothing: boolean, ofFault: boolean): Outcome<boolean> {
  const [first, second] = plainResults(nodes.slice(0, 2));
  if (first === undefined) return { says: ofNothing };
  if (second === undefined && typeof first.value === 'boolean') return { says: first.value };
  return { says: ofFault, wrong: 'It gives something other than true or false' };
}

/** enableWhenExpression: true enables; nothing disables; anything else is a mistake and enables, since a question too many is better than one too few. */
export function enabledBy(nodes: readonly unknown[]): Outcome<boolean> {
  return oneBoolean(nodes, false, true);
}

/**
 * Is a constraint broken? Only by false: SDC wants `true` before a response is complete, but an expression over questions not answered yet
 * gives nothing, and whether they must be answered is said by `required`.
 */
export function brokenBy(nodes: readonly unknown[]): Outcome<boolean> {
  const { says, ...rest } = oneBoolean(nodes, true, true);
  return { says: !says, ...rest };
}

/** calculatedExpression and initialExpression: answers of the item; of several results the first, where it holds only one. */
export function answersBy(nodes: readonly unknown[], item: FormItem, options: readonly FormOption[]): Outcome<readonly AnswerValue[]> {
  const results: readonly Result[] = plainResults(nodes.slice(0, mostResults));
  const answers = results.slice(0, item.repeats ? undefined : 1).map(result => answerOfResult(result, item, options));
  const says = answers.filter(answer => answer !== undefined);
  return says.length === answers.length ? { says } : { says, wrong: `It gives something that is no answer of type '${item.type}'` };
}

/**
 * answerExpression: what may be chosen, each once; what the item lists itself stands as listed (alone, scored, worded). Codes that two systems
 * share are told apart by their system.
 */
export function optionsBy(nodes: readonly unknown[], item: FormItem): Outcome<readonly FormOption[]> {
  const results = plainResults(nodes.slice(0, mostResults));
  const says: FormOption[] = [];
  let lost = false;
  for (const result of results) {
    const option = optionOfResult(result, item);
    if (option === undefined) lost = true;
    else if (!says.some(other => sameValue(other.value, option.value)))
      says.push(withOwnCode(optionOf(item, option.value) ?? option, says));
  }
  return lost ? { says, wrong: 'It gives something that cannot be chosen' } : { says };
}

function withOwnCode(option: FormOption, others: readonly FormOption[]): FormOption {
  if (!others.some(({ code }) => code === option.code)) return option;
  const system = 'valueCoding' in option.value ? (option.value.valueCoding.system ?? '') : Object.keys(option.value).join('');
  return { ...option, code: `${system}|${option.code}` };
}
