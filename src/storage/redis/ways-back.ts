// Ways back in Redis: the sealed conversation id under the hidden name, expiring by itself.
import type { WayBackStore } from '../ports.js';
import { wayBackKey } from '../keys.js';
import type { KeyRing } from '../seal.js';
import { openWayBack, sealWayBack } from '../sealed-json.js';
import type { Asking } from './ask.js';

/** Makes the ways back of this connection. */
export function createWaysBack({ ask }: Asking, keys: KeyRing): WayBackStore {
  const keyOf = (name: string): string => wayBackKey(keys.nameOf('way-back', name));
  return {
    put: async (name, conversationId, ttlSeconds) => {
      const key = keyOf(name);
      await ask(client => client.set(key, sealWayBack(keys, key, conversationId), 'PX', Math.ceil(ttlSeconds * 1000), 'NX'));
    },
    find: async name => {
      const key = keyOf(name);
      const sealed = await ask(client => client.getBuffer(key));
      return sealed === null ? undefined : openWayBack(keys, key, sealed);
    },
    drop: async names => {
      // One at a time: in a cluster each may lie elsewhere.
      await ask(client => Promise.all(names.map(name => client.del(keyOf(name)))));
    },
  };
}
