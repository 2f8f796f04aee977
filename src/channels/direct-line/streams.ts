// Sockets of clients that wait for activities. Each reads the history from where its client is; what is told here is only a hint to look. A
// socket that does not take what it is sent, or is silent when asked, is dropped: its client comes back with its watermark.
import type { WebSocket } from 'ws';
import type { Line, PlainActivity } from './line.js';

/** Bytes that may wait for a slow client before it is dropped. */
const mostWaiting = 256 * 1024;
/** A socket is asked whether it is there so often, in milliseconds, and looks whether a hint was lost. */
const usualEveryMs = 20_000;
/** Sockets of one conversation; the oldest goes for one more. */
const mostEach = 4;
/** Sockets of this server together. */
const mostOfAll = 20_000;
/** What could not be saved waits for its client so long, in milliseconds, and for so many conversations. */
const untoldMs = 120_000;
const mostUntold = 1_000;

export interface Streams {
  /** Takes a socket of a client that has everything up to `after`. False: there are too many. */
  readonly open: (socket: WebSocket, conversationId: string, after: number) => boolean;
  /** Tells clients connected here what does not stand in the history; where none is, the next to ask. */
  readonly tell: (conversationId: string, activities: readonly PlainActivity[]) => void;
  /** What waits to be told, once. */
  readonly untold: (conversationId: string) => readonly PlainActivity[];
  readonly count: () => number;
  /** Every client is told to connect again elsewhere. */
  readonly close: () => void;
}

export interface StreamParts {
  readonly line: Pick<Line, 'read' | 'watch'>;
  /** Milliseconds now. */
  readonly now: () => number;
  readonly onFault: (fault: unknown) => void;
  /** How often a socket is asked whether it is there, in milliseconds; 20 seconds where not given. */
  readonly everyMs?: number;
}

/** No sockets yet. */
export function createStreams(parts: StreamParts): Streams {
  const open = new Map<string, Set<Stream>>();
  const waiting = new Map<string, { readonly activities: readonly PlainActivity[]; readonly until: number }>();
  let count = 0;

  const leave = (conversationId: string, stream: Stream): void => {
    const all = open.get(conversationId);
    if (all?.delete(stream) !== true) return;
    count -= 1;
    if (all.size === 0) open.delete(conversationId);
  };

  const untold: Streams['untold'] = conversationId => {
    const found = waiting.get(conversationId);
    waiting.delete(conversationId);
    return found !== undefined && found.until > parts.now() ? found.activities : [];
  };

  return {
    open: (socket, conversationId, after) => {
      const all = open.get(conversationId) ?? new Set();
      if (count >= mostOfAll) return false;
      const [oldest] = all;
      if (all.size >= mostEach) oldest?.drop();
      const stream = new Stream(socket, { ...parts, conversationId, after });
      open.set(conversationId, all.add(stream));
      count += 1;
      socket.once('close', () => {
        stream.end();
        leave(conversationId, stream);
      });
      stream.begin(untold(conversationId));
      return true;
    },
    tell: (conversationId, activities) => {
      const all = open.get(conversationId);
      for (const stream of all ?? []) stream.push(activities);
      if (all !== undefined) return;
      const [first] = waiting.keys();
      if (waiting.size >= mostUntold && first !== undefined) waiting.delete(first);
      waiting.set(conversationId, { activities: [...untold(conversationId), ...activities], until: parts.now() + untoldMs });
    },
    untold,
    count: () => count,
    close: () => {
      for (const stream of [...open.values()].flatMap(all => [...all])) stream.sendAway();
    },
  };
}

interface OfStream extends StreamParts {
  readonly conversationId: string;
  readonly after: number;
}

/** One socket. */
class Stream {
  readonly #socket: WebSocket;
  readonly #of: OfStream;
  #after: number;
  #looking = false;
  #again = false;
  #answers = true;
  #stop: (() => void) | undefined;

  constructor(socket: WebSocket, of: OfStream) {
    this.#socket = socket;
    this.#of = of;
    this.#after = of.after;
  }

  begin(untold: readonly PlainActivity[]): void {
    const { line, conversationId, everyMs = usualEveryMs } = this.#of;
    const end = line.watch(conversationId, () => {
      this.#look();
    });
    const timer = setInterval(() => {
      this.#ask();
    }, everyMs).unref();
    this.#stop = () => {
      end();
      clearInterval(timer);
    };
    this.#socket.on('pong', () => {
      this.#answers = true;
    });
    // Faults of the connection end it; `close` follows.
    this.#socket.on('error', () => {
      this.drop();
    });
    if (untold.length > 0) this.push(untold);
    this.#look();
  }

  /** Sends these, whatever the history says. */
  push(activities: readonly PlainActivity[]): void {
    this.#send(JSON.stringify({ activities, ...(this.#after > 0 && { watermark: String(this.#after) }) }));
  }

  drop(): void {
    this.#socket.terminate();
  }

  end(): void {
    this.#stop?.();
  }

  sendAway(): void {
    this.#socket.close(1012, 'connect again');
  }

  /** Is it still there? The empty message is for clients that cannot see a ping. */
  #ask(): void {
    if (!this.#answers) {
      this.drop();
      return;
    }
    this.#answers = false;
    this.#socket.ping();
    this.#send('');
    this.#look();
  }

  /** Reads on in the history; a look asked for meanwhile follows this one. */
  #look(): void {
    this.#again = true;
    if (this.#looking) return;
    this.#looking = true;
    this.#readOn()
      // The store is away: the next look tries again.
      .catch(this.#of.onFault)
      .finally(() => {
        this.#looking = false;
      });
  }

  async #readOn(): Promise<void> {
    while (this.#again && this.#socket.readyState === this.#socket.OPEN) {
      this.#again = false;
      const { activities, watermark } = await this.#of.line.read(this.#of.conversationId, this.#after);
      this.#after = watermark;
      if (activities.length > 0) this.push(activities);
    }
  }

  #send(text: string): void {
    if (this.#socket.bufferedAmount > mostWaiting) {
      this.drop();
      return;
    }
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text, () => undefined);
  }
}
