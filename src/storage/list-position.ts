// Where a referral stands in the worklist: urgent first, then newest first. Both stores keep this, and nothing else of the index, in the open.
import type { RecordIndex } from './ports.js';

/** Sorts descending: first by `urgent`, then by `at` (milliseconds). */
export interface ListPosition {
  readonly urgent: 0 | 1;
  readonly at: number;
}

const URGENT_WEIGHT = 1e15;

/** The position of a record with this index; an unreadable time counts as the oldest. */
export function listPosition(index: RecordIndex): ListPosition {
  const at = Date.parse(index.submittedAt);
  return { urgent: index.urgent ? 1 : 0, at: Number.isNaN(at) ? 0 : at };
}

/** The position as one number, exact in a double until the year 33658. */
export function listScore(index: RecordIndex): number {
  const { urgent, at } = listPosition(index);
  return urgent * URGENT_WEIGHT + at;
}
