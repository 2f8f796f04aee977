// GET /embed.js: a stable address, kept by browsers for an hour, for pages of any site. It holds nothing that is not public.
import type { Request, Response, Server } from 'restify';
import type { Asset } from './read-assets.js';
import { mountGet } from './register-pages.js';
import { sendAsset } from './register-static.js';

/** Registers it. */
export function registerEmbed(server: Server, script: Asset): void {
  mountGet(server, '/embed.js', async (request: Request, response: Response) => {
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    // for a practice that writes crossorigin into its line
    response.setHeader('Access-Control-Allow-Origin', '*');
    sendAsset(request, response, script);
    return Promise.resolve();
  });
}
