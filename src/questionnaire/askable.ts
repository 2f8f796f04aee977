// Which items a person can be asked at all: questions that are neither hidden nor read-only, nor inside something that is.
// Rules: https://hl7.org/fhir/R4/extension-questionnaire-hidden.html and
// https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.readOnly
import { isQuestion, type Form, type FormItem } from '../content/form.js';

function above(form: Form, item: FormItem): FormItem | undefined {
  return item.parent === undefined ? undefined : form.byLinkId.get(item.parent);
}

/** Is the item hidden, itself or by something it stands in? Nothing of a hidden item is told to anybody. */
export function isHidden(form: Form, item: FormItem): boolean {
  for (let at: FormItem | undefined = item; at !== undefined; at = above(form, at)) if (at.hidden) return true;
  return false;
}

/** Is the item read-only, itself or by something it stands in? */
function isReadOnly(form: Form, item: FormItem): boolean {
  for (let at: FormItem | undefined = item; at !== undefined; at = above(form, at)) if (at.readOnly) return true;
  return false;
}

/** Can a person be asked this item, once it is enabled? */
export function isAskable(form: Form, item: FormItem): boolean {
  return isQuestion(item) && !isHidden(form, item) && !isReadOnly(form, item);
}
