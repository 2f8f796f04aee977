// FHIR's own data types as answer values, without their extensions and other extras.
import type { AnswerValue, AttachmentValue, QuantityValue, ReferenceValue } from './form.js';
import { omitUndefined } from '../omit-undefined.js';
import type { Coding, QuestionnaireItem } from './questionnaire-schema.js';

type Initial = NonNullable<QuestionnaireItem['initial']>[number];

/** A Reference. */
export function toReferenceValue({ reference, type, display }: NonNullable<Initial['valueReference']>): ReferenceValue {
  return omitUndefined({ reference, type, display });
}

/** A Quantity, or undefined where it has no number. */
export function toQuantityValue(quantity: NonNullable<Initial['valueQuantity']>): QuantityValue | undefined {
  const { value, comparator, unit, system, code } = quantity;
  return value === undefined ? undefined : { value, ...omitUndefined({ comparator, unit, system, code }) };
}

function toAttachmentValue({ url, contentType, title }: NonNullable<Initial['valueAttachment']>): AttachmentValue {
  return omitUndefined({ url, contentType, title });
}

/** A Coding. */
export function toCodingValue({ system, code, display }: Coding): { valueCoding: { system?: string; code: string; display?: string } } {
  return { valueCoding: omitUndefined({ system, code, display }) };
}

function structured({ valueCoding, valueQuantity, valueReference, valueAttachment }: Initial): AnswerValue | undefined {
  if (valueCoding !== undefined) return toCodingValue(valueCoding);
  if (valueReference !== undefined) return { valueReference: toReferenceValue(valueReference) };
  if (valueAttachment !== undefined) return { valueAttachment: toAttachmentValue(valueAttachment) };
  const quantity = valueQuantity && toQuantityValue(valueQuantity);
  return quantity && { valueQuantity: quantity };
}

function moment({ valueDate, valueDateTime, valueTime }: Initial): AnswerValue | undefined {
  if (valueDate !== undefined) return { valueDate };
  if (valueDateTime !== undefined) return { valueDateTime };
  return valueTime === undefined ? undefined : { valueTime };
}

function primitive({ valueBoolean, valueInteger, valueDecimal, valueString, valueUri }: Initial): AnswerValue | undefined {
  if (valueBoolean !== undefined) return { valueBoolean };
  if (valueInteger !== undefined) return { valueInteger };
  if (valueDecimal !== undefined) return { valueDecimal };
  if (valueString !== undefined) return { valueString };
  return valueUri === undefined ? undefined : { valueUri };
}

/** The value[x] of an `initial`, or undefined where it has none. */
export function toAnswerValue(initial: Initial): AnswerValue | undefined {
  return primitive(initial) ?? moment(initial) ?? structured(initial);
}
