// Reads REDIS_URL: one server, a cluster or sentinels.
import { AppError } from '../../errors.js';

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
}

interface Login {
  readonly username?: string;
  readonly password?: string;
}

/** What a REDIS_URL says. `db` is a database number, only for one server or sentinels. */
export type RedisPlace = Login &
  (
    | { readonly kind: 'single'; readonly tls: boolean; readonly address: RedisAddress; readonly db: number }
    | { readonly kind: 'cluster'; readonly tls: boolean; readonly addresses: readonly RedisAddress[] }
    | { readonly kind: 'sentinel'; readonly tls: false; readonly addresses: readonly RedisAddress[]; readonly name: string }
  );

const SENTINEL = 'redis+sentinel:';

/**
 * `redis://[user:password@]host[:port][/db]`, the same with `rediss://` for TLS; several hosts with commas between are a cluster (the scheme and
 * the login of the first serve for all); `redis+sentinel://[user:password@]host:port,host:port/name` asks sentinels for the master called `name`.
 * @throws AppError `redis-url`; its message never shows the URL, which holds the password.
 */
export function parseRedisUrl(text: string): RedisPlace {
  const [first = '', ...others] = text.split(',').map(part => part.trim());
  const url = readUrl(first);
  if (url.protocol === SENTINEL) return readSentinel(text, loginOf(url));
  const tls = url.protocol === 'rediss:';
  if (!tls && url.protocol !== 'redis:') throw wrong('must begin with redis://, rediss:// or redis+sentinel://');
  if (others.length === 0) return { kind: 'single', tls, address: addressOf(url, 6379), db: databaseOf(url), ...loginOf(url) };
  const rest = others.filter(part => part !== '').map(part => readUrl(part.includes('://') ? part : `redis://${part}`));
  return { kind: 'cluster', tls, addresses: [url, ...rest].map(one => addressOf(one, 6379)), ...loginOf(url) };
}

function readSentinel(text: string, login: Login): RedisPlace {
  const [, hosts = '', name = ''] = /^redis\+sentinel:\/\/(?:[^@/]*@)?([^/]+)\/([^/]+)$/u.exec(text.trim()) ?? [];
  if (name === '') throw wrong('needs the name of the master after the sentinels: redis+sentinel://host:26379,host:26379/name');
  const addresses = hosts.split(',').map(host => addressOf(readUrl(`redis://${host.trim()}`), 26379));
  return { kind: 'sentinel', tls: false, addresses, name, ...login };
}

function readUrl(text: string): URL {
  if (!URL.canParse(text)) throw wrong('is not a URL');
  return new URL(text);
}

function addressOf(url: URL, standard: number): RedisAddress {
  if (url.hostname === '') throw wrong('has no host');
  return { host: url.hostname.replace(/^\[|\]$/gu, ''), port: url.port === '' ? standard : Number(url.port) };
}

function databaseOf(url: URL): number {
  const text = url.pathname.replace(/^\//u, '');
  if (!/^\d{0,4}$/u.test(text)) throw wrong('has something other than a database number after the host');
  return Number(text);
}

function loginOf(url: URL): Login {
  const username = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  return { ...(username === '' ? {} : { username }), ...(password === '' ? {} : { password }) };
}

function wrong(why: string): AppError {
  return new AppError('redis-url', `REDIS_URL ${why}`);
}
