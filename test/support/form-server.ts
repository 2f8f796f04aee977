// The patient's pages over a questionnaire of a test's own: the real web server, the real conversation, a store that goes with it.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { WaymarkBot } from '../../src/channels/bot-framework/bot.js';
import { createComingBack } from '../../src/channels/bot-framework/come-back.js';
import { createHandingOver } from '../../src/channels/bot-framework/hand-over.js';
import { converseForPages } from '../../src/channels/bot-framework/converse-for-pages.js';
import { createTurns } from '../../src/channels/bot-framework/run-turn.js';
import { ThinAdapter } from '../../src/channels/bot-framework/thin-adapter.js';
import { loadAssets } from '../../src/channels/pages/assets.js';
import { createPages } from '../../src/channels/pages/pages.js';
import type { PagesParts } from '../../src/channels/pages/pages-parts.js';
import { createProblemPage } from '../../src/channels/pages/problem-page.js';
import { readConfig } from '../../src/config.js';
import type { Content } from '../../src/content/content.js';
import { home } from '../../src/core.js';
import { createLogger } from '../../src/logger.js';
import { createServer } from '../../src/server/create-server.js';
import { createRateLimiter } from '../../src/server/rate-limiter.js';
import { registerPages } from '../../src/server/register-pages.js';
import { registerStatic } from '../../src/server/register-static.js';
import { temporaryStore } from './a-store.js';

/** A server to visit. */
export interface FormServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const assetsFolder = join(home, 'dist', 'assets');
const entropy = (): string => randomBytes(16).toString('hex');

/** Serves the pages over this content, on a free port. */
export async function serveContent(content: Content, more: Partial<PagesParts> = {}): Promise<FormServer> {
  const { store, clock, remove } = await temporaryStore();
  const folder = mkdtempSync(join(tmpdir(), 'waymark-form-'));
  const config = readConfig({ PORT: '0', WAYMARK_DATA: folder });
  const { conversations, waysBack } = store;
  const turns = createTurns({
    content,
    conversations,
    waysBack,
    entropy,
    publicUrl: config.publicUrl,
    askOpinion: need => Promise.resolve({ key: need.key }),
    nudge: () => undefined,
    observer: { turn: () => undefined, referral: () => undefined },
    now: () => 0,
  });
  const bot = new WaymarkBot({ content, turns, clock: () => clock().toISOString(), entropy });
  const conversing = converseForPages(bot, new ThinAdapter(), turns);
  const assets = loadAssets(assetsFolder);
  const comingBack = createComingBack({ content, conversations, waysBack, clock, entropy, wait: setTimeout });
  const handingOver = createHandingOver({ content, conversations, waysBack, clock, entropy, wait: setTimeout });
  const pages = createPages({
    content,
    assets,
    conversing,
    comingBack,
    entropy,
    findStatus: () => Promise.resolve(undefined),
    handingOver,
    mayTryCode: () => true,
    clock,
    ...more,
  });
  const server = createServer({ config, logger: createLogger('silent'), errorPage: createProblemPage({ content, assets }) });
  await registerStatic(server, assetsFolder);
  registerPages(
    server,
    pages,
    createRateLimiter({ burst: 1000, perSecond: 1000 }, () => clock().getTime()),
  );
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const stop = async (): Promise<void> => {
    await new Promise<void>(resolve => {
      server.close(resolve);
    });
    await remove();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${String(server.address().port)}`, stop };
}
