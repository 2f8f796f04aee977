// Red flags and urgency in English words for staff: what was told and how it was heard, never how bad it is thought to be.
import type { RedFlagKind } from '../content/content.js';
import type { Referral, ReferralFlag } from './referral.js';
import { isUnaskedRule } from './unasked-flag.js';

/** What was told. */
export const flagWords: Readonly<Record<RedFlagKind, string>> = {
  emergency: 'A medical emergency',
  'self-harm': 'Thoughts of suicide or self-harm',
  abuse: 'Abuse, or fear of somebody',
  child: 'A child may be in danger',
  'harm-to-others': 'Harm to somebody else',
  destitution: 'Without food, money or a place to stay',
};

const tierWords: Readonly<Record<ReferralFlag['tier'], string>> = {
  act: 'told plainly; urgent help was shown at once',
  ask: 'heard and asked about',
};

const unaskedWords = 'could not be asked about at the desk; urgent help was shown at once';

/** How soon to read it. */
export const urgencyWords: Readonly<Record<Referral['urgency'], string>> = {
  'same-day': 'Read and act today',
  urgent: 'Before the others',
  routine: 'In its turn',
};

/** How it was heard. */
export function howHeard({ tier, rule }: Pick<ReferralFlag, 'tier' | 'rule'>): string {
  return isUnaskedRule(rule) ? unaskedWords : tierWords[tier];
}
