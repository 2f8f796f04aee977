// What notices in Teams need kept, in Redis: 8 bytes of revision, then the sealed value, under the hidden name of each thing.
import { z } from 'zod';
import { noticeKey } from '../keys.js';
import type { Clock, Loaded, NoticeStore } from '../ports.js';
import { nextRevision, REV_BYTES, revisionBytes } from '../revision.js';
import type { KeyRing } from '../seal.js';
import { openJson, sealJson } from '../sealed-json.js';
import type { Asking } from './ask.js';
import { saveNotice } from './scripts.js';

const said = z.literal([0, 1]).transform(reply => (reply === 1 ? ('saved' as const) : ('conflict' as const)));

/** Makes the store of this connection. */
export function createNotices({ ask, run }: Asking, keys: KeyRing, clock: Clock): NoticeStore {
  const keyOf = (name: string): string => noticeKey(keys.nameOf('notice', name));

  const read = (key: string, bytes: Buffer | null): Loaded => {
    if (bytes === null) return { found: 'none' };
    if (bytes.length < REV_BYTES) return { found: 'locked' };
    const rev = Number(bytes.readBigUInt64BE(0));
    const opened = openJson(keys, key, rev, bytes.subarray(REV_BYTES));
    return opened === undefined ? { found: 'locked' } : { found: 'value', value: opened.value, rev };
  };

  return {
    load: async name => {
      const key = keyOf(name);
      return read(key, await ask(client => client.getBuffer(key)));
    },
    save: async (name, value, rev, lifetime) => {
      const key = keyOf(name);
      const next = nextRevision(rev, clock());
      const bytes = Buffer.concat([revisionBytes(next), sealJson(keys, key, next, value)]);
      const lived = lifetime === 'kept' ? '' : Math.ceil(lifetime * 1000);
      return said.parse(await run(saveNotice, [key], [rev === 0 ? '' : revisionBytes(rev), bytes, lived]));
    },
  };
}
