// A date of birth and an age given in one conversation must agree within a year: a wrong date of birth is a wrong patient.
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import { roleValues } from './role-values.js';
import type { TurnState } from './turn-state.js';

/** Whole years between two ISO dates. */
export function yearsBetween(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The age given in this very message, or before it. */
function ageGiven({ readings, conversation, content }: TurnState): AnswerValue | undefined {
  const now = readings.find(one => one.understood.kind === 'values' && content.journey.roles.age.includes(one.asked.key));
  return now?.understood.kind === 'values' ? now.understood.values[0] : roleValues('age', conversation, content)[0];
}

/** False when a date of birth is more than a year away from the age already given. */
export function isPlausibleBirth(item: FormItem, values: readonly AnswerValue[], state: TurnState): boolean {
  const birth = values[0];
  if (item.format !== 'date-of-birth' || !birth || !('valueDate' in birth)) return true;
  const age = ageGiven(state);
  if (!age || !('valueInteger' in age)) return true;
  return Math.abs(yearsBetween(birth.valueDate, state.turn.at.slice(0, 10)) - age.valueInteger) <= 1;
}
