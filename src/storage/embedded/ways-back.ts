// Ways back in lmdb: the time of expiry and the sealed conversation id under the hidden name.
import { answering } from '../answering.js';
import type { Clock, WayBackStore } from '../ports.js';
import { databaseNames, wayBackKey } from '../keys.js';
import type { KeyRing } from '../seal.js';
import { openWayBack, sealWayBack } from '../sealed-json.js';
import { writeTogether, type Databases } from './databases.js';
import { afterExpiry, readExpiry, withExpiry } from './expiring-bytes.js';
import { markExpiry } from './expiry.js';

/** Makes the ways back over open databases. */
export function createWaysBack(dbs: Databases, keys: KeyRing, clock: Clock): WayBackStore {
  const keyOf = (name: string): string => wayBackKey(keys.nameOf('way-back', name));

  const bytesAt = (key: string): Buffer | undefined => {
    const bytes = dbs.waysBack.get(key);
    return bytes === undefined || readExpiry(bytes) <= clock().getTime() ? undefined : bytes;
  };

  const put = async (key: string, conversationId: string, ttlSeconds: number): Promise<void> => {
    if (bytesAt(key) !== undefined) return;
    const expiresAt = clock().getTime() + ttlSeconds * 1000;
    const bytes = withExpiry(expiresAt, sealWayBack(keys, key, conversationId));
    await writeTogether(
      action => dbs.waysBack.batch(action),
      () => [dbs.waysBack.put(key, bytes), markExpiry(dbs, databaseNames.waysBack, [key], expiresAt)],
    );
  };

  const find = (key: string): string | undefined => {
    const bytes = bytesAt(key);
    return bytes && openWayBack(keys, key, afterExpiry(bytes));
  };

  return {
    put: (name, conversationId, ttlSeconds) => answering(() => put(keyOf(name), conversationId, ttlSeconds)),
    find: name => answering(() => Promise.resolve(find(keyOf(name)))),
    drop: names =>
      answering(async () => {
        await Promise.all(
          names
            .map(keyOf)
            .filter(key => dbs.waysBack.get(key))
            .map(key => dbs.waysBack.remove(key)),
        );
      }),
  };
}
