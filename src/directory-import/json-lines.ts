// JSON Lines: one row a line. A line that is no JSON, or is endless, is refused and told, and the next is read.
import { StringDecoder } from 'node:string_decoder';
import type { FeedRow } from './feed-source.js';

/** Longest line, in characters. */
const MOST_LINE = 4 * 1024 * 1024;
const SHOWN = 80;

/** Rows of a file of lines. */
export async function* readJsonLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<FeedRow> {
  for await (const line of linesOf(bytes)) {
    const text = line.replace(/^\uFEFF/u, '').trim();
    if (text !== '') yield readLine(text);
  }
}

/** Lines; of one that is too long only the beginning. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let begun = '';
  for await (const piece of bytes) {
    const [first = '', ...rest] = decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.length)).split('\n');
    begun = begun.length > MOST_LINE ? begun : begun + first;
    for (const line of rest) {
      yield begun;
      begun = line;
    }
  }
  yield begun;
}

function readLine(text: string): FeedRow {
  try {
    if (text.length <= MOST_LINE) return { row: JSON.parse(text) };
  } catch {
    // told below, as a row
  }
  return { row: undefined, issues: [{ severity: 'refused', code: 'not-json', found: text.slice(0, SHOWN) }] };
}
