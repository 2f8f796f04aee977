// How soon a person must read this referral. A flag that was asked about and answered "safe" still asks for a look; one that
// could not be asked about at a desk counts as told plainly (conversation/raise-flags.ts). Nothing is scored.
import type { Content } from '../content/content.js';
import type { Referral, ReferralFlag } from './referral.js';

type Urgency = Referral['urgency'];

/** same-day: a person reads it today; urgent: before the others; routine: in its turn. */
export function urgencyOf(
  { flags }: { readonly flags: readonly Pick<ReferralFlag, 'kind' | 'tier'>[] },
  content: Pick<Content, 'redFlags'>,
): Urgency {
  const acute = flags.filter(flag => flag.tier === 'act');
  if (acute.some(flag => content.redFlags.responses.get(flag.kind)?.urgency !== 'urgent')) return 'same-day';
  return flags.length > 0 ? 'urgent' : 'routine';
}

const rising: readonly Urgency[] = ['routine', 'urgent', 'same-day'];

/** The more urgent of two: what was urgent once stays so. */
export function moreUrgent(one: Urgency, other: Urgency): Urgency {
  return rising.indexOf(one) >= rising.indexOf(other) ? one : other;
}
