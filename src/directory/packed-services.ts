// All services of the directory as JSON in a few large blocks of bytes outside the heap: a hundred thousand of them as objects would take
// several times the memory and make every collection of garbage slower. One is read when it is shown.
import type { Service } from './service.js';

const blockBytes = 1 << 22;

/** Services by number. */
export interface PackedServices {
  readonly bytes: number;
  readonly at: (index: number) => Service | undefined;
}

/** Takes services one after another; `finish` gives them by number. */
export class ServicePacker {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private readonly blocks: Uint8Array[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private block = new Uint8Array(blockBytes);
  private used = 0;

  /** Keeps one more service. */
  add(service: Service): void {
    const text = JSON.stringify(service);
    // A character of UTF-16 is at most three bytes of UTF-8.
    if (this.used + text.length * 3 > this.block.length) this.closeBlock(Math.max(blockBytes, text.length * 3));
    this.starts.push(this.blocks.length * blockSpan + this.used);
    this.used += this.encoder.encodeInto(text, this.block.subarray(this.used)).written;
    this.ends.push(this.used);
  }

  private closeBlock(next: number): void {
    this.blocks.push(this.block.slice(0, this.used));
    this.block = new Uint8Array(next);
    this.used = 0;
  }

  /** Everything kept; `order` gives for each number when it was added. */
  finish(order: Uint32Array): PackedServices {
    this.closeBlock(0);
    const { blocks, decoder } = this;
    const starts = Float64Array.from(order, added => this.starts[added] ?? 0);
    const ends = Uint32Array.from(order, added => this.ends[added] ?? 0);
    const at = (index: number): Service | undefined => {
      const start = starts[index];
      if (start === undefined) return undefined;
      const bytes = blocks[Math.floor(start / blockSpan)]?.subarray(start % blockSpan, ends[index]);
      // Safe: these bytes were written from a Service above
      return JSON.parse(decoder.decode(bytes)) as Service;
    };
    return { bytes: blocks.reduce((sum, { length }) => sum + length, 0) + starts.byteLength + ends.byteLength, at };
  }
}

/** More than any block holds: a start is its block's number times this, and the place in it. */
const blockSpan = 2 ** 32;
