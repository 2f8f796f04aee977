// The file of Microsoft's Web Chat component that the deployment provides (WAYMARK_WEB_CHAT), read once at start. It is megabytes long, so it is
// compressed beside the serving, and sent as it is until that is done.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Request, Response, Server } from 'restify';
import { AppError } from '../errors.js';
import type { Asset } from './read-assets.js';
import { mountGet } from './register-pages.js';
import { sendAsset } from './register-static.js';

/** Two seconds for four megabytes, and within a tenth of the smallest. */
const quality = 9;

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AppError('web-chat', `WAYMARK_WEB_CHAT: the file cannot be read: ${file}`, { file }, cause);
  }
}

/** Serves it, and gives its address, which is another for another file. @throws AppError `web-chat` when it cannot be read. */
export function registerWebChat(server: Server, file: string): string {
  const plain = read(file);
  const hash = createHash('sha256').update(plain).digest('base64url');
  const address = `/web-chat/component.${hash.slice(0, 10).replaceAll(/[^\w]/gu, '0')}.js`;
  let asset: Asset = { contentType: 'text/javascript; charset=utf-8', plain, etag: `"${hash.slice(0, 22)}"`, immutable: true };
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  const compressed = promisify(brotliCompress)(plain, { params }).then(brotli => {
    asset = { ...asset, brotli };
  });
  // uncompressed it serves as well
  compressed.catch(() => undefined);
  mountGet(server, address, async (request: Request, response: Response) => {
    sendAsset(request, response, asset);
    return Promise.resolve();
  });
  return address;
}
