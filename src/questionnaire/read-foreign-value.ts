// One answer of a QuestionnaireResponse from outside -> its value, without extensions and other extras.
// Source: https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.item.answer.value[x]
import type { AnswerValue } from '../content/forms/form.js';
import { omitUndefined } from '../content/omit-undefined.js';
import type { ForeignAnswer } from './questionnaire-response.js';

const plainKinds = [
  'valueBoolean',
  'valueInteger',
  'valueDecimal',
  'valueDate',
  'valueDateTime',
  'valueTime',
  'valueString',
  'valueUri',
] as const;

function plainValue(answer: ForeignAnswer): AnswerValue | undefined {
  const kind = plainKinds.find(name => answer[name] !== undefined);
  // Safe: each of these kinds is declared with its own type in ForeignAnswer and in AnswerValue alike.
  return kind && ({ [kind]: answer[kind] } as unknown as AnswerValue);
}

function composedValue({ valueCoding, valueQuantity, valueReference, valueAttachment }: ForeignAnswer): AnswerValue | undefined {
  if (valueCoding !== undefined) {
    const { system, code, display } = valueCoding;
    return { valueCoding: { code, ...omitUndefined({ system, display }) } };
  }
  if (valueQuantity?.value !== undefined) {
    const { value, comparator, unit, system, code } = valueQuantity;
    return { valueQuantity: { value, ...omitUndefined({ comparator, unit, system, code }) } };
  }
  if (valueReference !== undefined) {
    const { reference, type, display } = valueReference;
    return { valueReference: omitUndefined({ reference, type, display }) };
  }
  if (valueAttachment === undefined) return undefined;
  const { url, contentType, title } = valueAttachment;
  return { valueAttachment: omitUndefined({ url, contentType, title }) };
}

/** The value of one answer, or undefined when it has none. */
export function readValue(answer: ForeignAnswer): AnswerValue | undefined {
  return composedValue(answer) ?? plainValue(answer);
}
