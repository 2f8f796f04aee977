// The checking phase: is what was understood allowed here? If not, say why and leave nothing half-recorded.
import { checkAnswer } from '../questionnaire/check-answer.js';
import { isPlausibleBirth } from './birth-and-age.js';
import type { Notice } from './conversation.js';
import { withNotices } from './turn-state.js';
import type { Accepted, Phase, Reading, TurnState } from './turn-state.js';

function fault(reading: Reading, state: TurnState): Notice | undefined {
  const { item, understood } = reading;
  const key = item.linkId;
  switch (understood.kind) {
    case 'unclear':
      return { code: 'refused', key, why: understood.why, ...(understood.limit === undefined ? {} : { limit: understood.limit }) };
    case 'skip':
      return item.required ? { code: 'cannot-skip', key } : undefined;
    case 'values':
    case 'propose': {
      const checked = checkAnswer(item, understood.values);
      if (!checked.ok) return { code: 'refused', key, why: checked.why, ...(checked.limit === undefined ? {} : { limit: checked.limit }) };
      return isPlausibleBirth(item, understood.values, state) ? undefined : { code: 'refused', key, why: 'date-not-age' };
    }
  }
}

/** Accepts what may be recorded; several answers at once are accepted together or not at all. */
export const checkReadings: Phase = state => {
  const faults = state.readings.map(reading => fault(reading, state)).filter(notice => notice !== undefined);
  if (faults.length > 0) return { ...withNotices(state, ...faults), readings: [] };
  const accepted = state.readings.flatMap(({ item, understood }): Accepted[] =>
    understood.kind === 'unclear' ? [] : [{ item, understood }],
  );
  return { ...state, readings: [], accepted };
};
