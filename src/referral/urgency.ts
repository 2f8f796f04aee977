// How soon a person must read this referral. A flag that was asked about and answered "safe" still asks for a look; nothing is scored.
import type { Content } from '../content/content.js';
import type { Referral } from './referral.js';
import type { ReferralSource } from './referral-source.js';

/** same-day: a person reads it today; urgent: before the others; routine: in its turn. */
export function urgencyOf(source: ReferralSource, content: Content): Referral['urgency'] {
  const acute = source.flags.filter(flag => flag.tier === 'act');
  if (acute.some(flag => content.redFlags.responses.get(flag.kind)?.urgency !== 'urgent')) return 'same-day';
  return source.flags.length > 0 ? 'urgent' : 'routine';
}
