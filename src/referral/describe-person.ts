// The few words by which a link worker knows a referral in the list: age band, language, needs, days waiting.
import type { Referral } from './referral.js';
import { languageInWords } from '../text/staff-words.js';

const bands: readonly (readonly [below: number, band: string])[] = [
  [16, 'under 16'],
  [18, '16 to 17'],
  [25, '18 to 24'],
  [35, '25 to 34'],
  [45, '35 to 44'],
  [55, '45 to 54'],
  [65, '55 to 64'],
  [75, '65 to 74'],
  [85, '75 to 84'],
];

/** The age band, from the date of birth where given, else from the age told. */
export function ageBand(referral: Referral, today: Date): string {
  const age = ageOf(referral, today);
  if (age === undefined) return 'age not given';
  return bands.find(([below]) => age < below)?.[1] ?? '85 and over';
}

/** Age in whole years. */
export function ageOf({ person, eligibility }: Referral, today: Date): number | undefined {
  const [year, month, day] = (person.dateOfBirth ?? '').split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return eligibility.age;
  return today.getUTCFullYear() - year - (isBefore(today, month, day) ? 1 : 0);
}

function isBefore(today: Date, month: number, day: number): boolean {
  const now = today.getUTCMonth() + 1;
  return now < month || (now === month && today.getUTCDate() < day);
}

/** The needs in the patient's order, the one to begin with first. */
export function needsInOrder({ needs }: Referral): Referral['needs'] {
  return [...needs.filter(need => need.first), ...needs.filter(need => !need.first)];
}

/** The needs as words, for one line. */
export function needsInWords(referral: Referral): string {
  if (referral.way === 'call-me') return 'Asks to be called';
  if (referral.way === 'call-back') return 'Asked for a call after urgent help';
  const labels = needsInOrder(referral).map(need => need.label);
  return labels.length === 0 ? 'No need named' : labels.join(' · ');
}

/** The language to speak with the person, as the list shows it. */
export function spokenInWords({ language }: Referral): string {
  const name = language.spokenName ?? languageInWords(language.spoken ?? language.written);
  return language.interpreter ? `${name} · interpreter` : name;
}
