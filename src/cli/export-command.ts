// `referral export ID`: one referral, found by its id or by its reference, as JSON, as a FHIR R4 bundle, or as the letter for the link worker.
import { writeFile } from 'node:fs/promises';
import { readReferralRecord, type ReferralRecord } from '../delivery/referral-record.js';
import { letterPdf } from '../letters/pdf/letter-pdf.js';
import { toFhir } from '../referral/to-fhir.js';
import { toLetter } from '../referral/to-letter.js';
import type { Content } from '../content/content.js';
import type { ReferralStore } from '../storage/ports.js';
import type { CommandResult } from './questionnaire-commands.js';

const formats = ['json', 'fhir', 'letter'] as const;

/** What is asked for: `json`, `fhir` (a transaction Bundle) or `letter` (a PDF, written to the file `out`). */
export interface ExportAsked {
  readonly name: string;
  readonly format: string;
  readonly out?: string | undefined;
}

const fault = (output: string): CommandResult => ({ output, exitCode: 1 });

async function writeLetter(record: ReferralRecord, content: Content, out: string | undefined, now: Date): Promise<CommandResult> {
  if (out === undefined) return fault('name the file the letter goes to: --out letter.pdf');
  const pdf = await letterPdf(toLetter(record.referral, content.service, now), now);
  await writeFile(out, pdf, { mode: 0o600 });
  return { output: `${out}: ${String(pdf.length)} bytes`, exitCode: 0 };
}

/** Prints one referral, or writes its letter. */
export async function exportCommand(
  { name, format, out }: ExportAsked,
  referrals: ReferralStore,
  content: Content,
  now: Date,
): Promise<CommandResult> {
  if (!formats.some(known => known === format)) return fault(`unknown format: ${format} (${formats.join(', ')})`);
  const stored = (await referrals.get(name)) ?? (await referrals.findByReference(name.toUpperCase()));
  if (!stored) return fault(`no referral with this id or reference: ${name}`);
  const record = readReferralRecord(stored.value);
  if (!record) return fault(`this referral was written by a newer version: ${name}`);
  if (format === 'letter') return writeLetter(record, content, out, now);
  const accepted = record.history.some(step => step.status === 'accepted');
  const projected = format === 'json' ? record : toFhir(record.referral, record.status, content, accepted);
  return { output: JSON.stringify(projected, null, 2), exitCode: 0 };
}
