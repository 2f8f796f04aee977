// What Redis itself says of how safe it keeps things, read through INFO (CONFIG is often forbidden on hosted servers).
import { Cluster } from 'ioredis';
import type { Durability } from '../ports.js';
import type { Asking } from './ask.js';

/** Durable when every server appends to a file, its last write went well, and no policy throws keys away. @throws StoreUnavailable */
export async function readDurability({ ask }: Asking): Promise<Durability> {
  const told = await ask(client =>
    Promise.all(
      (client instanceof Cluster ? client.nodes('master') : [client]).map(node =>
        Promise.all([node.info('persistence'), node.info('memory')]),
      ),
    ),
  );
  const wrongs = [...new Set(told.flatMap(([persistence, memory]) => findWrongs(parseInfo(persistence), parseInfo(memory))))];
  const good = 'append-only file on, last write good, nothing is thrown away';
  return { kind: 'redis', durable: told.length > 0 && wrongs.length === 0, detail: wrongs.length === 0 ? good : wrongs.join('; ') };
}

function parseInfo(text: string): ReadonlyMap<string, string> {
  const pairs = text.split('\r\n').map(line => line.split(':', 2));
  return new Map(pairs.flatMap(([key, value]) => (key !== undefined && value !== undefined ? [[key, value] as const] : [])));
}

function findWrongs(persistence: ReadonlyMap<string, string>, memory: ReadonlyMap<string, string>): readonly string[] {
  const policy = memory.get('maxmemory_policy') ?? 'noeviction';
  const lastWrite = persistence.get('aof_last_write_status') ?? 'ok';
  return [
    ...(persistence.get('aof_enabled') === '1'
      ? []
      : ['append-only persistence is off: a restart of Redis loses what was written since its last snapshot (set appendonly yes)']),
    ...(lastWrite === 'ok' ? [] : [`the last write of the append-only file failed (${lastWrite})`]),
    ...(policy === 'noeviction'
      ? []
      : [`maxmemory-policy is ${policy}: conversations can be thrown away when memory is short (set noeviction)`]),
  ];
}
