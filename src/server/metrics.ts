// The figures operators watch, in Prometheus' format: turns and how long they took, referrals, red flags and who was told of them, and the
// process itself.
// Labels are closed sets; nothing about a person is ever a label.
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { DirectoryObserver } from '../running-directory.js';
import { createDirectoryMetrics } from './directory-metrics.js';

/** How a turn ended. */
export type TurnOutcome = 'done' | 'repeated' | 'conflict' | 'locked' | 'unavailable' | 'failed';

/** Where things are counted. Made once in app.ts and handed to whoever counts as plain functions. */
export interface Metrics {
  readonly contentType: string;
  readonly text: () => Promise<string>;
  readonly countTurn: (channel: string, outcome: TurnOutcome, seconds: number) => void;
  readonly countReferral: () => void;
  readonly countRedFlag: (kind: string, tier: string) => void;
  /** Referrals whose red flags nobody has acted on yet. */
  readonly setOpenFlags: (open: Readonly<Record<'act' | 'ask', number>>) => void;
  /** A notice to whoever is on duty. */
  readonly countNotice: (way: 'e-mail' | 'log') => void;
  /** The service directory. */
  readonly directory: DirectoryObserver;
}

/** Channels that get a label of their own; any other caller's channelId is counted as `other`, so that nobody can make up labels. */
const channels: ReadonlySet<string> = new Set(['pages', 'msteams', 'directline', 'webchat', 'emulator', 'test', 'sms', 'email']);

/** Makes the registry with its counters. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'waymark_turns_total',
    help: 'Turns by channel and outcome.',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'waymark_turn_seconds',
    help: 'Seconds a turn took, loading and saving included.',
    buckets: turnBuckets,
    registers,
  });
  const referrals = new Counter({ name: 'waymark_referrals_total', help: 'Referrals stored.', registers });
  const redFlags = new Counter({
    name: 'waymark_red_flags_total',
    help: 'Red flags raised, by kind and tier.',
    labelNames: ['kind', 'tier'],
    registers,
  });
  const { setOpenFlags, countNotice } = createDutyMetrics(registers);
  return {
    setOpenFlags,
    countNotice,
    directory: createDirectoryMetrics(registers),
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countTurn: (channel, outcome, took) => {
      turns.inc({ channel: channels.has(channel) ? channel : 'other', outcome });
      seconds.observe(took);
    },
    countReferral: () => {
      referrals.inc();
    },
    countRedFlag: (kind, tier) => {
      redFlags.inc({ kind, tier });
    },
  };
}

function createDutyMetrics(registers: Registry[]): Pick<Metrics, 'setOpenFlags' | 'countNotice'> {
  const openFlags = new Gauge({
    name: 'waymark_open_flags',
    help: 'Referrals with red flags nobody has acted on, by worst tier; looked at every minute.',
    labelNames: ['tier'],
    registers,
  });
  const notices = new Counter({
    name: 'waymark_duty_notices_total',
    help: 'Notices to the duty contact, by way; log: no e-mail is set up.',
    labelNames: ['way'],
    registers,
  });
  return {
    setOpenFlags: open => {
      openFlags.set({ tier: 'act' }, open.act);
      openFlags.set({ tier: 'ask' }, open.ask);
    },
    countNotice: way => {
      notices.inc({ way });
    },
  };
}

const turnBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
