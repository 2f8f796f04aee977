// What staff do to a referral, on its page or in Teams, as a change from one record to the next. Each change of status leaves a line in its history.
import type { AuditedAction } from '../audit/audit-line.js';
import { closeFlags, type FlagOutcome } from './flagged.js';
import { endingOf, isOver } from '../referral/referral-status.js';
import type { ClosingReason } from '../referral/referral-status.js';
import type { StaffRecord } from './read-record.js';
import type { Assigned } from './referral-record.js';

/** Who changes it: the name others read, and who that is in Teams where it is known. */
export interface Doer {
  readonly name: string;
  readonly teams?: Assigned['teams'];
}

/** Longest note, in characters. */
export const noteLength = 2_000;

/** Longest detail of what was done about red flags. */
export const detailLength = 300;

/** Who a referral is given to: the name others read, and who that is in Teams where it is known. */
export type Assignee = Pick<Assigned, 'who' | 'teams'>;

/** One thing done by staff. */
export type Change =
  | { readonly kind: 'accept' }
  | { readonly kind: 'reopen' }
  /** Somebody is to see to it; they have not accepted it by that. */
  | { readonly kind: 'assign'; readonly to: Assignee }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'close'; readonly reason: ClosingReason }
  /** A person has acted on the red flags. */
  | { readonly kind: 'close-flags'; readonly outcome: FlagOutcome; readonly detail: string };

const actions: Readonly<Record<Exclude<Change['kind'], 'close-flags'>, AuditedAction>> = {
  accept: 'accepted',
  reopen: 'reopened',
  assign: 'assigned',
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
      return isOver(record.status);
    case 'assign':
      return !isOver(record.status) && !isSame(record.assigned, change.to);
    case 'close':
      return !isOver(record.status) && !hasOpenFlags(record);
    case 'close-flags':
      return hasOpenFlags(record);
    case 'note':
      return true;
  }
}

function isSame(one: Assigned | undefined, { who, teams }: Assignee): boolean {
  return one?.who === who && one.teams?.tenant === teams?.tenant && one.teams?.user === teams?.user;
}

function accepted(record: StaffRecord, { name, teams }: Doer, at: string): StaffRecord {
  const assigned = { who: name, at, ...(teams && { teams }) };
  return { ...record, status: 'accepted', assigned, history: [...record.history, { at, who: name, status: 'accepted' }] };
}

/** The record after the change. Whoever accepts a referral has it from then on. */
export function changeRecord(record: StaffRecord, change: Change, doer: Doer, at: string): StaffRecord {
  const who = doer.name;
  switch (change.kind) {
    case 'accept':
      return accepted(record, doer, at);
    case 'assign':
      return { ...record, assigned: { ...change.to, at } };
    case 'reopen':
      return { ...record, status: 'accepted', history: [...record.history, { at, who, status: 'accepted' }] };
    case 'close': {
      const status = endingOf(change.reason);
      return { ...record, status, history: [...record.history, { at, who, status, reason: change.reason }] };
    }
    case 'note':
      return { ...record, notes: [...record.notes, { at, who, text: change.text }] };
    case 'close-flags': {
      const { outcome, detail } = change;
      return record.flagged === undefined ? record : { ...record, flagged: closeFlags(record.flagged, { outcome, detail, at, who }) };
    }
  }
}
