// Where a referral stands in the worklist: danger nobody has acted on first, then urgent, then newest first. Both stores keep this, and
// nothing else of the index, in the open.
import type { RecordIndex } from './ports.js';

/** 3: flagged `act`; 2: flagged `ask`; 1: urgent; 0: the rest. */
export type ListRank = 0 | 1 | 2 | 3;

/** Sorts descending: first by `rank`, then by `at` (milliseconds). */
export interface ListPosition {
  readonly rank: ListRank;
  readonly at: number;
}

const RANK_WEIGHT = 1e15;

function rankOf({ flagged, urgent }: RecordIndex): ListRank {
  if (flagged !== undefined) return flagged === 'act' ? 3 : 2;
  return urgent ? 1 : 0;
}

/** The position of a record with this index; an unreadable time counts as the oldest. */
export function listPosition(index: RecordIndex): ListPosition {
  const at = Date.parse(index.submittedAt);
  return { rank: rankOf(index), at: Number.isNaN(at) ? 0 : at };
}

/** The position as one number, exact in a double until the year 33658. */
export function listScore(index: RecordIndex): number {
  const { rank, at } = listPosition(index);
  return rank * RANK_WEIGHT + at;
}
