// One line of the audit trail. What was done is one of a closed set: an audit trail holds no free text.
import type { AuditLine } from '../storage/ports.js';

/**
 * What is kept account of: what staff do, what came to a referral and was raised again by itself, and who answers for offering languages
 * nobody has reviewed. `flags-…` with an outcome: a person has acted on red flags.
 */
export const auditedActions = [
  'signed-in',
  'handed-over',
  'began-with-patient',
  'began-waiting-room-screen',
  'ended-waiting-room-screen',
  'viewed',
  'opened',
  'accepted',
  'assigned',
  'noted',
  'made-letter',
  'closed',
  'reopened',
  'flags-added',
  'flags-spoke',
  'flags-passed-to-clinician',
  'flags-safeguarding-referral',
  'flags-not-reached-escalated',
  'raised-again',
  'told-duty',
  'accepted-draft-languages',
  'duty-asked-at-desk',
  'leaflet-sent-from-desk',
  'notices-begun',
  'notices-ended',
] as const;

/** One of them. */
export type AuditedAction = (typeof auditedActions)[number];

/** Makes the line. `who` is the name given at sign-in, `record` the referral's id; for languages who accepts them, and their tags. */
export function auditLine(did: AuditedAction, who: string, at: Date, record?: string): AuditLine {
  return { at: at.toISOString(), who, did, ...(record === undefined ? {} : { record }) };
}
