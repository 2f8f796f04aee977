// One line of the audit trail. What was done is one of a closed set: an audit trail holds no free text.
import type { AuditLine } from '../storage/ports.js';

/** What is kept account of: what staff do, and who answers for offering languages nobody has reviewed. */
export const auditedActions = ['signed-in', 'viewed', 'accepted', 'noted', 'closed', 'reopened', 'accepted-draft-languages'] as const;

/** One of them. */
export type AuditedAction = (typeof auditedActions)[number];

/** Makes the line. `who` is the name given at sign-in, `record` the referral's id; for languages who accepts them, and their tags. */
export function auditLine(did: AuditedAction, who: string, at: Date, record?: string): AuditLine {
  return { at: at.toISOString(), who, did, ...(record === undefined ? {} : { record }) };
}
