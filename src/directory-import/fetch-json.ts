// One JSON answer over HTTP: with a limit of time and of size, asked again after faults that pass, and told without credentials.
import { AppError } from '../errors.js';

/** What came back. `missing`: the server says that there is no such thing, or does not want to be asked for it. */
export type Fetched = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'missing'; readonly status: number };

/** What fetching needs; tests wait less. */
export interface FetchParts {
  readonly wait: (ms: number) => Promise<void>;
  /** Longest wait for one answer, to its last byte. */
  readonly timeoutMs?: number;
  /** Longest answer, in bytes. */
  readonly mostBytes?: number;
}

export type FetchJson = (address: URL) => Promise<Fetched>;

const ATTEMPTS = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const REDIRECTS = 5;
/** Statuses that say "not now". */
const passing = new Set([408, 425, 429]);

/** An answer that may be better next time. `waitMs`: as long as the server asks for. */
class PassingFault extends Error {
  readonly waitMs: number | undefined;

  constructor(message: string, waitMs?: number, cause?: unknown) {
    super(message, { cause });
    this.waitMs = waitMs;
  }
}

/** Address for people and reports: no user, no password, no query, which may hold a key. */
export function sayAddress(address: URL): string {
  return `${address.origin}${address.pathname}`;
}

/** Makes a way to fetch. Its calls throw AppError `feed-unreachable` after five attempts, `feed-too-big`, `feed-address`. */
export function createFetchJson({ wait, timeoutMs = 30_000, mostBytes = 32 * 1024 * 1024 }: FetchParts): FetchJson {
  return async address => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await fetchOnce(address, timeoutMs, mostBytes);
      } catch (fault) {
        if (!(fault instanceof PassingFault)) throw fault;
        if (attempt === ATTEMPTS) throw unreachable(address, fault);
        await wait(Math.min(fault.waitMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS));
      }
    }
  };
}

function unreachable(address: URL, fault: PassingFault): AppError {
  const times = String(ATTEMPTS);
  return new AppError('feed-unreachable', `${sayAddress(address)} was asked ${times} times and gave no answer: ${fault.message}`);
}

async function fetchOnce(address: URL, timeoutMs: number, mostBytes: number): Promise<Fetched> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await follow(address, signal);
  if (response.status >= 500 || passing.has(response.status)) {
    await response.body?.cancel();
    throw new PassingFault(`status ${String(response.status)}`, retryAfter(response));
  }
  if (response.status === 401 || response.status === 403) {
    throw new AppError('feed-unreachable', `${sayAddress(address)} refuses to be read: status ${String(response.status)}`);
  }
  if (!response.ok) {
    await response.body?.cancel();
    return { kind: 'missing', status: response.status };
  }
  return { kind: 'json', value: parse(await readBody(response, address, mostBytes)) };
}

/** Follows redirections itself, so that they lead to no other protocol, and credentials to no other host. */
async function follow(start: URL, signal: AbortSignal): Promise<Response> {
  let address = start;
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    checkProtocol(address);
    const response = await ask(address, address.origin === start.origin ? credentialsOf(start) : {}, signal);
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, address.href)) break;
    address = new URL(location, address);
  }
  throw new AppError('feed-address', `${sayAddress(start)} leads on and on, or to no address`);
}

/** @throws AppError for anything but http and https. */
export function checkProtocol(address: URL): void {
  if (!/^https?:$/u.test(address.protocol))
    throw new AppError('feed-address', `a feed is read over http or https, not ${address.protocol}`);
}

async function ask(address: URL, credentials: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> {
  const bare = new URL(address);
  bare.username = '';
  bare.password = '';
  try {
    return await fetch(bare, { redirect: 'manual', signal, headers: { Accept: 'application/json', ...credentials } });
  } catch (fault) {
    throw new PassingFault(sayFault(fault), undefined, fault);
  }
}

function credentialsOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

async function readBody(response: Response, address: URL, mostBytes: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    // safe: a body of fetch gives bytes
    for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      length += piece.length;
      if (length > mostBytes) break;
      pieces.push(piece);
    }
  } catch (fault) {
    throw new PassingFault(sayFault(fault), undefined, fault);
  }
  if (length <= mostBytes) return Buffer.concat(pieces).toString('utf8');
  throw new AppError('feed-too-big', `${sayAddress(address)} gives more than ${String(mostBytes)} bytes at once`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (fault) {
    // Cut off on the way, or an error page: it may be whole next time.
    throw new PassingFault('what it gave is not JSON', undefined, fault);
  }
}

/** The code beneath, as `ECONNREFUSED`; the message could repeat the address. */
function sayFault(fault: unknown): string {
  const cause = fault instanceof Error ? (fault.cause ?? fault) : fault;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : 'fault';
}

/** RFC 9110 section 10.2.3: seconds, or a date, which is left to the usual waits. */
function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? 'NaN');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
