// The composition root: every object of the server, made once, in order. It reads as a table of contents.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createMessagesEndpoint } from './channels/bot-framework/cloud-adapter.js';
import type { MessagesEndpoint } from './channels/bot-framework/cloud-adapter.js';
import { WaymarkBot } from './channels/bot-framework/bot.js';
import { createExtension } from './channels/bot-framework/extension/extension.js';
import { createHandingOver } from './channels/bot-framework/hand-over.js';
import { createComingBack } from './channels/bot-framework/come-back.js';
import { converseForPages } from './channels/bot-framework/converse-for-pages.js';
import { createNoticeSender } from './channels/bot-framework/teams/notices/send-notice.js';
import { createTeamsStaff } from './channels/bot-framework/teams/notices/teams-staff.js';
import { ThinAdapter } from './channels/bot-framework/thin-adapter.js';
import { loadAssets } from './channels/pages/assets.js';
import type { Assets } from './channels/pages/assets.js';
import type { Conversing } from './channels/pages/conversing.js';
import type { PageRoute } from './channels/pages/page.js';
import type { WebChat } from './channels/pages/pages-parts.js';
import { createPages } from './channels/pages/pages.js';
import { createProblemPage } from './channels/pages/problem-page.js';
import type { Config } from './config.js';
import { createCore, home } from './core.js';
import { findRedFlags } from './safety/find-red-flags.js';
import { indexNeeds } from './understanding/needs/need-index.js';
import type { Core } from './core.js';
import { createFindStatus } from './delivery/find-status.js';
import { createSendMail } from './delivery/send-mail.js';
import { describeFault } from './logger.js';
import type { Logger } from './logger.js';
import { createServer } from './server/create-server.js';
import type { HttpServer } from './server/create-server.js';
import { stopServer } from './server/draining.js';
import { createMetrics } from './server/metrics.js';
import { observeTurns } from './server/observe-turns.js';
import { createEmbedScript } from './server/embed-script.js';
import { registerWebChat } from './server/web-chat-component.js';
import { registerEmbed } from './server/register-embed.js';
import { createCodeLimiter } from './server/code-limiter.js';
import { createRateLimiter } from './server/rate-limiter.js';
import { registerHealth } from './server/register-health.js';
import { registerMessages } from './server/register-messages.js';
import { registerMetrics } from './server/register-metrics.js';
import { createOpenReferralFeed } from './server/open-referral-feed.js';
import { registerOpenReferral } from './server/register-open-referral.js';
import { registerPages } from './server/register-pages.js';
import { registerStatic } from './server/register-static.js';
import type { DirectoryVersion } from './storage/ports.js';
import { createHandOverRoutes } from './staff/hand-over-routes.js';
import { createSignIn } from './staff/sign-in.js';
import type { SignIn } from './staff/sign-in.js';
import { createStaffRoutes } from './staff/staff-routes.js';
import { checkDurability } from './check-durability.js';
import { offerWebChat } from './offer-web-chat.js';
import { openRoster } from './running-roster.js';
import { serveDirectLine } from './serve-direct-line.js';
import { recordDraftLanguages } from './record-draft-languages.js';

/** A server that is composed and can listen. */
export interface App {
  readonly core: Core;
  readonly server: HttpServer;
  /** Path of a one-time staff sign-in link. */
  readonly signInLink: () => string;
  /** Listens; gives the port. */
  readonly listen: () => Promise<number>;
  /** The directory that serves, as soon as it was looked for after the start; undefined: there is none. */
  readonly directoryAtStart: () => Promise<DirectoryVersion | undefined>;
  /** Takes no new requests, finishes turns and deliveries in hand, closes the store. */
  readonly stop: () => Promise<void>;
}

const assetsFolder = join(home, 'dist', 'assets');
const graceMs = 10_000;
/** Whoever reads the open feed reads it whole, page after page. */
const feedRate = { burst: 200, perSecond: 20 };
/** Leaflets one person at the desk may send: ten at once, then one in a quarter of a minute. */
const deskMailRate = { burst: 10, perSecond: 1 / 15 };

/** Composes the server. `announceLink` shows a staff sign-in link where only the operator sees it. @throws ContentError, AppError: what is wrong, before anything listens. */
export async function createApp(config: Config, logger: Logger, announceLink: (path: string) => void = () => undefined): Promise<App> {
  const metrics = createMetrics();
  const core = await createCore(config, logger, observeTurns(metrics));
  const { content, store, turns, clock, runningDirectory } = core;
  await checkDurability(store, config, logger);
  await recordDraftLanguages({ config, content, referrals: store.referrals, clock, logger });

  const { bot, messages } = openBot(core, config, logger);
  const conversing = converseForPages(bot, new ThinAdapter(), turns);

  const assets = loadAssets(assetsFolder);
  const server = createServer({ config, logger, errorPage: createProblemPage({ content, assets }) });
  const limiter = createRateLimiter({ burst: 60, perSecond: 2 }, () => clock().getTime());
  const signIn = createSignIn({ key: core.signingKey, clock, announce: announceLink });
  const { line, streams } = serveDirectLine({ server, bot, core, config, logger });
  const { webChatFile } = config;
  const webChat = webChatFile === undefined ? undefined : offerWebChat({ component: registerWebChat(server, webChatFile), core, line });
  const routes = createRoutes({ core, config, assets, signIn, conversing, webChat });

  registerHealth(server, [{ name: 'store', check: store.ping }], () => ({ directory: sayDirectory(runningDirectory.version()) }));
  registerMetrics(server, metrics, config.metricsToken);
  await registerStatic(server, assetsFolder);
  registerEmbed(server, createEmbedScript(assetsFolder, content, config.embedOrigins));
  registerMessages(server, { adapter: messages, authenticated: config.botFramework !== undefined });
  registerPages(server, routes, limiter);
  registerFeed(server, core);

  return {
    core,
    server,
    signInLink: () => signIn.link(),
    listen: () => listen(server, config, core),
    directoryAtStart: async () => {
      await runningDirectory.open();
      return runningDirectory.version();
    },
    stop: async () => {
      streams.close();
      await stopServer(server, { graceMs });
      await core.close();
    },
  };
}

function registerFeed(server: HttpServer, { store, directory, clock }: Core): void {
  const limiter = createRateLimiter(feedRate, () => clock().getTime());
  registerOpenReferral(server, createOpenReferralFeed(store.directory), limiter, directory);
}

/** What /health/ready tells of it, besides whether the server is ready: people are served without a directory too. */
function sayDirectory(version: DirectoryVersion | undefined): unknown {
  if (version === undefined) return { state: 'none' };
  const { id, at, services, sample = false } = version;
  return { state: 'serving', version: id, at, services, sample };
}

/** The one bot, with what staff have in Teams: referrals as cards, notices of new ones, and the message extension. */
function openBot(core: Core, config: Config, logger: Logger): { readonly bot: WaymarkBot; readonly messages: MessagesEndpoint } {
  const { content, turns, store, clock, entropy, directory, notices } = core;
  const { conversations, waysBack, referrals } = store;
  const { publicUrl, botFramework } = config;
  const roster = openRoster(config.staffFile, { logger, clock });
  const teams = { roster, publicUrl, authenticated: botFramework !== undefined };
  const staff = createTeamsStaff({ ...teams, notices, referrals, service: content.service, clock, logger });
  const handingOver = createHandingOver({ content, conversations, waysBack, clock, entropy, wait: setTimeout });
  const extension = createExtension({ content, roster, directory, handingOver, referrals, clock, publicUrl });
  const bot = new WaymarkBot({ content, turns, roster, staff, extension, clock: () => clock().toISOString(), entropy, publicUrl });
  const messages = createMessagesEndpoint(botFramework ?? {}, bot, content, error => {
    logger.error(describeFault(error), 'a turn failed');
  });
  notices.sendBy({ roster, sender: createNoticeSender({ ...teams, continueIn: messages.continueIn }) });
  return { bot, messages };
}

/** What pages of patients and of staff are made of. */
interface Rooms {
  readonly core: Core;
  readonly config: Config;
  readonly assets: Assets;
  readonly signIn: SignIn;
  readonly conversing: Conversing;
  readonly webChat: WebChat | undefined;
}

/** Every address that is a page: the patient's, and the staff's. */
function createRoutes({ core, config, assets, signIn, conversing, webChat }: Rooms): readonly PageRoute[] {
  const { content, store, clock, entropy, directory } = core;
  const { conversations, waysBack, referrals } = store;
  const { publicUrl, smtp, embedOrigins } = config;
  const comingBack = createComingBack({ content, conversations, waysBack, clock, entropy, wait: setTimeout });
  const handingOver = createHandingOver({ content, conversations, waysBack, clock, entropy, wait: setTimeout });
  const mayTryCode = createCodeLimiter(() => clock().getTime());
  const { take: mayMail } = createRateLimiter(deskMailRate, () => clock().getTime());
  const findStatus = createFindStatus(referrals);
  const staff = { service: content.service, styles: assets.url('staff.css'), signIn, referrals, clock };
  const mail = smtp && { send: createSendMail(smtp), mayMail, entropy, publicUrl };
  return [
    ...createPages({
      content,
      assets,
      conversing,
      comingBack,
      handingOver,
      mayTryCode,
      entropy,
      findStatus,
      clock,
      publicUrl,
      directory,
      embedOrigins,
      webChat,
    }),
    ...createStaffRoutes({ ...staff, content, deskScript: assets.url('desk.js'), directory, mail }),
    ...createHandOverRoutes({ ...staff, content, handingOver, publicUrl }),
  ];
}

function listen(server: HttpServer, config: Config, core: Core): Promise<number> {
  core.worker.start();
  core.raising.start();
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(config.port, config.host, () => {
      resolve(server.address().port);
      // the phrases of all languages are put in order now, a third of a second, and not while the first person waits
      setImmediate(() => indexNeeds(core.content.languages));
      setImmediate(() => findRedFlags(['hello, I need help with my home and my money'], core.content.redFlags));
      setImmediate(() => void core.runningDirectory.start());
    });
  });
}
