// Microsoft's own Direct Line client, as its README says to run it outside a browser: with an XMLHttpRequest and a WebSocket of Node's world.
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type { Activity, DirectLine, DirectLineOptions } from 'botframework-directlinejs';
import { WebSocket } from 'ws';

const load = createRequire(import.meta.url);

/** What the client was given, in order, and how to make it do things. */
export interface MicrosoftClient {
  readonly client: DirectLine;
  readonly activities: readonly Activity[];
  /** Sends a text as a person types it; resolves with the id the host gave it. */
  readonly say: (text: string) => Promise<string>;
  /** Waits until this holds of what was given. @throws Error after ten seconds, with what there is. */
  readonly until: (holds: (activities: readonly Activity[]) => boolean, what: string) => Promise<void>;
  /** Cuts the socket as a lost network does. */
  readonly cut: () => void;
  readonly end: () => void;
}

/** Every socket the clients opened, newest last. */
const sockets: WebSocket[] = [];

class KeptSocket extends WebSocket {
  constructor(address: string) {
    super(address);
    sockets.push(this);
  }
}

Object.assign(globalThis, { XMLHttpRequest: (load('xhr2') as { XMLHttpRequest: unknown }).XMLHttpRequest, WebSocket: KeptSocket });

/** Opens a client and begins to listen. */
export function openMicrosoftClient(options: DirectLineOptions): MicrosoftClient {
  // loaded late: it looks for both when it is loaded
  const { DirectLine: Client } = load('botframework-directlinejs') as {
    readonly DirectLine: new (options: DirectLineOptions) => DirectLine;
  };
  // no wait of up to 15 seconds before it connects again
  const client = new Client({ ...options, random: () => 0 } as DirectLineOptions);
  const activities: Activity[] = [];
  const first = sockets.length;
  const subscription = client.activity$.subscribe(
    activity => activities.push(activity),
    // said by connectionStatus$ too
    () => undefined,
  );
  let count = 0;
  return {
    client,
    activities,
    say: text =>
      new Promise((resolve, reject) => {
        count += 1;
        const message = { type: 'message', text, from: { id: 'typed' }, channelData: { clientActivityID: `${text}-${String(count)}` } };
        // safe: a message of the public shape
        client.postActivity(message as Activity).subscribe(resolve, reject);
      }),
    until: async (holds, what) => {
      const end = Date.now() + 10_000;
      while (!holds(activities)) {
        if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(activities.slice(-4))}`);
        await setTimeout(10);
      }
    },
    cut: () => {
      for (const socket of sockets.slice(first)) socket.terminate();
    },
    end: () => {
      subscription.unsubscribe();
      client.end();
    },
  };
}
