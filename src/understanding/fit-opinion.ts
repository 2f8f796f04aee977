// A recogniser's value in the type the item wants: it knows numbers, not FHIR types; and it is believed only where the words bear it out.
import type { Listen } from '../content/content.js';
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import { wordsBearOut } from './words-bear-out.js';

/** What was asked about, in the language it was said in. */
export interface Asked {
  readonly text: string;
  readonly listen: Listen;
}

function numberOf(value: AnswerValue): number | undefined {
  if ('valueInteger' in value) return value.valueInteger;
  return 'valueDecimal' in value ? value.valueDecimal : undefined;
}

/** The value as the item's type, or undefined when it does not fit (a fraction where whole numbers are asked) or the text does not say it. */
export function fitOpinion(item: FormItem, value: AnswerValue, { text, listen }: Asked): AnswerValue | undefined {
  if ('valueDate' in value) return item.type === 'date' && item.format !== 'date-of-birth' ? value : undefined;
  const number = numberOf(value);
  if (number === undefined || !wordsBearOut(number, text, listen)) return undefined;
  if (item.type === 'decimal') return { valueDecimal: number };
  return item.type === 'integer' && Number.isInteger(number) ? { valueInteger: number } : undefined;
}
