// A questionnaire made ready for conversation: every item found by linkId, options in one shape, FHIR extensions already read.
// The journey (dialogs/journey.json) becomes one Form whose linkIds are prefixed `<part>.`.
import type { RedFlagKind, RedFlagTier } from '../content.js';
import type { EnableWhen, ItemType, Questionnaire } from './questionnaire-schema.js';

/** One answer value in FHIR's own words (QuestionnaireResponse.item.answer.value[x]). */
export type AnswerValue =
  | { readonly valueBoolean: boolean }
  | { readonly valueInteger: number }
  | { readonly valueDecimal: number }
  | { readonly valueDate: string }
  | { readonly valueDateTime: string }
  | { readonly valueTime: string }
  | { readonly valueString: string }
  | { readonly valueUri: string }
  | { readonly valueCoding: { readonly system?: string; readonly code: string; readonly display?: string } }
  | { readonly valueQuantity: QuantityValue }
  | { readonly valueReference: ReferenceValue }
  | { readonly valueAttachment: AttachmentValue };

/** FHIR Quantity: a number and its unit (`unit` as shown, `code` in `system`, UCUM for most). */
export interface QuantityValue {
  readonly value: number;
  readonly comparator?: '<' | '<=' | '>=' | '>';
  readonly unit?: string;
  readonly system?: string;
  readonly code?: string;
}

/** FHIR Reference: where the thing is, or only what it is called. */
export interface ReferenceValue {
  readonly reference?: string;
  readonly type?: string;
  readonly display?: string;
}

/** FHIR Attachment: only ever a link; no file passes through a conversation. */
export interface AttachmentValue {
  readonly url?: string;
  readonly contentType?: string;
  readonly title?: string;
}

/** A unit a number may be given in. */
export interface Unit {
  /** As shown, for example `kg` or `kilogram`. */
  readonly label: string;
  readonly system?: string;
  readonly code?: string;
}

/** How a form asks to be drawn (code system questionnaire-item-control), as far as a page here draws it so. */
export type ItemControl = 'slider' | 'radio-button' | 'check-box' | 'drop-down' | 'autocomplete' | 'spinner' | 'text-area' | 'page';

/** One rule that must hold of the answers (SDC targetConstraint, or R4 questionnaire-constraint). */
export interface Constraint {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  /** FHIRPath; true where the answers are sound. */
  readonly expression: string;
  /** What to tell the person, English, as the form's author wrote it. */
  readonly human: string;
}

/** A named FHIRPath value, seen by everything inside the element it stands on. */
export interface Variable {
  readonly name: string;
  readonly expression: string;
}

/** The FHIRPath rules of one item or of a whole form (SDC). Absent members: no such rule. */
export interface Rules {
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
  /** sdc enableWhenExpression: true enables. */
  readonly enableWhen?: string;
  readonly calculated?: string;
  readonly initial?: string;
  /** sdc answerExpression: what may be chosen. */
  readonly options?: string;
}

/** What kind of text a string item wants; read, checked and shown accordingly. */
export type AnswerFormat = 'name' | 'date-of-birth' | 'age' | 'phone' | 'email' | 'postcode' | 'nhs-number';

/** One allowed answer of a choice item. */
export interface FormOption {
  /** What a client sends: the Coding's code, or the value itself as text. Unique within the item. */
  readonly code: string;
  readonly value: AnswerValue;
  /** English label (Coding.display or the value as text). */
  readonly label: string;
  /** Labels in other languages, by the tag the file gives them. */
  readonly labels?: ReadonlyMap<string, string>;
  /** What stands before it in the form as printed (optionPrefix), such as `a)`. Not part of the label: the conversation numbers options itself. */
  readonly prefix?: string;
  /** Chosen alone: choosing it clears the others (SDC optionExclusive). */
  readonly exclusive: boolean;
  /** Score (FHIR ordinalValue). */
  readonly score?: number;
  /** Choosing it is a red flag. */
  readonly redFlag?: { readonly kind: RedFlagKind; readonly tier: RedFlagTier };
  /** Other English words people say for it, listened for beside the label. */
  readonly said?: readonly string[];
  /** SNOMED CT code of the access need or interpreter this option asks for; exported only where dialogs/codes.json switches it on. */
  readonly snomed?: { readonly code: string; readonly display: string };
}

/** A range of a measure's figures, both ends in it, and what it means to staff. */
export interface ScoreBand {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** One item, ready: what FormItem says needs no further reading of FHIR extensions. */
export interface FormItem {
  /** `<part>.<linkId in its own file>` in the journey; the file's own linkId in a single questionnaire. */
  readonly linkId: string;
  /** The journey part this item belongs to ('' in a single questionnaire). */
  readonly part: string;
  /** Name of the file in dialogs/ without `.json`, for example `screens/food`: where its texts live in locales/. */
  readonly file: string;
  /** linkId as written in that file. */
  readonly localId: string;
  readonly type: ItemType;
  readonly format?: AnswerFormat;
  /** Nothing of this item is told to a patient and nobody is asked it: it holds a derived fact or an initial value. */
  readonly hidden: boolean;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly readOnly: boolean;
  /** Never read aloud where others may hear: at a desk it is answered on the person's own phone, or not asked. */
  readonly private?: true;
  /** English text. Texts in every language come from the translator. */
  readonly text: string;
  /** What stands before the text, such as a number (Questionnaire.item.prefix). */
  readonly prefix?: string;
  /** Has help (itemControl `inline`: the sentence below the question). */
  readonly hasHelp: boolean;
  /** Has a reason (itemControl `help`: "Why we ask"). */
  readonly hasWhy: boolean;
  /** Has a short label for reviews (SDC shortText extension). */
  readonly hasShort: boolean;
  /** Groups only: how the ordinal values of the answers inside make one measure. `any`: positive if any answer scores above 0. */
  readonly score?: 'sum' | 'any';
  /** What ranges of the measure's figures mean, for staff; English. */
  readonly bands?: readonly ScoreBand[];
  /** Example of a good answer, English (entryFormat extension), if any. */
  readonly example?: string;
  readonly options: readonly FormOption[];
  readonly enableWhen: readonly EnableWhen[];
  readonly enableBehavior: 'all' | 'any';
  readonly control?: ItemControl;
  readonly orientation?: 'horizontal' | 'vertical';
  /** sliderStepValue. */
  readonly step?: number;
  /** unit or unitOption: what a number is measured in; for a quantity one of them must be given. */
  readonly units: readonly Unit[];
  /** The regex extension: an RE2 pattern a written answer must match as a whole. */
  readonly pattern?: string;
  /** minOccurs and maxOccurs of a repeating item. */
  readonly minOccurs?: number;
  readonly maxOccurs?: number;
  /** supportLink: where to read more (http or https). */
  readonly links: readonly string[];
  /** FHIRPath rules, where it has any. */
  readonly rules?: Rules;
  /** Short hash of what is asked (type, words, options): an answer given to another one is asked for again. */
  readonly fingerprint: string;
  readonly maxLength?: number;
  /** minLength extension: the fewest characters a written answer may have. */
  readonly minLength?: number;
  /** minValue / maxValue extensions: a number, or an ISO date, dateTime or time for items of that type. */
  readonly min?: number | string;
  readonly max?: number | string;
  readonly maxDecimalPlaces?: number;
  readonly initial: readonly AnswerValue[];
  readonly codes: readonly { readonly system?: string; readonly code: string; readonly display?: string }[];
  readonly items: readonly FormItem[];
  readonly parent?: string;
}

/** One questionnaire, or the whole journey assembled into one. */
export interface Form {
  readonly roots: readonly FormItem[];
  /** Every item by linkId. */
  readonly byLinkId: ReadonlyMap<string, FormItem>;
  /** Every item, parents before children, in the order of asking. */
  readonly order: readonly FormItem[];
  /** The source questionnaires, by part id ('' for a single one), for export. */
  readonly sources: ReadonlyMap<string, Questionnaire>;
  /** Variables and constraints that stand on the questionnaire itself. */
  readonly rules?: Rules;
  /** From a file somebody gave: its expressions and patterns run under a time limit. Shipped content is checked and trusted. */
  readonly foreign?: boolean;
  /** Names a launch context gives (SDC launchContext): known to expressions, empty here. */
  readonly launchContext?: readonly string[];
}

/** True for items that hold an answer (not group, not display). */
export function isQuestion(item: FormItem): boolean {
  return item.type !== 'group' && item.type !== 'display';
}
