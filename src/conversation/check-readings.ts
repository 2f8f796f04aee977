// The checking phase: is what was understood allowed here? If not, say why and leave nothing half-recorded.
import { checkAnswer } from '../questionnaire/check-answer.js';
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import { isPlausibleBirth } from './birth-and-age.js';
import type { Notice } from './conversation.js';
import { isUnknownPlace } from './place-told.js';
import { answersEach, withNotices } from './turn-state.js';
import type { Accepted, Phase, Reading, TurnState } from './turn-state.js';

function wrongValues(key: string, item: FormItem, values: readonly AnswerValue[], state: TurnState): Notice | undefined {
  const checked = checkAnswer(item, values);
  if (!checked.ok) return { code: 'refused', key, why: checked.why, ...(checked.limit === undefined ? {} : { limit: checked.limit }) };
  return isPlausibleBirth(item, values, state) ? undefined : { code: 'refused', key, why: 'date-not-age' };
}

type Given = Extract<Reading['understood'], { readonly kind: 'values' | 'propose' }>;

/** What somebody should look at once more before it is recorded is only proposed. */
function doubted(key: string, understood: Given, state: TurnState): Given {
  return isUnknownPlace(key, understood.values, state) ? { kind: 'propose', values: understood.values } : understood;
}

/** Why it was not understood. */
function unclear(key: string, { why, limit }: Extract<Reading['understood'], { readonly kind: 'unclear' }>): Notice {
  return { code: 'refused', key, why, ...(limit === undefined ? {} : { limit }) };
}

/** At a desk without privacy even a required question may be left out. */
function mustAnswer({ item }: Reading['asked'], { unasked }: Extract<Reading['understood'], { kind: 'skip' }>): boolean {
  return item.required && unasked !== true;
}

/** What may be recorded of a reading, or why not. */
function judge({ asked, understood }: Reading, state: TurnState): Notice | Accepted {
  const { key, item } = asked;
  switch (understood.kind) {
    case 'unclear':
      return unclear(key, understood);
    case 'skip':
      return mustAnswer(asked, understood) ? { code: 'cannot-skip', key } : { asked, understood };
    case 'another':
      return wrongValues(key, asked.step.item, understood.values, state) ?? { asked, understood };
    case 'values':
    case 'propose':
      return wrongValues(key, item, understood.values, state) ?? { asked, understood: doubted(key, understood, state) };
  }
}

/** Accepts what may be recorded; several answers at once are accepted together or not at all, unless each was given for itself. */
export const checkReadings: Phase = state => {
  const judged = state.readings.map(reading => judge(reading, state));
  const faults = judged.filter(one => 'code' in one);
  const told = { ...withNotices(state, ...faults), readings: [] };
  if (faults.length > 0 && answersEach(state) === undefined) return told;
  return { ...told, accepted: judged.filter(one => 'asked' in one) };
};
