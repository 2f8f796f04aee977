// Where a referral stands, in the words of FHIR's Task as the Gravity project uses them: `ready` and `received` are not used.
// Source: https://hl7.org/fhir/us/sdoh-clinicalcare (SDOHCC Task for Referral Management).

export const referralStatuses = ['requested', 'accepted', 'in-progress', 'completed', 'rejected', 'cancelled', 'failed'] as const;

export type ReferralStatus = (typeof referralStatuses)[number];

const over: ReadonlySet<ReferralStatus> = new Set(['completed', 'rejected', 'cancelled', 'failed']);

/** Is nothing more done about it? */
export function isOver(status: ReferralStatus): boolean {
  return over.has(status);
}

/** Why a referral was closed, as reports count it. */
export const closingReasons = {
  helped: 'The person got help',
  signposted: 'Signposted to another service',
  'not-reached': 'Could not be reached',
  withdrawn: 'The person no longer wants help',
  unsuitable: 'Not for this service',
} as const;

export type ClosingReason = keyof typeof closingReasons;

/** Is it one of the reasons? */
export function isClosingReason(text: string): text is ClosingReason {
  return Object.hasOwn(closingReasons, text);
}

const endings: Readonly<Record<ClosingReason, ReferralStatus>> = {
  helped: 'completed',
  signposted: 'completed',
  'not-reached': 'failed',
  withdrawn: 'cancelled',
  unsuitable: 'rejected',
};

/** The status a reason leads to. */
export function endingOf(reason: ClosingReason): ReferralStatus {
  return endings[reason];
}

const statusWords: Readonly<Record<ReferralStatus, string>> = {
  requested: 'New',
  accepted: 'Accepted',
  'in-progress': 'In progress',
  completed: 'Completed',
  rejected: 'Not taken on',
  cancelled: 'Withdrawn',
  failed: 'Could not be reached',
};

/** A status in English, for staff. An index may still say of an old record only that it was closed. */
export function statusInWords(status: string): string {
  return referralStatuses.some(known => known === status) ? statusWords[status as ReferralStatus] : 'Closed';
}
