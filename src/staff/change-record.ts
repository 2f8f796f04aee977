// What staff do to a referral, as a change from one record to the next. Each leaves a line in its history.
import type { AuditedAction } from '../audit/audit-line.js';
import type { ClosingReason, StaffRecord } from './read-record.js';

/** Longest note, in characters. */
export const noteLength = 2_000;

/** One thing done by staff. */
export type Change =
  | { readonly kind: 'accept' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'close'; readonly reason: ClosingReason };

/** The name an action has in the audit trail. */
export const actionOf: Readonly<Record<Change['kind'], AuditedAction>> = {
  accept: 'accepted',
  reopen: 'reopened',
  note: 'noted',
  close: 'closed',
};

/** Is there anything to change? Accepting twice, for example, changes nothing. */
export function applies(record: StaffRecord, change: Change): boolean {
  if (change.kind === 'accept') return record.status === 'requested';
  if (change.kind === 'reopen') return record.status === 'closed';
  if (change.kind === 'close') return record.status !== 'closed';
  return true;
}

/** The record after the change. */
export function changeRecord(record: StaffRecord, change: Change, who: string, at: string): StaffRecord {
  switch (change.kind) {
    case 'accept':
    case 'reopen':
      return { ...record, status: 'accepted', history: [...record.history, { at, who, status: 'accepted' }] };
    case 'close':
      return { ...record, status: 'closed', history: [...record.history, { at, who, status: 'closed', reason: change.reason }] };
    case 'note':
      return { ...record, notes: [...record.notes, { at, who, text: change.text }] };
  }
}
