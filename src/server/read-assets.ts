// The built styles, scripts and pictures, read into memory once at start: they are few and small, and nothing else in the folder can ever
// be asked for by a clever path.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** One built file with its compressed form, as served. */
export interface Asset {
  readonly contentType: string;
  readonly plain: Buffer;
  /** Made at build, at the slowest and smallest level. */
  readonly brotli?: Buffer;
  readonly etag: string;
  /** The name carries a hash of the content, so it may be kept for ever. */
  readonly immutable: boolean;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
};

/** Reads every servable file of the folder, by name. @throws when the folder is not there: the build was not run. */
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const names = await readdir(folder);
  const served = names.filter(name => extname(name) in contentTypes);
  const assets = await Promise.all(served.map(async name => [name, await readAsset(folder, name, names.includes(`${name}.br`))] as const));
  return new Map(assets);
}

async function readAsset(folder: string, name: string, compressed: boolean): Promise<Asset> {
  const plain = await readFile(join(folder, name));
  return {
    contentType: contentTypes[extname(name)] ?? 'application/octet-stream',
    plain,
    ...(compressed ? { brotli: await readFile(join(folder, `${name}.br`)) } : {}),
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    immutable: /[.-][0-9A-Za-z_-]{8,}\.\w+$/u.test(name),
  };
}
