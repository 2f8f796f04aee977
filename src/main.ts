// Reads the configuration, starts the server, says where to go, and stops cleanly when asked.
import { join } from 'node:path';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import type { Config } from './config.js';
import { home } from './core.js';
import { AppError, ContentError } from './errors.js';
import { createLogger } from './logger.js';
import type { Logger } from './logger.js';
import { createCrisisServer } from './server/crisis-server.js';
import type { DirectoryVersion } from './storage/ports.js';

/** What is told on the terminal at start; everything after this is the log. */
function greet(port: number, config: Config, signInPath: string): string {
  const address = config.publicUrl ?? `http://localhost:${String(port)}`;
  const store = config.store.kind === 'redis' ? 'Redis' : `the embedded store in ${config.dataFolder}`;
  return [
    '',
    `Waymark is listening, with ${store}.`,
    `  Patients:   ${address}/`,
    `  Link workers, by this one-time link:   ${address}${signInPath}`,
    `  Bot Framework channels:   ${address}/api/messages${config.botFramework ? '' : '   (this machine only: no MicrosoftAppId is set)'}`,
    '',
    '',
  ].join('\n');
}

/** Told as soon as it is known, a moment after the rest. */
function sayDirectory(version: DirectoryVersion | undefined): string {
  if (version === undefined) return `  Directory:   none yet; ${importing}\n\n`;
  const count = version.services.toLocaleString('en-GB');
  return version.sample === true
    ? `  Directory:   ${count} made-up sample services; ${importing}\n\n`
    : `  Directory:   ${count} services from ${version.source}, imported ${version.at.slice(0, 10)}\n\n`;
}

const importing = 'import your own with: npm run -s waymark -- directory import SOURCE';

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const app = await createApp(config, logger, path => {
    process.stdout.write(
      `A new one-time link for link workers:   ${config.publicUrl ?? `http://localhost:${String(config.port)}`}${path}\n`,
    );
  });
  const port = await app.listen();
  process.stdout.write(greet(port, config, app.signInLink()));
  stopWhenAsked(() => app.stop(), logger);
  process.stdout.write(sayDirectory(await app.directoryAtStart()));
}

function stopWhenAsked(stop: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    stop().then(
      () => {
        logger.info({}, 'stopped');
        process.exit(0);
      },
      (err: unknown) => {
        logger.error({ err }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Content that cannot be read must not leave a person with nothing: whom to ring is served until somebody mends it. */
function serveHelpAlone(): void {
  const { port, host } = readConfig(process.env);
  const server = createCrisisServer({ pages: join(home, 'dist', 'crisis'), assets: join(home, 'dist', 'assets') });
  server.listen(port, host, () => {
    const address = server.address();
    const own = typeof address === 'object' && address !== null ? address.port : port;
    process.stderr.write(
      `\nThe content has faults, so nobody can be asked anything. Only urgent help is served: http://localhost:${String(own)}/urgent\n`,
    );
  });
  const leave = (): void => {
    process.exit(1);
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
}

run().catch((error: unknown) => {
  // Our own faults say all there is to say; anything else is a defect and shows its stack.
  process.stderr.write(
    error instanceof AppError ? `${error.message}\n` : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  if (error instanceof ContentError) serveHelpAlone();
  else process.exit(1);
});
