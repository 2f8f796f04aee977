// The part of a FHIR R4 QuestionnaireResponse that Waymark writes and reads: its type, and a zod schema for those that come from outside.
// Source: https://hl7.org/fhir/R4/questionnaireresponse.html. Elements not named here pass through untouched.
import { z } from 'zod';
import type { AnswerValue } from '../content/forms/form.js';
import { type attachmentSchema, type quantitySchema, type referenceSchema, valueFields } from '../content/forms/questionnaire-schema.js';

const statuses = ['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped'] as const;

/** QuestionnaireResponse.status (https://hl7.org/fhir/R4/valueset-questionnaire-answers-status.html). */
export type ResponseStatus = (typeof statuses)[number];

/** The language of one text (https://hl7.org/fhir/R4/extension-language.html), on the `_valueString` beside it. */
export interface TextLanguage {
  readonly extension: readonly [{ readonly url: 'http://hl7.org/fhir/StructureDefinition/language'; readonly valueCode: string }];
}

/** QuestionnaireResponse.item.answer as written: a value, or only what is nested below a question that was left out. */
export type ResponseAnswer = Partial<AnswerValue> & {
  readonly _valueString?: TextLanguage;
  readonly item?: readonly ResponseItem[];
};

/** QuestionnaireResponse.item as written: a group has items, a question has answers. */
export interface ResponseItem {
  readonly linkId: string;
  readonly text?: string;
  /** Why there is no answer (https://hl7.org/fhir/R4/extension-data-absent-reason.html). */
  readonly extension?: readonly [typeof notAskedReason];
  readonly answer?: readonly ResponseAnswer[];
  readonly item?: readonly ResponseItem[];
}

/** Nobody asked it. */
export const notAskedReason = { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'not-asked' } as const;

/** A FHIR R4 QuestionnaireResponse as written. */
export interface QuestionnaireResponse {
  readonly resourceType: 'QuestionnaireResponse';
  readonly language?: string;
  /** Canonical of the Questionnaire, `url|version`. */
  readonly questionnaire?: string;
  readonly status: ResponseStatus;
  readonly authored: string;
  readonly item?: readonly ResponseItem[];
}

const codingSchema = z.looseObject({ system: z.string().optional(), code: z.string().min(1), display: z.string().optional() });

/** QuestionnaireResponse.item.answer as it may come in: its value[x], those Waymark holds typed, and what is nested below it. */
export interface ForeignAnswer {
  readonly valueBoolean?: boolean | undefined;
  readonly valueInteger?: number | undefined;
  readonly valueDecimal?: number | undefined;
  readonly valueDate?: string | undefined;
  readonly valueDateTime?: string | undefined;
  readonly valueTime?: string | undefined;
  readonly valueString?: string | undefined;
  readonly valueUri?: string | undefined;
  readonly valueCoding?: z.infer<typeof codingSchema> | undefined;
  readonly valueQuantity?: z.infer<typeof quantitySchema> | undefined;
  readonly valueReference?: z.infer<typeof referenceSchema> | undefined;
  readonly valueAttachment?: z.infer<typeof attachmentSchema> | undefined;
  readonly item?: readonly ForeignItem[] | undefined;
  readonly [element: string]: unknown;
}

/** QuestionnaireResponse.item as it may come in. */
export interface ForeignItem {
  readonly linkId: string;
  readonly answer?: readonly ForeignAnswer[] | undefined;
  readonly item?: readonly ForeignItem[] | undefined;
}

const itemSchema: z.ZodType<ForeignItem> = z.lazy(() =>
  z.looseObject({ linkId: z.string().min(1), answer: z.array(answerSchema).optional(), item: z.array(itemSchema).optional() }),
);

// A number that is not whole is told by the rule of its question, with its linkId; an empty code is a fault of shape.
const answerSchema: z.ZodType<ForeignAnswer> = z.looseObject({
  ...valueFields,
  valueInteger: z.number().optional(),
  valueCoding: codingSchema.optional(),
  item: z.array(itemSchema).optional(),
});

/** A FHIR R4 QuestionnaireResponse as it may come in, shape only; validateResponse checks it against its form. */
export const questionnaireResponseSchema = z.looseObject({
  resourceType: z.literal('QuestionnaireResponse'),
  questionnaire: z.string().optional(),
  status: z.enum(statuses),
  item: z.array(itemSchema).optional(),
});

/** A QuestionnaireResponse from outside, its shape checked. */
export type ForeignResponse = z.infer<typeof questionnaireResponseSchema>;
