// Response bodies made small: brotli where the caller takes it, else gzip. Pages are compressed as they are made, so at a fast level.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Content-Encoding values this server produces. */
export type Encoding = 'br' | 'gzip';

/** Below this many bytes a body fits one packet anyway. */
const worthwhile = 1000;

/** Brotli 5 takes about a third of a millisecond for a page, and its output is within a tenth of the slowest level. */
const pageQuality = 5;

/** The encoding to answer with, by the caller's Accept-Encoding (RFC 9110 section 12.5.3; q=0 means never). */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding | undefined {
  const accepted = new Set((acceptEncoding ?? '').split(',').flatMap(readCoding));
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : undefined;
}

function readCoding(part: string): readonly string[] {
  const [name = '', ...params] = part.split(';').map(piece => piece.trim().toLowerCase());
  return params.some(param => /^q=0(\.0*)?$/u.test(param)) ? [] : [name];
}

/** The body in the encoding chosen, or as it is where compressing would not help. */
export async function compress(
  body: string,
  encoding: Encoding | undefined,
): Promise<{ readonly bytes: Buffer; readonly encoding?: Encoding }> {
  const plain = Buffer.from(body, 'utf8');
  if (encoding === undefined || plain.length < worthwhile) return { bytes: plain };
  if (encoding === 'gzip') return { bytes: await deflate(plain, { level: 6 }), encoding };
  const params = { [constants.BROTLI_PARAM_QUALITY]: pageQuality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return { bytes: await brotli(plain, { params }), encoding };
}
