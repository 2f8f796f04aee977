// A questionnaire made ready for conversation: every item found by linkId, options in one shape, FHIR extensions already read.
// The journey (dialogs/journey.json) becomes one Form whose linkIds are prefixed `<part>.`.
import type { EnableWhen, ItemType, Questionnaire } from './questionnaire-schema.js';

/** One answer value in FHIR's own words (QuestionnaireResponse.item.answer.value[x]). */
export type AnswerValue =
  | { readonly valueBoolean: boolean }
  | { readonly valueInteger: number }
  | { readonly valueDecimal: number }
  | { readonly valueDate: string }
  | { readonly valueString: string }
  | { readonly valueCoding: { readonly system?: string; readonly code: string; readonly display?: string } };

/** What kind of text a string item wants; read, checked and shown accordingly. */
export type AnswerFormat = 'name' | 'date-of-birth' | 'age' | 'phone' | 'email' | 'postcode' | 'nhs-number';

/** One allowed answer of a choice item. */
export interface FormOption {
  /** What a client sends: the Coding's code, or the value itself as text. Unique within the item. */
  readonly code: string;
  readonly value: AnswerValue;
  /** English label (Coding.display or the value as text). */
  readonly label: string;
  /** Chosen alone: choosing it clears the others (SDC optionExclusive). */
  readonly exclusive: boolean;
  /** Score (FHIR ordinalValue). */
  readonly score?: number;
  /** Other English words people say for it, listened for beside the label. */
  readonly said?: readonly string[];
  /** SNOMED CT code of the access need or interpreter this option asks for; exported only where dialogs/codes.json switches it on. */
  readonly snomed?: { readonly code: string; readonly display: string };
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
  /** English text. Texts in every language come from the translator. */
  readonly text: string;
  /** Has help (itemControl `inline`: the sentence below the question). */
  readonly hasHelp: boolean;
  /** Has a reason (itemControl `help`: "Why we ask"). */
  readonly hasWhy: boolean;
  /** Has a short label for reviews (SDC shortText extension). */
  readonly hasShort: boolean;
  /** Groups only: how the ordinal values of the answers inside make one measure. `any`: positive if any answer scores above 0. */
  readonly score?: 'sum' | 'any';
  /** Example of a good answer, English (entryFormat extension), if any. */
  readonly example?: string;
  readonly options: readonly FormOption[];
  readonly enableWhen: readonly EnableWhen[];
  readonly enableBehavior: 'all' | 'any';
  readonly maxLength?: number;
  /** minLength extension: the fewest characters a written answer may have. */
  readonly minLength?: number;
  /** minValue / maxValue extensions: a number, or an ISO date for date items. */
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
}

/** True for items that hold an answer (not group, not display). */
export function isQuestion(item: FormItem): boolean {
  return item.type !== 'group' && item.type !== 'display';
}
