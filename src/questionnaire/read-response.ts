// FHIR R4 QuestionnaireResponse -> answers by linkId, the other way round from build-response.
// Source: https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.item.answer.value[x]
import type { AnswerValue, Form } from '../content/form.js';
import { type Answers } from './answers.js';
import type { ForeignAnswer, ForeignItem, ForeignResponse } from './questionnaire-response.js';

function codingValue({ valueCoding }: ForeignAnswer): AnswerValue | undefined {
  if (valueCoding === undefined) return undefined;
  const { system, code, display } = valueCoding;
  return { valueCoding: { ...(system !== undefined && { system }), code, ...(display !== undefined && { display }) } };
}

function numberValue({ valueInteger, valueDecimal }: ForeignAnswer): AnswerValue | undefined {
  if (valueInteger !== undefined) return { valueInteger };
  return valueDecimal === undefined ? undefined : { valueDecimal };
}

function plainValue({ valueBoolean, valueDate, valueString }: ForeignAnswer): AnswerValue | undefined {
  if (valueBoolean !== undefined) return { valueBoolean };
  if (valueDate !== undefined) return { valueDate };
  return valueString === undefined ? undefined : { valueString };
}

/** The value of one answer, or undefined when it has none of a type this release holds. */
export function readValue(answer: ForeignAnswer): AnswerValue | undefined {
  return codingValue(answer) ?? numberValue(answer) ?? plainValue(answer);
}

/** Every item of a response, parents before children, wherever it is nested. */
export function* itemsOf(items: readonly ForeignItem[] = []): Generator<ForeignItem> {
  for (const item of items) {
    yield item;
    yield* itemsOf(item.item);
    for (const answer of item.answer ?? []) yield* itemsOf(answer.item);
  }
}

/** The answers of a response that its form knows, by linkId; an item that comes several times gives all its values. */
export function readResponse(form: Form, response: ForeignResponse): Answers {
  const values = new Map<string, AnswerValue[]>();
  for (const { linkId, answer = [] } of itemsOf(response.item)) {
    const read = answer.map(readValue).filter(value => value !== undefined);
    if (read.length > 0 && form.byLinkId.has(linkId)) values.set(linkId, [...(values.get(linkId) ?? []), ...read]);
  }
  return Object.fromEntries(Array.from(values, ([linkId, all]) => [linkId, { values: all }]));
}
