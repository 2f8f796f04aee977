// Conversations in lmdb: the revision is lmdb's version of the entry, and one condition on it carries the conversation, its time of expiry
// and its outbox entries.
import type { Clock, ConversationStore, Json, Loaded, SaveOptions, SaveResult } from '../ports.js';
import { answering } from '../answering.js';
import { conversationKey, databaseNames } from '../keys.js';
import { nextRevision } from '../revision.js';
import type { KeyRing } from '../seal.js';
import { openJson, sealJson } from '../sealed-json.js';
import { writeTogether, type Databases } from './databases.js';
import { markExpiry } from './expiry.js';
import { afterExpiry, readExpiry, withExpiry } from './expiring-bytes.js';
import type { EmbeddedHistory } from './history.js';
import type { EmbeddedOutbox } from './outbox.js';

const EXPIRED = withExpiry(0);

/** When it is to expire; undefined where nothing is there whose time could be kept. */
function expiryOf(ttlSeconds: SaveOptions['ttlSeconds'], there: Buffer, now: number): number | undefined {
  if (ttlSeconds !== 'as-it-was') return now + ttlSeconds * 1000;
  return readExpiry(there) > now ? readExpiry(there) : undefined;
}

/** A condition on what is there, under which a write happens. */
type Condition = (action: () => void) => Promise<boolean>;

/** Revision 0 asserts that nothing is there; an entry that expired and was not swept yet counts as nothing and is replaced. */
function onlyIf({ conversations }: Databases, key: string, rev: number, isLive: (bytes: Buffer) => boolean): Condition {
  if (rev !== 0) return action => conversations.ifVersion(key, rev, action);
  const found = conversations.getEntry(key);
  const version = found?.version;
  if (found === undefined || version === undefined) return action => conversations.ifNoExists(key, action);
  return isLive(found.value) ? () => Promise.resolve(false) : action => conversations.ifVersion(key, version, action);
}

/** What a save writes besides the conversation, and with which keys. */
export interface ConversationParts {
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly outbox: EmbeddedOutbox;
  readonly history: EmbeddedHistory;
}

/** Makes the conversation store over open databases. */
export function createConversations(dbs: Databases, { keys, clock, outbox, history }: ConversationParts): ConversationStore {
  const find = (key: string): { readonly bytes: Buffer; readonly rev: number } | undefined => {
    const found = dbs.conversations.getEntry(key);
    return found?.version === undefined ? undefined : { bytes: found.value, rev: found.version };
  };
  const isLive = (bytes: Buffer): boolean => readExpiry(bytes) > clock().getTime();
  const isThere = (key: string): boolean => isLive(find(key)?.bytes ?? EXPIRED);

  const load = (key: string): Loaded => {
    const found = find(key);
    if (found === undefined || !isLive(found.bytes)) return { found: 'none' };
    const opened = openJson(keys, key, found.rev, afterExpiry(found.bytes));
    return opened === undefined ? { found: 'locked' } : { found: 'value', value: opened.value, rev: found.rev };
  };

  const save = async (name: string, value: Json, { rev, ttlSeconds, effects, history: values = [] }: SaveOptions): Promise<SaveResult> => {
    const key = conversationKey(name);
    if (rev !== 0 && !isThere(key)) return 'conflict';
    const next = nextRevision(rev, clock());
    const expiresAt = expiryOf(ttlSeconds, find(key)?.bytes ?? EXPIRED, clock().getTime());
    if (expiresAt === undefined) return 'conflict';
    const bytes = withExpiry(expiresAt, sealJson(keys, key, next, value));
    const entries = outbox.prepare(name, next, effects);
    const turn = history.add(name, next, values, expiresAt);
    const held = await writeTogether(onlyIf(dbs, key, rev, isLive), () => [
      dbs.conversations.put(key, bytes, next),
      markExpiry(dbs, databaseNames.conversations, [key], expiresAt),
      ...entries.map(entry => dbs.outbox.put(entry.key, entry.bytes)),
      ...turn.writes(),
    ]);
    if (held) turn.tell();
    return held ? 'saved' : 'conflict';
  };

  const erase = async (name: string, rev: number, last: readonly Json[]): Promise<SaveResult> => {
    const key = conversationKey(name);
    const end = history.end(name, nextRevision(rev, clock()), last);
    const held = await (isThere(key)
      ? writeTogether(
          action => dbs.conversations.ifVersion(key, rev, action),
          () => [dbs.conversations.remove(key), ...end.writes()],
        )
      : writeTogether(action => dbs.history.batch(action), end.writes));
    if (held) end.tell();
    return held ? 'saved' : 'conflict';
  };

  const nameOf = (id: string): string => keys.nameOf('conversation', id);
  return {
    load: id => answering(() => Promise.resolve(load(conversationKey(nameOf(id))))),
    save: (id, value, options) => answering(() => save(nameOf(id), value, options)),
    erase: (id, rev, last = []) => answering(() => erase(nameOf(id), rev, last)),
  };
}
