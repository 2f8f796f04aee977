// The operator's own feed, imported again every so many hours while the server runs: by one server of several, what changed where the feed can
// tell, the whole of it once a week. A feed that fails leaves the directory as it is, and is tried again after a growing pause.
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, DirectoryStore, DirectoryVersion, StoreLogger } from '../storage/ports.js';
import type { FeedSource } from './feed-source.js';
import type { ImportOutcome, WhyKept } from './import-directory.js';

/** Which feed, and how often. */
export interface FeedByClock {
  /** Address, folder or file; as `directory import` takes it. */
  readonly place: string;
  readonly everyHours: number;
}

/** How an import ended, for the metrics. */
export type ImportEnd = 'published' | WhyKept;

export interface ImportByClockParts {
  readonly feed: FeedByClock;
  readonly store: DirectoryStore;
  /** directory/. */
  readonly folder: string;
  readonly clock: Clock;
  readonly logger: StoreLogger;
  readonly observer: (end: ImportEnd) => void;
  /** Told of what was put in force, so that it serves at once. */
  readonly published: () => Promise<void>;
  /** Calls back again and again until the function it gives is called; tests do so themselves. */
  readonly every?: (ms: number, look: () => void) => () => void;
}

/** The importing of one server. */
export interface ImportByClock {
  /** Looks now, and then every minute, whether it is time. */
  readonly start: () => void;
  /** Ends it; an import in hand is given up. */
  readonly stop: () => Promise<void>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** An import that says nothing for so long is taken to be dead with its server. */
const LEASE_MS = 10 * MINUTE_MS;
const RENEW_MS = 2 * MINUTE_MS;
const FIRST_PAUSE_MS = 5 * MINUTE_MS;
/** Longest wait for an import that is given up. */
const PATIENCE_MS = 2_000;

/** Whether only what changed is to be asked for: it is the feed in force, it can tell, and its last whole import is no week ago. */
export function takesChanges({ gives, name }: FeedSource, current: DirectoryVersion | undefined, now: Date): boolean {
  if (current === undefined || current.sample === true || gives !== 'changes' || current.source !== name) return false;
  return now.getTime() - Date.parse(current.wholeAt ?? current.at) < WEEK_MS;
}

/** Other settings are another lease: they are followed at once. */
function leaseOf({ place, everyHours }: FeedByClock): string {
  return createHash('sha256')
    .update(`${place}\n${String(everyHours)}`)
    .digest('hex')
    .slice(0, 16);
}

const pauseAfter = (failures: number, mostMs: number): number => Math.min(mostMs, FIRST_PAUSE_MS * 2 ** (failures - 1));

/** Makes the importing by the clock. The lease is held until the next time, so that restarts and other servers keep to it. */
export function createImportByClock(parts: ImportByClockParts): ImportByClock {
  const { feed, store, logger, observer, published, every = byInterval } = parts;
  const everyMs = feed.everyHours * HOUR_MS;
  const lease = leaseOf(feed);
  const stopping = new AbortController();
  let failures = 0;
  let running: Promise<void> | undefined;
  let end: (() => void) | undefined;

  const finish = async (outcome: ImportEnd, fault: unknown, holder: string): Promise<void> => {
    const isFine = outcome === 'published' || outcome === 'unchanged';
    failures = isFine ? 0 : failures + 1;
    const pauseMs = isFine ? everyMs : pauseAfter(failures, everyMs);
    observer(outcome);
    if (isFine) logger.info({ outcome }, 'the feed was imported');
    else
      logger.error({ outcome, err: fault, failures, minutes: pauseMs / MINUTE_MS }, 'the feed could not be imported; the directory stays');
    await store.lease(lease, holder, pauseMs);
    if (outcome === 'published') await published();
  };

  const round = async (): Promise<void> => {
    const holder = randomUUID();
    if (!(await store.lease(lease, holder, LEASE_MS))) return;
    const renewing = setInterval(() => void store.lease(lease, holder, LEASE_MS).catch(() => false), RENEW_MS).unref();
    const [outcome, fault] = await importOnce(parts, stopping.signal).then(endOf, (err: unknown) => ['failed', err] as const);
    clearInterval(renewing);
    if (stopping.signal.aborted) await store.lease(lease, holder, 1);
    else await finish(outcome, fault, holder);
  };

  const look = (): void => {
    running ??= round()
      .catch((err: unknown) => {
        if (!stopping.signal.aborted) logger.error({ err }, 'the feed cannot be imported now; looking again in a minute');
      })
      .finally(() => {
        running = undefined;
      });
  };

  return {
    start: () => {
      end ??= every(MINUTE_MS, look);
      look();
    },
    stop: async () => {
      end?.();
      stopping.abort();
      await Promise.race([running, wait(PATIENCE_MS, undefined, { ref: false })]);
    },
  };
}

function endOf(outcome: ImportOutcome): readonly [end: ImportEnd, fault: unknown] {
  return outcome.kind === 'published' ? ['published', undefined] : [outcome.why, outcome.fault];
}

async function importOnce({ feed, store, folder, clock }: ImportByClockParts, signal: AbortSignal): Promise<ImportOutcome> {
  const [{ importFeed }, { openSource }] = await Promise.all([import('./import-feed.js'), import('./open-source.js')]);
  const { place } = feed;
  const source = await openSource(place, { wait: ms => wait(ms, undefined, { signal }) });
  const changedOnly = takesChanges(source, await store.current(), clock());
  return importFeed({ place, folder, source, store, changedOnly, signal, at: clock().toISOString() });
}

function byInterval(ms: number, look: () => void): () => void {
  const timer = setInterval(look, ms).unref();
  return () => {
    clearInterval(timer);
  };
}
