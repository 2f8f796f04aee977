// Conversations in Redis: 8 bytes of revision, then the sealed value, under a key that always expires; saved by one script together with
// their outbox entries.
import { z } from 'zod';
import type { Clock, ConversationStore, Loaded } from '../ports.js';
import { conversationKey, HISTORY_LAST_SECONDS, historyKey, outboxKey, outboxSealName, partitionOf } from '../keys.js';
import { nextRevision, revisionBytes, REV_BYTES } from '../revision.js';
import type { KeyRing } from '../seal.js';
import { openJson, sealEntry, sealJson } from '../sealed-json.js';
import type { Asking } from './ask.js';
import { turnArguments } from './history.js';
import { eraseConversation, saveConversation } from './scripts.js';

const said = z.literal([0, 1]).transform(reply => (reply === 1 ? ('saved' as const) : ('conflict' as const)));

/** Makes the conversation store of this connection. */
export function createConversations({ ask, run }: Asking, keys: KeyRing, clock: Clock): ConversationStore {
  const nameOf = (id: string): string => keys.nameOf('conversation', id);

  const read = (key: string, bytes: Buffer | null): Loaded => {
    if (bytes === null) return { found: 'none' };
    if (bytes.length < REV_BYTES) return { found: 'locked' };
    const rev = Number(bytes.readBigUInt64BE(0));
    const opened = openJson(keys, key, rev, bytes.subarray(REV_BYTES));
    return opened === undefined ? { found: 'locked' } : { found: 'value', value: opened.value, rev };
  };

  const load: ConversationStore['load'] = async id => {
    const key = conversationKey(nameOf(id));
    return read(key, await ask(client => client.getBuffer(key)));
  };

  const save: ConversationStore['save'] = async (id, value, { rev, ttlSeconds, effects, history }) => {
    const name = nameOf(id);
    const key = conversationKey(name);
    const next = nextRevision(rev, clock());
    const bytes = Buffer.concat([revisionBytes(next), sealJson(keys, key, next, value)]);
    const entries = effects.map(effect => sealEntry(keys, outboxSealName(name), next, effect));
    const expected = rev === 0 ? '' : revisionBytes(rev);
    // Where nothing is there yet, there is no lifetime to keep.
    if (rev === 0 && ttlSeconds === 'as-it-was') return 'conflict';
    const lifetime = ttlSeconds === 'as-it-was' ? '' : Math.ceil(ttlSeconds * 1000);
    const outbox = outboxKey(partitionOf(name));
    const turn = turnArguments(keys, name, next, history);
    const args = [expected, bytes, lifetime, name, String(next), ...turn, ...entries];
    return said.parse(await run(saveConversation, [key, outbox, historyKey(name)], args));
  };

  const erase: ConversationStore['erase'] = async (id, rev, last) => {
    const name = nameOf(id);
    const next = nextRevision(rev, clock());
    const args = [revisionBytes(rev), HISTORY_LAST_SECONDS * 1000, name, String(next), ...turnArguments(keys, name, next, last)];
    return said.parse(await run(eraseConversation, [conversationKey(name), historyKey(name)], args));
  };

  return { load, save, erase };
}
