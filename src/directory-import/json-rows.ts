// Services out of JSON of any size, a piece at a time: a page of a feed, a list, one service, or several of these.
import { JSONParser } from '@streamparser/json';
import { AppError } from '../errors.js';
import type { FeedRow } from './feed-source.js';

/** Most bytes without a single whole row: no service is so long. */
const MOST_BYTES_A_ROW = 16 * 1024 * 1024;

/** Rows of one JSON document. A document cut short gives the rows before the cut and then throws. @throws AppError `feed-json`, `feed-too-big` */
export async function* readJsonRows(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<FeedRow> {
  const document = new JsonDocument(name);
  for await (const piece of bytes) {
    for (const row of document.take(piece)) yield { row };
  }
  for (const row of document.end()) yield { row };
}

/** A document as it comes in, and the rows that are whole. */
class JsonDocument {
  readonly #name: string;
  readonly #rows: unknown[] = [];
  #parser: JSONParser | undefined;
  #sinceRow = 0;

  constructor(name: string) {
    this.#name = name;
  }

  take(piece: Uint8Array): readonly unknown[] {
    const begun = this.#parser === undefined ? withoutMark(piece) : piece;
    if (this.#parser === undefined && begun.some(isNotBlank)) this.#parser = makeParser(begun, this.#rows);
    this.#trying(() => this.#parser?.write(begun));
    this.#sinceRow = this.#rows.length > 0 ? 0 : this.#sinceRow + piece.length;
    if (this.#sinceRow > MOST_BYTES_A_ROW) throw new AppError('feed-too-big', `${this.#name}: one row is longer than any service`);
    return this.#rows.splice(0);
  }

  end(): readonly unknown[] {
    const parser = this.#parser;
    if (parser?.isEnded === false) {
      this.#trying(() => {
        parser.end();
      });
    }
    return this.#rows.splice(0);
  }

  #trying(parse: () => void): void {
    try {
      parse();
    } catch (fault) {
      throw new AppError('feed-json', `${this.#name} is not whole JSON`, {}, fault);
    }
  }
}

/** A list begins with a bracket; all else may be a page, one service, or several of either. */
function makeParser(begin: Uint8Array, rows: unknown[]): JSONParser {
  const first = begin.find(isNotBlank);
  const isList = first !== undefined && String.fromCharCode(first) === '[';
  return isList ? listParser(rows) : documentParser(rows);
}

function listParser(rows: unknown[]): JSONParser {
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  parser.onValue = ({ value }) => rows.push(value);
  return parser;
}

/** A page's rows are taken out of it as soon as they are whole, so that the page is empty when it ends; a document without such rows is a service itself. */
function documentParser(rows: unknown[]): JSONParser {
  const parser = new JSONParser({ separator: '', paths: ['$', '$.contents', '$.contents.*', '$.content', '$.content.*'] });
  let isPage = false;
  parser.onValue = ({ value, parent, stack }) => {
    if (stack.length === 2 && Array.isArray(parent)) {
      parent.length = 0;
      rows.push(value);
    } else if (stack.length === 1) {
      isPage ||= Array.isArray(value);
    } else if (stack.length === 0) {
      if (!isPage) rows.push(value);
      isPage = false;
    }
  };
  return parser;
}

function withoutMark(piece: Uint8Array): Uint8Array {
  return piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? piece.subarray(3) : piece;
}

function isNotBlank(byte: number): boolean {
  return byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09;
}
