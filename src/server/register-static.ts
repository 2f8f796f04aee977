// Serves the built assets at /assets/<name>: brotli as made at build where the caller takes it, kept for ever by browsers where the name
// carries a hash.
import type { Request, Response, Server } from 'restify';
import { chooseEncoding } from './compress.js';
import { ResourceNotFound } from './http-faults.js';
import { readAssets, type Asset } from './read-assets.js';
import { mountGet } from './register-pages.js';

/** Reads `folder` once and serves what is in it. @throws when the folder is missing. */
export async function registerStatic(server: Server, folder: string): Promise<void> {
  const assets = await readAssets(folder);
  mountGet(server, '/assets/:file', async (request: Request, response: Response) => {
    // safe: the route has this one parameter, and restify decodes it to text
    const { file } = request.params as { readonly file: string };
    const asset = assets.get(file);
    if (asset === undefined) throw new ResourceNotFound();
    sendAsset(request, response, asset);
    return Promise.resolve();
  });
}

/** Sends one built file, or 304 where the caller has it. */
export function sendAsset(request: Request, response: Response, asset: Asset): void {
  const brotli = chooseEncoding(request.headers['accept-encoding']) === 'br' ? asset.brotli : undefined;
  const body = brotli ?? asset.plain;
  response.setHeader('Content-Type', asset.contentType);
  response.setHeader('Cache-Control', asset.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', asset.etag);
  if (request.headers['if-none-match']?.includes(asset.etag) === true) {
    response.sendRaw(304, '');
    return;
  }
  if (brotli !== undefined) response.setHeader('Content-Encoding', 'br');
  response.setHeader('Content-Length', String(body.length));
  response.sendRaw(200, body);
}
