// Is this answer allowed here? The rules a Questionnaire item sets for its answer, one small check each.
// Rules: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.type (type, options), .required, .repeats,
// .answerOption (whatever the type: nothing else may be chosen), .maxLength; extensions minValue, maxValue, maxDecimalPlaces, minLength,
// regex, unitOption, minOccurs, maxOccurs and SDC optionExclusive.
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import type { ItemType } from '../content/forms/questionnaire-schema.js';
import type { AnswerCheck, AnswerFault } from './answer-fault.js';
import { checkDate, checkDateTime } from './check-date.js';
import { checkDecimal, checkInteger } from './check-number.js';
import { checkQuantity } from './check-quantity.js';
import { checkText } from './check-text.js';
import { checkTime } from './check-time.js';
import { checkAttachment, checkReference, checkUrl } from './check-url.js';
import { optionOf } from './same-value.js';

/** The longest text, in Unicode code points, where the item sets no maxLength: what one message may hold. */
export const longestText = 1000;

const fine: AnswerCheck = { ok: true };
const fault = (why: AnswerFault): AnswerCheck => ({ ok: false, why });

type Check = (item: FormItem, value: AnswerValue, longest: number) => AnswerCheck;

const checkOption: Check = (item, value) => {
  if (optionOf(item, value) !== undefined) return fine;
  if (item.options.length === 0) return 'valueCoding' in value ? fine : fault('wrong-type');
  // Options may be Codings, strings, numbers or dates; a value of a kind that no option has is of the wrong type.
  const kinds = new Set(item.options.flatMap(option => Object.keys(option.value)));
  return fault(Object.keys(value).some(kind => kinds.has(kind)) ? 'not-an-option' : 'wrong-type');
};

const checkString: Check = (item, value, longest) =>
  'valueString' in value ? checkText(item, value.valueString, longest) : fault('wrong-type');

const checkAddress: Check = (item, value, longest) =>
  'valueUri' in value ? checkUrl(value.valueUri, item.maxLength ?? longest) : fault('wrong-type');

const wrong: Check = () => fault('wrong-type');

const checks: Readonly<Record<ItemType, Check>> = {
  group: wrong,
  display: wrong,
  boolean: (_, value) => ('valueBoolean' in value ? fine : fault('wrong-type')),
  decimal: (item, value) => ('valueDecimal' in value ? checkDecimal(item, value.valueDecimal) : fault('wrong-type')),
  integer: (item, value) => ('valueInteger' in value ? checkInteger(item, value.valueInteger) : fault('wrong-type')),
  date: (item, value) => ('valueDate' in value ? checkDate(item, value.valueDate) : fault('wrong-type')),
  dateTime: (item, value) => ('valueDateTime' in value ? checkDateTime(item, value.valueDateTime) : fault('wrong-type')),
  time: (item, value) => ('valueTime' in value ? checkTime(item, value.valueTime) : fault('wrong-type')),
  string: checkString,
  text: checkString,
  url: checkAddress,
  quantity: (item, value) => ('valueQuantity' in value ? checkQuantity(item, value.valueQuantity) : fault('wrong-type')),
  reference: (_, value) => ('valueReference' in value ? checkReference(value.valueReference) : fault('wrong-type')),
  attachment: (_, value) => ('valueAttachment' in value ? checkAttachment(value.valueAttachment) : fault('wrong-type')),
  choice: checkOption,
  'open-choice': (item, value, longest) => ('valueString' in value ? checkString(item, value, longest) : checkOption(item, value, longest)),
};

/** Is this one value allowed for this item? `longest` caps a text whose item sets no maxLength. */
export function checkValue(item: FormItem, value: AnswerValue, longest = longestText): AnswerCheck {
  const isClosed = item.options.length > 0 && item.type !== 'open-choice';
  return (isClosed ? checkOption : checks[item.type])(item, value, longest);
}

/** Are these values allowed together: at least one, only one where the item does not repeat, no more than it takes, an exclusive option alone? */
export function checkTogether(item: FormItem, values: readonly AnswerValue[]): AnswerCheck {
  if (values.length === 0) return fault(item.required ? 'required' : 'empty');
  if (values.length === 1) return fine;
  if (!item.repeats) return fault('one-only');
  const { maxOccurs = values.length } = item;
  if (values.length > maxOccurs) return { ok: false, why: 'too-many', limit: maxOccurs };
  return values.some(value => optionOf(item, value)?.exclusive === true) ? fault('none-with-others') : fine;
}

/**
 * Were enough of the options chosen (minOccurs)? An exclusive option is enough alone; written answers are given one at a time, and counted
 * when all are there.
 */
function checkEnough(item: FormItem, values: readonly AnswerValue[]): AnswerCheck {
  const { minOccurs = 0, options, repeats } = item;
  if (!repeats || options.length === 0 || values.length >= minOccurs) return fine;
  return values.some(value => optionOf(item, value)?.exclusive === true) ? fine : { ok: false, why: 'too-few', limit: minOccurs };
}

/** Is this answer, all its values, allowed for this item? The first thing wrong is told. */
export function checkAnswer(item: FormItem, values: readonly AnswerValue[]): AnswerCheck {
  const each = values.map(value => checkValue(item, value));
  return [checkTogether(item, values), ...each, checkEnough(item, values)].find(check => !check.ok) ?? fine;
}
