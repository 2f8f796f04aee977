// Referrals as patients send them: one in English, one in Arabic, each with everything a link worker may meet.
import type { Referral, ReferralAnswer } from '../../src/referral/referral.js';
import { openFlags } from '../../src/delivery/flagged.js';
import { indexOfRecord } from '../../src/delivery/record-index.js';
import { writeReferralRecord } from '../../src/delivery/referral-record.js';
import type { ReferralStore } from '../../src/storage/ports.js';

function said(question: string, answer: string, wordsIn?: string): ReferralAnswer {
  const words = wordsIn === undefined ? {} : { wordsIn };
  return { linkId: question, part: 'p', question, values: [{ valueString: answer }], answer, at: '2026-11-20T10:00:00Z', ...words };
}

/** A whole referral; overrides replace its top parts. */
export function aReferral(overrides: Partial<Referral> = {}): Referral {
  return {
    v: 1,
    id: 'c1-1',
    reference: 'AB2C-D3EF',
    codeHash: 'aa:bb',
    way: 'full',
    submittedAt: '2026-11-20T10:00:00.000Z',
    urgency: 'routine',
    flags: [],
    contact: {
      name: 'Sam Carter',
      phone: '07700 900123',
      email: 'sam@example.org',
      safety: ['Do not leave a message.'],
      times: 'After 2pm',
    },
    language: {
      written: 'en-GB',
      spoken: 'en',
      spokenName: 'English',
      interpreter: false,
      access: [{ code: 'step-free', label: 'Step-free access' }],
    },
    needs: [
      { key: 'money', label: 'Money', first: false, answers: [said('Are you behind with bills?', 'Yes')] },
      { key: 'loneliness', label: 'Loneliness', first: true, answers: [] },
    ],
    words: [said('What is on your mind?', 'I am behind with <b>rent</b> & alone', 'en-GB')],
    measures: [
      { id: 'ucla-3', name: 'UCLA-3 loneliness', codes: [], value: 7, range: [3, 9], at: '2026-11-20T10:00:00Z' },
      { id: 'hunger', name: 'Hunger Vital Sign: at risk', codes: [], value: true, at: '2026-11-20T10:00:00Z' },
    ],
    eligibility: { age: 46, practice: { ods: 'F84000', name: 'Riverside Practice' }, postcode: 'E1 6AN' },
    person: { dateOfBirth: '1980-06-10', gender: 'Woman', nhsNumber: '943 476 5919', ethnicity: { code: 'A', label: 'White British' } },
    consents: [
      {
        purpose: 'share-link-worker',
        given: true,
        at: '2026-11-20T09:55:00Z',
        wording: 'May we share this with the link worker?',
        lang: 'en-GB',
      },
      { purpose: 'share-gp', given: false, at: '2026-11-20T09:55:00Z', wording: 'May we share this with your GP practice?', lang: 'en-GB' },
    ],
    who: { kind: 'self', detail: [] },
    answers: [],
    codes: [],
    responses: [],
    contentVersion: 'test',
    ...overrides,
  };
}

/** The same in Arabic, urgent, helped by somebody. */
export function anArabicReferral(): Referral {
  return aReferral({
    id: 'c2-1',
    reference: 'QR7S-T8UV',
    urgency: 'same-day',
    submittedAt: '2026-11-18T08:30:00.000Z',
    flags: [{ kind: 'self-harm', tier: 'act', rule: 'r1', at: '2026-11-18T08:20:00Z' }],
    contact: {
      name: 'ليلى حسن',
      phone: '07700 900456',
      safety: ['Not asked which ways are safe. Say nothing of this service to anyone else.'],
    },
    language: { written: 'ar', spoken: 'ar', spokenName: 'Arabic', interpreter: true, access: [] },
    words: [said('What is on your mind?', 'أشعر بالوحدة منذ وفاة زوجي.\nلا أعرف أحدا هنا.', 'ar')],
    needs: [{ key: 'loneliness', label: 'Loneliness', first: true, answers: [said('Tell us more', 'لا يزورني أحد', 'ar')] }],
    measures: [],
    person: {},
    eligibility: { age: 70 },
    consents: [],
    who: { kind: 'helped', detail: [said('Who is helping?', 'A neighbour')] },
  });
}

/** Asked to be called, and told nearly nothing. */
export function aCallMeReferral(): Referral {
  const contact = { name: 'Jo', phone: '020 7946 0000', safety: ['A message may be left.'] };
  const nothing = { needs: [], words: [], measures: [], consents: [], person: {}, eligibility: {} };
  const language = { written: 'pl', interpreter: false, access: [] };
  return aReferral({
    id: 'c3-1',
    reference: 'WX4Y-Z5AB',
    way: 'call-me',
    submittedAt: '2026-11-21T10:00:00.000Z',
    contact,
    language,
    ...nothing,
  });
}

/** Puts it where the outbox would. */
export async function keep(referrals: ReferralStore, referral: Referral): Promise<void> {
  const flagged = referral.flags.length === 0 ? {} : { flagged: openFlags(referral.submittedAt) };
  const record = { v: 1, referral, status: 'requested', notes: [], history: [], ...flagged } as const;
  const lifetime = referral.flags.length === 0 ? 86_400 * 30 : 'kept';
  await referrals.put(referral.id, indexOfRecord(record), writeReferralRecord(record), lifetime);
}
