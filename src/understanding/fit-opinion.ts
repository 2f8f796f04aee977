// A recogniser's value in the type the item wants: it knows numbers, not FHIR types.
import type { AnswerValue, FormItem } from '../content/forms/form.js';

/** The value as the item's type, or undefined when it does not fit (a fraction where whole numbers are asked). */
export function fitOpinion(item: FormItem, value: AnswerValue): AnswerValue | undefined {
  if ('valueDate' in value) return item.type === 'date' && item.format !== 'date-of-birth' ? value : undefined;
  if (item.type === 'decimal' && 'valueInteger' in value) return { valueDecimal: value.valueInteger };
  const fits = (item.type === 'decimal' && 'valueDecimal' in value) || (item.type === 'integer' && 'valueInteger' in value);
  return fits ? value : undefined;
}
