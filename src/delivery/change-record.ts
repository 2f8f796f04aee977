// What staff do to a referral, as a change from one record to the next. Each leaves a line in its history.
import type { AuditedAction } from '../audit/audit-line.js';
import { closeFlags, type FlagOutcome } from '../delivery/flagged.js';
import type { ClosingReason, StaffRecord } from './read-record.js';

/** Longest note, in characters. */
export const noteLength = 2_000;

/** Longest detail of what was done about red flags. */
export const detailLength = 300;

/** One thing done by staff. */
export type Change =
  | { readonly kind: 'accept' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'close'; readonly reason: ClosingReason }
  /** A person has acted on the red flags. */
  | { readonly kind: 'close-flags'; readonly outcome: FlagOutcome; readonly detail: string };

const actions: Readonly<Record<Exclude<Change['kind'], 'close-flags'>, AuditedAction>> = {
  accept: 'accepted',
  reopen: 'reopened',
  note: 'noted',
  close: 'closed',
};

/** The name an action has in the audit trail: with the outcome where it is about red flags, never with what was written. */
export function actionOf(change: Change): AuditedAction {
  return change.kind === 'close-flags' ? `flags-${change.outcome}` : actions[change.kind];
}

/** Is danger told that nobody has acted on? */
export function hasOpenFlags({ flagged }: StaffRecord): boolean {
  return flagged?.open === true;
}

/** Is there anything to change? Accepting twice, for example, changes nothing. */
export function applies(record: StaffRecord, change: Change): boolean {
  switch (change.kind) {
    case 'accept':
      return record.status === 'requested';
    case 'reopen':
      return record.status === 'closed';
    case 'close':
      return record.status !== 'closed' && !hasOpenFlags(record);
    case 'close-flags':
      return hasOpenFlags(record);
    case 'note':
      return true;
  }
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
    case 'close-flags': {
      const { outcome, detail } = change;
      return record.flagged === undefined ? record : { ...record, flagged: closeFlags(record.flagged, { outcome, detail, at, who }) };
    }
  }
}
