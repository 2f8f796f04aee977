// What the tests of additions and notices are made of: a service, referrals with red flags, and what is told later.
import type { Service } from '../../src/content/journey/service-schema.js';
import type { Referral, ReferralAddition, ReferralFlag } from '../../src/referral/referral.js';
import type { Json, OutboxEntry, StoreLogger } from '../../src/storage/ports.js';
import { aReferral } from '../staff/a-referral.js';
import { nobodyYoung } from '../support/red-flags.js';

/** Monday, two hours after opening. */
export const monday = '2026-11-23T11:00:00.000Z';

export const service = {
  name: 'Riverside',
  email: 'hello@riverside.example.org',
  openingHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  clinicalContact: { name: 'Dr Day', role: 'Duty', phone: '020 7946 0124', email: 'duty@riverside.example.org' },
  duty: { raiseAgainMinutes: 60, timesAtMost: 2 },
} satisfies Partial<Service>;

/** Destitution is urgent, every other kind of danger same-day. */
export const content = {
  redFlags: {
    responses: new Map([['destitution', { kind: 'destitution', helplines: [], alone: false, urgency: 'urgent' }]] as const),
    young: nobodyYoung,
    answers: [],
    rules: [],
  },
};

export function aFlag(over: Partial<ReferralFlag> = {}): ReferralFlag {
  return { kind: 'self-harm', tier: 'act', rule: 'en-GB:want-to-die', at: monday, words: 'I want to die', ...over };
}

export function entryOf(referral: Referral): OutboxEntry {
  // Safe: a referral holds JSON values only.
  return { id: referral.id, kind: 'referral', payload: referral as unknown as Json };
}

export function additionEntry(id: string, over: Partial<ReferralAddition> = {}): OutboxEntry {
  const addition: ReferralAddition = { v: 1, referralId: aReferral().id, at: monday, flags: [aFlag()], ...over };
  // Safe: likewise.
  return { id, kind: 'addition', payload: addition as unknown as Json };
}

/** A log that keeps its lines. */
export function keepingLogger(): StoreLogger & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep =
    (level: string) =>
    (fields: object, message: string): void => {
      lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
    };
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}
