// What an item starts with: initial[x], as values of the item's own type.
// Source: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.initial
import type { AnswerValue, FormOption } from './form.js';
import type { ItemType, QuestionnaireItem } from './questionnaire-schema.js';
import { toAnswerValue } from './to-value.js';

type Complain = (problem: string) => void;

/** Does a value mean this option? A system that one of them leaves out is taken to be the other's. */
export function isSameOption(option: AnswerValue, value: AnswerValue): boolean {
  if (!('valueCoding' in option) || !('valueCoding' in value)) return JSON.stringify(option) === JSON.stringify(value);
  const { system, code } = option.valueCoding;
  return (
    code === value.valueCoding.code &&
    (system === undefined || value.valueCoding.system === undefined || system === value.valueCoding.system)
  );
}

function ownType(type: ItemType, value: AnswerValue): AnswerValue {
  return type === 'decimal' && 'valueInteger' in value ? { valueDecimal: value.valueInteger } : value;
}

/** Initial values. One that is an option is given the option's own value, so that system and display agree with what a choice records. */
export function readInitial(item: QuestionnaireItem, options: readonly FormOption[], complain: Complain): readonly AnswerValue[] {
  return (item.initial ?? [])
    .flatMap(initial => toAnswerValue(initial) ?? [])
    .map(value => {
      const option = options.find(each => isSameOption(each.value, value));
      if (option === undefined && item.type !== 'open-choice' && options.length > 0) complain('initial is not one of its options');
      return option?.value ?? ownType(item.type, value);
    });
}
