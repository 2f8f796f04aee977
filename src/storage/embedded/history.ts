// Histories in lmdb: one value a conversation holds the turns that are kept, written under the same condition as the conversation itself.
import { answering } from '../answering.js';
import { databaseNames, HISTORY_BYTES, HISTORY_LAST_SECONDS, HISTORY_VALUES, historyKey } from '../keys.js';
import type { HistoryStore } from '../history-port.js';
import type { Clock, Json } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { openTurn, sealTurn } from '../sealed-history.js';
import { createWatchers } from '../watchers.js';
import type { Databases } from './databases.js';
import { markExpiry } from './expiry.js';
import { afterExpiry, readExpiry, withExpiry } from './expiring-bytes.js';
import { readTurns, writeTurns } from './history-frame.js';
import type { KeptTurn } from './history-frame.js';

/** What a save does to a history; `writes` belongs into the conversation's own write, `tell` after it. */
export interface HistoryChange {
  readonly writes: () => readonly Promise<boolean>[];
  readonly tell: () => void;
}

export interface EmbeddedHistory extends HistoryStore {
  readonly add: (name: string, rev: number, values: readonly Json[], expiresAt: number) => HistoryChange;
  /** Nothing is left but `last`. */
  readonly end: (name: string, rev: number, last: readonly Json[]) => HistoryChange;
}

const nothing: HistoryChange = { writes: () => [], tell: () => undefined };

/** Makes the history store over open databases. */
export function createHistory(dbs: Databases, keys: KeyRing, clock: Clock): EmbeddedHistory {
  const watchers = createWatchers();

  const kept = (key: string): readonly KeptTurn[] => {
    const bytes = dbs.history.get(key);
    return bytes === undefined || readExpiry(bytes) <= clock().getTime() ? [] : readTurns(afterExpiry(bytes));
  };

  const change = (name: string, rev: number, turns: readonly KeptTurn[], expiresAt: number): HistoryChange => {
    const key = historyKey(name);
    const bytes = withExpiry(expiresAt, writeTurns(turns));
    return {
      writes: () => [dbs.history.put(key, bytes, rev), markExpiry(dbs, databaseNames.history, [key], expiresAt)],
      tell: () => {
        watchers.tell(name);
      },
    };
  };

  const next = (name: string, rev: number, values: readonly Json[]): readonly [readonly KeptTurn[], KeptTurn] => {
    const key = historyKey(name);
    const before = kept(key);
    return [before, { seq: (before.at(-1)?.seq ?? 0) + 1, rev, count: values.length, sealed: sealTurn(keys, key, rev, values) }];
  };

  const add: EmbeddedHistory['add'] = (name, rev, values, expiresAt) => {
    if (values.length === 0) return nothing;
    const [before, turn] = next(name, rev, values);
    return change(name, rev, newest([...before, turn]), expiresAt);
  };

  const end: EmbeddedHistory['end'] = (name, rev, last) => {
    const key = historyKey(name);
    if (last.length === 0) return { ...nothing, writes: () => [dbs.history.remove(key)] };
    const [, turn] = next(name, rev, last);
    return change(name, rev, [turn], clock().getTime() + HISTORY_LAST_SECONDS * 1000);
  };

  const read = (name: string, after: number): Awaited<ReturnType<HistoryStore['read']>> => {
    const key = historyKey(name);
    const turns = kept(key);
    const entries = turns.filter(({ seq }) => seq > after).flatMap(turn => openTurn(keys, key, turn.rev, turn.seq, turn.sealed) ?? []);
    return { entries, last: turns.at(-1)?.seq ?? 0 };
  };

  const nameOf = (id: string): string => keys.nameOf('conversation', id);
  return {
    add,
    end,
    read: (id, after) => answering(() => Promise.resolve(read(nameOf(id), after))),
    watch: (id, told) => watchers.add(nameOf(id), told),
  };
}

/** The newest turns that are not too much together; the last one always. */
function newest(turns: readonly KeptTurn[]): readonly KeptTurn[] {
  let [values, bytes] = [HISTORY_VALUES, HISTORY_BYTES];
  const first = turns.findLastIndex(({ count, sealed }, at) => {
    [values, bytes] = [values - count, bytes - sealed.length];
    return at < turns.length - 1 && (values < 0 || bytes < 0);
  });
  return turns.slice(first + 1);
}
