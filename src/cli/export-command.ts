// `referral export ID`: one referral, found by its id or by its reference, as JSON or as a FHIR R4 bundle.
import { readReferralRecord } from '../delivery/referral-record.js';
import { toFhir } from '../referral/to-fhir.js';
import type { Content } from '../content/content.js';
import type { ReferralStore } from '../storage/ports.js';
import type { CommandResult } from './questionnaire-commands.js';

/** Prints one referral. `format`: json, or fhir for a transaction Bundle. */
export async function exportCommand(name: string, format: string, referrals: ReferralStore, content: Content): Promise<CommandResult> {
  if (format !== 'json' && format !== 'fhir') return { output: `unknown format: ${format} (json or fhir)`, exitCode: 1 };
  const stored = (await referrals.get(name)) ?? (await referrals.findByReference(name.toUpperCase()));
  if (!stored) return { output: `no referral with this id or reference: ${name}`, exitCode: 1 };
  const record = readReferralRecord(stored.value);
  if (!record) return { output: `this referral was written by a newer version: ${name}`, exitCode: 1 };
  const accepted = record.history.some(step => step.status === 'accepted');
  const projected = format === 'json' ? record : toFhir(record.referral, record.status, content, accepted);
  return { output: JSON.stringify(projected, null, 2), exitCode: 0 };
}
