// What serves when the content cannot be read: whom to ring, in every language, from files the last build wrote. It stands on Node alone and
// reads nothing that a broken file could break.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { matchLanguage } from '../content/languages/match-language.js';
import { programReply } from './answer-error.js';
import { setSecurityHeaders } from './security-headers.js';

const source = 'en-GB';

/** Where nothing was ever built: the least that must be said. */
const bare = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Urgent help</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><h1>Urgent help</h1>
<p>Our chat is not working right now. These numbers still work.</p>
<ul><li>If anyone is in danger now: <a href="tel:999">999</a>. On a mobile, if you cannot speak, press 55 when you are asked.</li>
<li>NHS 111. For urgent help with your mental health, choose option 2: <a href="tel:111">111</a></li>
<li>Samaritans, day and night: <a href="tel:116123">116 123</a></li>
<li>Childline, for anyone under 19, day and night: <a href="tel:08001111">0800 1111</a></li>
<li>National Domestic Abuse Helpline, day and night: <a href="tel:08082000247">0808 2000 247</a></li></ul></body></html>`;

/** Where the last build left its files. */
export interface CrisisFolders {
  /** dist/crisis: `<language>.html`. */
  readonly pages: string;
  /** dist/assets, for their looks. */
  readonly assets: string;
}

function readPages(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter(name => name.endsWith('.html'));
  return new Map(names.map(name => [name.slice(0, -'.html'.length), readFileSync(join(folder, name), 'utf8')]));
}

function send(response: ServerResponse, status: number, contentType: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body), 'Retry-After': '60' });
  response.end(body);
}

const assetTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** A built file by its plain name; nothing outside the folder can be named. */
function sendAsset(response: ServerResponse, folder: string, name: string): boolean {
  const type = assetTypes[name.slice(name.lastIndexOf('.') + 1)];
  const file = join(folder, name);
  if (type === undefined || !/^[\w.-]+$/u.test(name) || !existsSync(file)) return false;
  send(response, 200, type, readFileSync(file));
  return true;
}

function answer(request: IncomingMessage, response: ServerResponse, pages: ReadonlyMap<string, string>, assets: string): void {
  setSecurityHeaders(response, false);
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/health/live') return send(response, 200, 'application/json', '{"status":"ok"}');
  if (url.pathname === '/health/ready')
    return send(response, 503, 'application/json', '{"status":"unavailable","checks":{"content":"broken"}}');
  if (url.pathname.startsWith('/assets/') && sendAsset(response, assets, url.pathname.slice('/assets/'.length))) return undefined;
  const wantsHtml = (request.headers.accept ?? '').includes('text/html');
  if (!wantsHtml && url.pathname !== '/urgent') return send(response, 503, 'application/json', String(programReply(503).body));
  const lang =
    matchLanguage(url.searchParams.get('lang') ?? undefined, pages.keys()) ??
    matchLanguage(request.headers['accept-language'], pages.keys());
  const page = pages.get(lang ?? source) ?? pages.get(source) ?? bare;
  return send(response, url.pathname === '/urgent' ? 200 : 503, 'text/html; charset=utf-8', page);
}

/** Makes the server; it does not listen yet. */
export function createCrisisServer(folders: CrisisFolders): Server {
  const pages = readPages(folders.pages);
  return createServer((request, response) => {
    answer(request, response, pages, folders.assets);
  });
}
