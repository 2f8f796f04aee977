// Checks a quantity answer: its number as any decimal, its unit one of those the question takes.
// Rules: https://hl7.org/fhir/R4/datatypes.html#Quantity, https://hl7.org/fhir/R4/extension-questionnaire-unitoption.html
import type { FormItem, QuantityValue, Unit } from '../content/forms/form.js';
import type { AnswerCheck } from './answer-fault.js';
import { checkDecimal } from './check-number.js';

function isIn(quantity: QuantityValue, unit: Unit): boolean {
  const { code, system } = quantity;
  if (code === undefined || unit.code === undefined) return quantity.unit === unit.label;
  return code === unit.code && (system === undefined || unit.system === undefined || system === unit.system);
}

function checkUnit({ units }: FormItem, quantity: QuantityValue): AnswerCheck {
  if (units.length === 0 || units.some(unit => isIn(quantity, unit))) return { ok: true };
  return { ok: false, why: quantity.unit === undefined && quantity.code === undefined ? 'unit-missing' : 'not-a-unit' };
}

/** Checks the value of a quantity question. Its bounds are numbers, in whichever of its units it is given. */
export function checkQuantity(item: FormItem, quantity: QuantityValue): AnswerCheck {
  const unit = checkUnit(item, quantity);
  return unit.ok ? checkDecimal(item, quantity.value) : unit;
}
