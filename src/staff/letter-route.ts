// GET /worklist/:reference/letter: the letter of a referral as a PDF, to print or to keep with the practice's own records. Who made one is written down.
import { auditLine } from '../audit/audit-line.js';
import type { Session } from '../access/session-token.js';
import type { PageResponse } from '../channels/pages/page.js';
import type { OpenRecord } from '../delivery/read-record.js';
import { letterPdf } from '../letters/pdf/letter-pdf.js';
import { toLetter } from '../referral/to-letter.js';
import type { WorklistParts } from './worklist-routes.js';

/** The letter. */
export async function letterOf(parts: WorklistParts, { id, index, record }: OpenRecord, { who }: Session): Promise<PageResponse> {
  const now = parts.clock();
  const bytes = await letterPdf(toLetter(record.referral, parts.service, now), now);
  await parts.referrals.audit(auditLine('made-letter', who, now, id));
  return {
    status: 200,
    contentType: 'application/pdf',
    body: '',
    bytes,
    headers: { 'Cache-Control': 'no-store', 'Content-Disposition': `inline; filename="referral-${index.reference}.pdf"` },
  };
}
