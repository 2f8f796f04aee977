// A real Redis for tests: a redis-server process on a free port with its own folder.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTlsCertificate, type TlsFiles } from './tls-certificate.js';

const SERVER = '/usr/bin/redis-server';
const START_MS = 10_000;

export interface RedisServerOptions {
  readonly password?: string;
  readonly tls?: boolean;
  /** Append-only file, written at every command (default on). */
  readonly appendonly?: boolean;
  /** A cluster of this one server. */
  readonly cluster?: boolean;
  /** A sentinel that watches the server on this port under the name `waymark`. */
  readonly sentinelOf?: number;
  /** More of redis-server's own arguments. */
  readonly args?: readonly string[];
}

export interface RedisServer {
  /** As Waymark's REDIS_URL takes it. */
  readonly url: string;
  readonly port: number;
  /** Certificate authority in PEM, with `tls`. */
  readonly ca: string | undefined;
  /** Runs one command through redis-cli and gives what it prints. */
  readonly cli: (...args: readonly string[]) => string;
  /** Ends the server as an operator would and removes its folder. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would; its folder stays. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port and folder. */
  readonly restart: () => Promise<void>;
}

/** Starts redis-server; resolves when it answers. */
export async function startRedis(options: RedisServerOptions = {}): Promise<RedisServer> {
  if (!existsSync(SERVER)) throw new Error('redis-server is not installed: install the Debian package redis-server');
  const folder = await mkdtemp(join(tmpdir(), 'waymark-redis-'));
  const tls = options.tls === true ? makeTlsCertificate(folder) : undefined;
  const port = await findFreePort();
  const cli = (...args: readonly string[]): string =>
    execFileSync('redis-cli', [...loginArguments(port, options, tls), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  let child: ChildProcess | undefined;

  const restart = async (): Promise<void> => {
    const args =
      options.sentinelOf === undefined
        ? serverArguments(port, folder, options, tls)
        : await sentinelArguments(port, folder, options.sentinelOf);
    child = spawn(SERVER, args, { stdio: 'ignore' });
    await waitUntilReady(cli);
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const running = child;
    child = undefined;
    if (running === undefined) return;
    const gone = new Promise(resolve => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  };

  await restart();
  if (options.cluster === true) await makeCluster(cli);
  return {
    url: urlOf(port, options),
    port,
    ca: tls?.ca,
    cli,
    restart,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

function serverArguments(port: number, folder: string, options: RedisServerOptions, tls: TlsFiles | undefined): readonly string[] {
  const secure = tls && [
    '--tls-port',
    String(port),
    '--tls-cert-file',
    tls.certFile,
    '--tls-key-file',
    tls.keyFile,
    '--tls-ca-cert-file',
    tls.caFile,
  ];
  return [
    ...['--bind', '127.0.0.1', '--dir', folder, '--save', '', '--loglevel', 'warning'],
    ...(secure === undefined ? ['--port', String(port)] : ['--port', '0', ...secure, '--tls-auth-clients', 'no']),
    ...(options.appendonly === false ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--appendfsync', 'always']),
    ...(options.password === undefined ? [] : ['--requirepass', options.password]),
    ...(options.cluster === true
      ? [
          '--cluster-enabled',
          'yes',
          '--cluster-announce-ip',
          '127.0.0.1',
          '--cluster-port',
          String(port > 40_000 ? port - 10_000 : port + 10_000),
        ]
      : []),
    ...(options.args ?? []),
  ];
}

async function sentinelArguments(port: number, folder: string, watched: number): Promise<readonly string[]> {
  const file = join(folder, 'sentinel.conf');
  await writeFile(file, `port ${String(port)}\ndir ${folder}\nsentinel monitor waymark 127.0.0.1 ${String(watched)} 1\n`);
  return [file, '--sentinel'];
}

function loginArguments(port: number, { password }: RedisServerOptions, tls: TlsFiles | undefined): readonly string[] {
  return [
    ...['-h', '127.0.0.1', '-p', String(port)],
    ...(password === undefined ? [] : ['--no-auth-warning', '-a', password]),
    ...(tls === undefined ? [] : ['--tls', '--cacert', tls.caFile]),
  ];
}

function urlOf(port: number, { password, tls, cluster }: RedisServerOptions): string {
  const login = password === undefined ? '' : `:${encodeURIComponent(password)}@`;
  const url = `${tls === true ? 'rediss' : 'redis'}://${login}127.0.0.1:${String(port)}`;
  return cluster === true ? `${url},127.0.0.1:${String(port)}` : url;
}

async function waitUntilReady(cli: RedisServer['cli']): Promise<void> {
  await waitFor(() => cli('ping').includes('PONG'), 'redis-server did not start');
}

async function makeCluster(cli: RedisServer['cli']): Promise<void> {
  cli('cluster', 'addslotsrange', '0', '16383');
  await waitFor(() => cli('cluster', 'info').includes('cluster_state:ok'), 'the cluster of one did not form');
}

async function waitFor(isSo: () => boolean, otherwise: string): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    try {
      if (isSo()) return;
    } catch (fault) {
      // redis-cli fails while the server is not listening yet.
      if (Date.now() > until) throw new Error(otherwise, { cause: fault });
    }
    if (Date.now() > until) throw new Error(otherwise);
    await new Promise(resolve => setTimeout(resolve, 30));
  }
}
