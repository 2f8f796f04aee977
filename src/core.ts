// What every way in shares: content, store, turns and the delivery of referrals. app.ts puts a server around it, cli.ts a terminal.
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createTurns } from './channels/bot-framework/run-turn.js';
import type { TurnObserver, Turns } from './channels/bot-framework/run-turn.js';
import type { Config } from './config.js';
import { AppError } from './errors.js';
import { loadContent } from './content/load-content.js';
import type { Content } from './content/content.js';
import { createCountUnmet } from './delivery/count-unmet.js';
import { createKeepReferral } from './delivery/keep-referral.js';
import { createRaiseUnopened } from './delivery/raise-unopened.js';
import type { RaisingRound } from './delivery/raise-unopened.js';
import { createOutboxWorker } from './delivery/run-outbox.js';
import type { OutboxWorker } from './delivery/run-outbox.js';
import { createRaising } from './delivery/run-raising.js';
import type { Raising } from './delivery/run-raising.js';
import type { DirectoryNow } from './directory/local-directory.js';
import { createSendMail } from './delivery/send-mail.js';
import { createTellDuty, createTellDutySink } from './delivery/tell-duty.js';
import type { NoticeObserver, TellDuty } from './delivery/tell-duty.js';
import { createNotices } from './delivery/teams-notice.js';
import type { Notices } from './delivery/teams-notice.js';
import type { Logger } from './logger.js';
import { needPhrases } from './need-phrases.js';
import { createRunningDirectory } from './running-directory.js';
import type { DirectoryObserver, RunningDirectory } from './running-directory.js';
import { ensureDevelopmentKey } from './storage/development-key.js';
import { openEmbeddedStore } from './storage/embedded/open-embedded-store.js';
import { toKeyRingEntry } from './storage/parse-keys.js';
import type { Store } from './storage/ports.js';
import { openRedisStore } from './storage/redis/open-redis-store.js';
import { createKeyRing } from './storage/seal.js';
import type { KeyRingEntry } from './storage/seal.js';
import { createSecondOpinion } from './understanding/second-opinion.js';

/** The repository's (or the package's) own folder: where dialogs/, locales/ and dist/ lie. */
export const home = findHome(dirname(fileURLToPath(import.meta.url)));

/** The nearest folder above with a package.json: the same for sources and for what is built from them. */
function findHome(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findHome(dirname(folder));
}

export interface Core {
  readonly content: Content;
  readonly store: Store;
  readonly turns: Turns;
  readonly worker: OutboxWorker;
  /** Raises again what nobody has opened. */
  readonly raising: Raising;
  /** Notices in Teams; nobody sends them until it is said who does. */
  readonly notices: Notices;
  /** The service directory in force, once it is loaded. */
  readonly directory: DirectoryNow;
  /** What loads it and keeps it up to date. */
  readonly runningDirectory: RunningDirectory;
  /** The key that seals; staff sessions are signed with a key derived from it. */
  readonly signingKey: Buffer;
  readonly clock: () => Date;
  readonly entropy: () => string;
  readonly close: () => Promise<void>;
}

/** Told what happens, in counts only. */
export interface CoreObserver extends TurnObserver, DirectoryObserver {
  readonly notice: NoticeObserver;
  readonly openFlags: (open: RaisingRound['open']) => void;
}

const day = 24 * 3600;

const clock = (): Date => new Date();
const entropy = (): string => randomBytes(16).toString('hex');

/** Loads dialogs/ and locales/ as the configuration says; warnings go to the log. @throws ContentError with every problem. */
export function openContent(config: Config, logger: Logger): Content {
  const { content, warnings, staleModels } = loadContent({
    dialogs: config.dialogsFolder ?? join(home, 'dialogs'),
    locales: config.localesFolder ?? join(home, 'locales'),
    production: config.production,
    draftLanguages: config.draftLanguages.tags,
    prepared: join(home, 'dist', 'languages'),
    models: config.modelsFolder ?? join(home, 'models'),
  });
  for (const warning of [...warnings, ...staleModels]) logger.warn({ content: warning }, 'content');
  return content;
}

async function openKeys(config: Config): Promise<readonly KeyRingEntry[]> {
  return config.keys ?? [toKeyRingEntry(await ensureDevelopmentKey(config.dataFolder))];
}

function signingKeyOf(keys: readonly KeyRingEntry[]): Buffer {
  const [first] = keys;
  if (!first) throw new AppError('key-ring', 'There is no encryption key');
  return first.key;
}

/** Opens the store the configuration names. */
export function openStore(config: Config, keys: readonly KeyRingEntry[], logger: Logger): Promise<Store> {
  const parts = { keys: createKeyRing(keys), clock, logger };
  if (config.store.kind === 'redis') return openRedisStore({ ...parts, url: config.store.url });
  return openEmbeddedStore({ ...parts, folder: config.dataFolder });
}

/** Opens the store by itself, for a command that needs nothing else. */
export async function openStoreAlone(config: Config, logger: Logger): Promise<Store> {
  return openStore(config, await openKeys(config), logger);
}

/** The telling of whoever is on duty; the log says at start where nobody can be told. */
function openTellDuty(config: Config, { service }: Content, logger: Logger, observer: NoticeObserver): TellDuty {
  const { smtp, publicUrl } = config;
  if (smtp === undefined || service.clinicalContact.email === undefined) {
    const why = smtp === undefined ? 'WAYMARK_SMTP_URL is not set' : 'dialogs/service.json names no e-mail of the clinicalContact';
    logger.warn({ why }, 'nobody is told of red flags by e-mail: the worklist alone shows them');
  }
  return createTellDuty({ service, sendMail: smtp && createSendMail(smtp), publicUrl, logger, observer });
}

/** Makes every shared object once, in order. */
export async function createCore(config: Config, logger: Logger, observer: CoreObserver): Promise<Core> {
  const content = openContent(config, logger);
  const keys = await openKeys(config);
  const store = await openStore(config, keys, logger);
  const opinion = createSecondOpinion({ logger });
  const { referrals } = store;
  const tell = openTellDuty(config, content, logger, observer.notice);
  const notices = createNotices({ store: store.notices, referrals, service: content.service, clock, logger });
  const sinks = [
    createKeepReferral({ referrals, ttlSeconds: content.service.retention.referralDays * day, content, clock }),
    createTellDutySink({ tell, referrals }),
    createCountUnmet(store.unmet),
    notices.sink,
  ];
  const phrases = () => needPhrases(content);
  const folder = join(home, 'directory');
  const runningDirectory = createRunningDirectory({ config, store: store.directory, folder, phrases, clock, logger, observer });
  const raiseUnopened = createRaiseUnopened({ referrals, tell, service: content.service, clock, logger });
  const raising = createRaising({ round: raiseUnopened, observer: observer.openFlags, logger });
  const worker = createOutboxWorker({ outbox: store.outbox, sinks, clock, logger, consumer: randomUUID() });
  const turns = createTurns({
    content,
    conversations: store.conversations,
    waysBack: store.waysBack,
    entropy,
    publicUrl: config.publicUrl,
    directory: runningDirectory.now,
    askOpinion: async need => {
      const value = await opinion.ask(need);
      return { key: need.key, ...(value ? { value } : {}) };
    },
    nudge: worker.nudge,
    observer,
    now: () => performance.now(),
  });
  const close = async () => {
    await runningDirectory.stop();
    await raising.stop();
    await worker.stop();
    await notices.stop();
    await opinion.close();
    await store.close();
  };
  const directory = { directory: runningDirectory.now, runningDirectory };
  return { content, store, turns, worker, raising, notices, ...directory, signingKey: signingKeyOf(keys), clock, entropy, close };
}
