// Histories in Redis: a stream a conversation, one entry a turn, written by the conversation's own scripts. Servers are told of a new turn over
// one published channel; each listens once somebody here waits for a conversation.
import { Cluster } from 'ioredis';
import { HISTORY_BYTES, HISTORY_CHANNEL, HISTORY_VALUES, historyKey } from '../keys.js';
import type { HistoryStore } from '../history-port.js';
import type { Json, StoreLogger } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { openTurn, sealTurn } from '../sealed-history.js';
import { createWatchers } from '../watchers.js';
import type { Argument, Asking } from './ask.js';
import type { Client } from './connect.js';

/** A turn as the arguments of a script (see addTurn). */
export function turnArguments(keys: KeyRing, name: string, rev: number, values: readonly Json[] = []): readonly Argument[] {
  const turn = values.length === 0 ? '' : sealTurn(keys, historyKey(name), rev, values);
  return [turn, values.length, HISTORY_VALUES, HISTORY_BYTES, HISTORY_CHANNEL];
}

/** A history store that can be closed. */
export interface RedisHistory extends HistoryStore {
  readonly close: () => void;
}

/** Makes the history store of this connection. */
export function createHistory({ ask, client }: Asking, keys: KeyRing, logger: StoreLogger): RedisHistory {
  const watchers = createWatchers();
  let listening: Client | undefined;

  const listen = (): void => {
    if (listening !== undefined) return;
    const own = copyOf(client);
    listening = own;
    own.on('message', (_channel: string, name: string) => {
      watchers.tell(name);
    });
    // What was published while nobody listened is lost: whoever waits looks for itself.
    own.on('ready', watchers.tellAll);
    own.on('error', () => undefined);
    own.subscribe(HISTORY_CHANNEL).catch((err: unknown) => {
      if (listening === own) listening = undefined;
      own.disconnect();
      logger.warn({ err }, 'new turns of other servers are not heard of at once');
    });
  };

  const read: HistoryStore['read'] = async (id, after) => {
    const name = keys.nameOf('conversation', id);
    const key = historyKey(name);
    const [newer, [newest]] = await ask(async open =>
      Promise.all([
        open.xrangeBuffer(key, `${String(after + 1)}-0`, '+') as Promise<StreamEntry[]>,
        open.xrevrangeBuffer(key, '+', '-', 'COUNT', 1) as Promise<StreamEntry[]>,
      ]),
    );
    const entries = newer.flatMap(entry => openEntry(keys, key, entry) ?? []);
    return { entries, last: newest === undefined ? 0 : seqOf(newest) };
  };

  const watch: HistoryStore['watch'] = (id, told) => {
    listen();
    return watchers.add(keys.nameOf('conversation', id), told);
  };

  const close = (): void => {
    const own = listening;
    listening = undefined;
    own?.disconnect();
  };
  return { read, watch, close };
}

/** A connection that listens can do nothing else. */
function copyOf(client: Client): Client {
  return client instanceof Cluster ? client.duplicate() : client.duplicate();
}

/** As ioredis gives an entry of a stream: its id, then field and value in turn. */
type StreamEntry = [id: Buffer, fields: Buffer[]];

function seqOf([id]: StreamEntry): number {
  return Number.parseInt(id.toString(), 10);
}

function openEntry(keys: KeyRing, key: string, entry: StreamEntry): ReturnType<typeof openTurn> {
  const [, rev, , , , turn] = entry[1];
  return rev === undefined || turn === undefined ? undefined : openTurn(keys, key, Number(rev.toString()), seqOf(entry), turn);
}
