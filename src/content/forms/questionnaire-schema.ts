// The part of a FHIR R4 Questionnaire that Waymark reads, as a zod schema: the shape every file in dialogs/ must have.
// Source: https://hl7.org/fhir/R4/questionnaire.html. Elements not named here are kept untouched.
import { z } from 'zod';

/** FHIR R4 Coding, the parts used here. */
export const codingSchema = z.looseObject({ system: z.string().optional(), code: z.string(), display: z.string().optional() });

/** Every item type of FHIR R4 that can stand in a questionnaire (code system item-type without its abstract `question`). */
export const itemTypes = [
  'group',
  'display',
  'boolean',
  'decimal',
  'integer',
  'date',
  'dateTime',
  'time',
  'string',
  'text',
  'url',
  'choice',
  'open-choice',
  'attachment',
  'reference',
  'quantity',
] as const;

/** FHIR R4 item types. */
export type ItemType = (typeof itemTypes)[number];

const operators = ['exists', '=', '!=', '>', '<', '>=', '<='] as const;

/** Operators of Questionnaire.item.enableWhen.operator. */
export type EnableWhenOperator = (typeof operators)[number];

/** FHIR R4 Quantity, the parts used here. */
export const quantitySchema = z.looseObject({
  value: z.number().optional(),
  comparator: z.enum(['<', '<=', '>=', '>']).optional(),
  unit: z.string().optional(),
  system: z.string().optional(),
  code: z.string().optional(),
});

/** FHIR R4 Reference, the parts used here. */
export const referenceSchema = z.looseObject({
  reference: z.string().optional(),
  type: z.string().optional(),
  display: z.string().optional(),
});

/** FHIR R4 Attachment, the parts used here. */
export const attachmentSchema = z.looseObject({
  contentType: z.string().optional(),
  url: z.string().optional(),
  title: z.string().optional(),
});

/** Questionnaire.item.enableWhen: which question, compared how, with what. */
export const enableWhenSchema = z.looseObject({
  question: z.string().min(1),
  operator: z.enum(operators),
  answerBoolean: z.boolean().optional(),
  answerDecimal: z.number().optional(),
  answerInteger: z.number().int().optional(),
  answerDate: z.string().optional(),
  answerDateTime: z.string().optional(),
  answerTime: z.string().optional(),
  answerString: z.string().optional(),
  answerCoding: z.looseObject({ system: z.string().optional(), code: z.string() }).optional(),
  answerQuantity: quantitySchema.optional(),
  answerReference: referenceSchema.optional(),
});

const extensionSchema = z.looseObject({ url: z.string() });

/** What stands beside a primitive (`_text`): its extensions, for example translations and XHTML renderings. */
const besideSchema = z.looseObject({ extension: z.array(extensionSchema).optional() });

const answerOptionSchema = z.looseObject({
  valueCoding: codingSchema.extend({ extension: z.array(extensionSchema).optional(), _display: besideSchema.optional() }).optional(),
  valueString: z.string().optional(),
  _valueString: besideSchema.optional(),
  valueInteger: z.number().int().optional(),
  valueDate: z.string().optional(),
  valueTime: z.string().optional(),
  valueReference: referenceSchema.optional(),
  initialSelected: z.boolean().optional(),
  extension: z.array(extensionSchema).optional(),
});

/** value[x] of an initial value, and of an answer, in every type R4 lets a question have. */
export const valueFields = {
  valueBoolean: z.boolean().optional(),
  valueDecimal: z.number().optional(),
  valueInteger: z.number().int().optional(),
  valueDate: z.string().optional(),
  valueDateTime: z.string().optional(),
  valueTime: z.string().optional(),
  valueString: z.string().optional(),
  valueUri: z.string().optional(),
  valueCoding: codingSchema.optional(),
  valueQuantity: quantitySchema.optional(),
  valueReference: referenceSchema.optional(),
  valueAttachment: attachmentSchema.optional(),
};

const initialSchema = z.looseObject(valueFields);

const itemFields = {
  linkId: z.string().min(1),
  definition: z.string().optional(),
  prefix: z.string().optional(),
  text: z.string().optional(),
  _text: besideSchema.optional(),
  type: z.enum(itemTypes),
  code: z.array(codingSchema).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  maxLength: z.number().int().positive().optional(),
  enableWhen: z.array(enableWhenSchema).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  answerOption: z.array(answerOptionSchema).optional(),
  answerValueSet: z.string().optional(),
  initial: z.array(initialSchema).optional(),
  extension: z.array(extensionSchema).optional(),
};

type ItemFields = z.infer<z.ZodObject<typeof itemFields, z.core.$loose>>;

/** Questionnaire.item, nested to any depth. */
export interface QuestionnaireItem extends ItemFields {
  item?: QuestionnaireItem[] | undefined;
}

/** Questionnaire.item as a schema; recursive. */
export const questionnaireItemSchema: z.ZodType<QuestionnaireItem> = z.lazy(() =>
  z.looseObject({ ...itemFields, item: z.array(questionnaireItemSchema).optional() }),
);

/** A FHIR R4 Questionnaire as read from a file. */
export const questionnaireSchema = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  id: z.string().optional(),
  url: z.string().optional(),
  version: z.string().optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  status: z.enum(['draft', 'active', 'retired', 'unknown']),
  extension: z.array(extensionSchema).optional(),
  item: z.array(questionnaireItemSchema).min(1),
});

export type Questionnaire = z.infer<typeof questionnaireSchema>;
export type EnableWhen = z.infer<typeof enableWhenSchema>;
export type Coding = z.infer<typeof codingSchema>;
