// A PNG as its pixels: 8 bits a channel, not interlaced. Source: https://www.w3.org/TR/png-3/
import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and how opaque it is, each 0 to 255. */
  readonly at: (x: number, y: number) => readonly [number, number, number, number];
}

function chunks(bytes: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const found = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

/** Of three neighbours the one nearest to their sum (filter type 4). */
function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [left, up, corner].map(one => Math.abs(left + up - corner - one)) as [number, number, number];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** The pixels of a picture. */
export function readPng(bytes: Buffer): Picture {
  const parts = chunks(bytes);
  const head = parts.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const raw = inflateSync(Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const line = width * channels;
  const pixels = Buffer.alloc(line * height);
  const byte = (at: number, x: number, y: number): number => (x < 0 || y < 0 ? 0 : (pixels[at] ?? 0));
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x;
      const left = byte(at - channels, x - channels, y);
      const up = byte(at - line, x, y - 1);
      const corner = byte(at - line - channels, x - channels, y - 1);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      pixels[at] = ((raw[y * (line + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  const at = (x: number, y: number, channel: number): number => pixels[y * line + x * channels + channel] ?? 0;
  return { width, height, at: (x, y) => [at(x, y, 0), at(x, y, 1), at(x, y, 2), channels === 4 ? at(x, y, 3) : 255] };
}
