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

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
}

function send(response: ServerResponse, { status, contentType, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body), 'Retry-After': '60' });
  response.end(body);
}

const json = 'application/json';

const assetTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** A built file by its plain name; nothing outside the folder can be named. */
function readAsset(folder: string, name: string): Answer | undefined {
  const contentType = assetTypes[name.slice(name.lastIndexOf('.') + 1)];
  const file = join(folder, name);
  if (contentType === undefined || !/^[\w.-]+$/u.test(name) || !existsSync(file)) return undefined;
  return { status: 200, contentType, body: readFileSync(file) };
}

const assetsPath = '/assets/';

/** What is not a page: the health checks, and the looks of the pages. */
function answerProgram(path: string, assets: string): Answer | undefined {
  if (path === '/health/live') return { status: 200, contentType: json, body: '{"status":"ok"}' };
  if (path === '/health/ready') return { status: 503, contentType: json, body: '{"status":"unavailable","checks":{"content":"broken"}}' };
  return path.startsWith(assetsPath) ? readAsset(assets, path.slice(assetsPath.length)) : undefined;
}

function pageFor(url: URL, { headers }: IncomingMessage, pages: ReadonlyMap<string, string>): string {
  const asked = matchLanguage(url.searchParams.get('lang') ?? undefined, pages.keys());
  const lang = asked ?? matchLanguage(headers['accept-language'], pages.keys()) ?? source;
  return pages.get(lang) ?? pages.get(source) ?? bare;
}

const anyHost = 'http://localhost';

function answer(request: IncomingMessage, pages: ReadonlyMap<string, string>, assets: string): Answer {
  const path = request.url ?? '/';
  const url = new URL(URL.canParse(path, anyHost) ? path : '/', anyHost);
  const forPrograms = answerProgram(url.pathname, assets);
  if (forPrograms) return forPrograms;
  const isCrisisPage = url.pathname === '/urgent';
  const wantsHtml = isCrisisPage || (request.headers.accept ?? '').includes('text/html');
  if (!wantsHtml) return { status: 503, contentType: json, body: programReply(503).body };
  return { status: isCrisisPage ? 200 : 503, contentType: 'text/html; charset=utf-8', body: pageFor(url, request, pages) };
}

/** Makes the server; it does not listen yet. */
export function createCrisisServer(folders: CrisisFolders): Server {
  const pages = readPages(folders.pages);
  return createServer((request, response) => {
    setSecurityHeaders(response, false);
    send(response, answer(request, pages, folders.assets));
  });
}
