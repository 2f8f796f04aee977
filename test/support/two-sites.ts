// A practice's own site with the one line on it, and Waymark behind a proxy under another name, both over TLS: two sites to the browser.
import { request as ask } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTlsCertificate } from './tls-certificate.js';
import { startApp } from './browser.js';
import type { RunningApp } from './browser.js';

export const siteNames = ['chat.example', 'practice.example', 'stranger.example'];

export interface TwoSites {
  readonly running: RunningApp;
  /** Waymark's origin. */
  readonly chat: string;
  /** Origin of the practice, which may show the panel. Its page takes the line's attributes: `/?lang=cy&line=data-lang="pl"`. */
  readonly practice: string;
  /** The same page on a site that may not. */
  readonly stranger: string;
  /** From now on the browser's panel cookie does not arrive, as where it keeps none. */
  readonly withholdCookies: (withhold: boolean) => void;
  readonly stop: () => Promise<void>;
}

const words = 'Opening hours, prescriptions and much more. ';

/** A page as strict as a careful practice makes it. */
function practicePage(chat: () => string): RequestListener {
  return (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'https://any.example');
    const line = `<script src="${chat()}/embed.js" async ${searchParams.get('line') ?? ''}></script>`;
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; script-src ${chat()}; frame-src ${chat()}; trusted-types; require-trusted-types-for 'script'`,
    });
    response.end(`<!doctype html><html lang="${searchParams.get('lang') ?? 'en-GB'}"><head><title>The practice</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>The practice</h1>
<p><a href="#top">A link</a> ${words.repeat(200)}</p></main>${line}
<noscript><a href="${chat()}/?lang=en-GB">Get help with everyday life</a></noscript></body></html>`);
  };
}

function withoutPanel(cookie: string): string {
  const kept = cookie.split('; ').filter(pair => !pair.startsWith('__Host-waymark-panel='));
  return kept.join('; ');
}

async function listen(files: { readonly certFile: string; readonly keyFile: string }, act: RequestListener): Promise<Server> {
  const server = createServer({ cert: readFileSync(files.certFile), key: readFileSync(files.keyFile) }, act);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function portOf(server: Server): string {
  // safe: a server that listens on a port has an address of this shape
  return String((server.address() as AddressInfo).port);
}

function passOn(to: () => string, withheld: () => boolean): RequestListener {
  return (request: IncomingMessage, response) => {
    const { cookie, ...rest } = request.headers;
    const sent = cookie !== undefined && withheld() ? withoutPanel(cookie) : cookie;
    const headers = { ...rest, ...(sent !== undefined && { cookie: sent }), 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' };
    const onward = ask(`${to()}${request.url ?? '/'}`, { method: request.method ?? 'GET', headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };
}

/** WebSockets go through as they are. */
function passSocketOn(request: IncomingMessage, socket: Socket, port: number): void {
  const onward = connect(port, '127.0.0.1', () => {
    const lines = [`GET ${request.url ?? '/'} HTTP/1.1`, 'X-Forwarded-Proto: https'];
    for (const [name, value] of Object.entries(request.headers)) lines.push(`${name}: ${String(value)}`);
    onward.write(`${lines.join('\r\n')}\r\n\r\n`);
    onward.pipe(socket).pipe(onward);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
}

/** Starts both. `env`: more settings of Waymark's. */
export async function startTwoSites(env: Readonly<Record<string, string>> = {}): Promise<TwoSites> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-two-sites-'));
  const files = makeTlsCertificate(folder);
  const state = { withhold: false, to: '', chat: '' };
  const front = await listen(
    files,
    passOn(
      () => state.to,
      () => state.withhold,
    ),
  );
  const site = await listen(
    files,
    practicePage(() => state.chat),
  );
  const practice = `https://practice.example:${portOf(site)}`;
  state.chat = `https://chat.example:${portOf(front)}`;
  const running = await startApp({ WAYMARK_EMBED_ORIGINS: practice, WAYMARK_TRUST_PROXY: '1', ...env });
  state.to = running.url;
  front.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    passSocketOn(request, socket, Number(new URL(running.url).port));
  });
  const stop = async (): Promise<void> => {
    for (const server of [front, site]) {
      server.closeAllConnections();
      server.close();
    }
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const withholdCookies = (withhold: boolean): void => {
    state.withhold = withhold;
  };
  return { running, chat: state.chat, practice, stranger: practice.replace('practice', 'stranger'), withholdCookies, stop };
}
