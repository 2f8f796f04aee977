// What can be done about red flags, as the form asks for it and as it is told afterwards.
import type { FlagOutcome } from '../delivery/flagged.js';

/** How one outcome reads. */
export interface OutcomeWords {
  /** Its choice in the form, and how it is told. */
  readonly label: string;
  /** Its own field: what must be written with it. */
  readonly detail: string;
  /** Said when that is missing. */
  readonly missing: string;
}

/** In the order of the form. */
export const outcomeWords: Readonly<Record<FlagOutcome, OutcomeWords>> = {
  spoke: {
    label: 'Spoke with the person',
    detail: 'What was agreed with them',
    missing: 'Write what was agreed with the person.',
  },
  'passed-to-clinician': {
    label: 'Passed to a clinician',
    detail: 'Name of the clinician who has it now',
    missing: 'Write the name of the clinician who has it now.',
  },
  'safeguarding-referral': {
    label: 'Made a safeguarding referral',
    detail: 'Where it was sent',
    missing: 'Write where the safeguarding referral was sent.',
  },
  'not-reached-escalated': {
    label: 'Could not reach the person, and escalated it',
    detail: 'Whom it was escalated to',
    missing: 'Write whom you escalated it to. That the person was not reached is not enough: somebody else has to know.',
  },
};

/** Is it one of them? */
export function isFlagOutcome(text: string): text is FlagOutcome {
  return Object.hasOwn(outcomeWords, text);
}

/** Name of the form field that goes with an outcome. */
export function detailField(outcome: FlagOutcome): string {
  return `detail-${outcome}`;
}
