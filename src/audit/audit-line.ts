// One line of the audit trail. What was done is one of a closed set: an audit trail holds no free text.
import type { AuditLine } from '../storage/ports.js';

/** What staff can do that is kept account of. */
export const auditedActions = ['signed-in', 'viewed', 'accepted', 'noted', 'closed', 'reopened'] as const;

/** One of them. */
export type AuditedAction = (typeof auditedActions)[number];

/** Makes the line. `who` is the name given at sign-in, `record` the referral's id. */
export function auditLine(did: AuditedAction, who: string, at: Date, record?: string): AuditLine {
  return { at: at.toISOString(), who, did, ...(record === undefined ? {} : { record }) };
}
