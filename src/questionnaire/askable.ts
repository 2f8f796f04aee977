// Which items a person can be asked at all: questions that are neither hidden nor read-only, nor inside something that is.
// Rules: https://hl7.org/fhir/R4/extension-questionnaire-hidden.html and
// https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.readOnly
import { isQuestion, type Form, type FormItem } from '../content/form.js';

function isOrStandsIn(form: Form, item: FormItem, flag: 'hidden' | 'readOnly'): boolean {
  if (item[flag]) return true;
  const parent = item.parent === undefined ? undefined : form.byLinkId.get(item.parent);
  return parent !== undefined && isOrStandsIn(form, parent, flag);
}

/** Is the item hidden, itself or by something it stands in? Nothing of a hidden item is told to anybody. */
export function isHidden(form: Form, item: FormItem): boolean {
  return isOrStandsIn(form, item, 'hidden');
}

/** Can a person be asked this item, once it is enabled? */
export function isAskable(form: Form, item: FormItem): boolean {
  return isQuestion(item) && !isHidden(form, item) && !isOrStandsIn(form, item, 'readOnly');
}
