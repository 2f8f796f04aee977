// A proxy between Waymark and Redis that can lose a reply after the command was carried out, or fall silent.
import { connect, createServer, type Socket } from 'node:net';

export interface RedisProxy {
  readonly url: string;
  /** From now on: the next command with this word in it reaches Redis, its reply is lost and the connection cut. Counts down `times`. */
  readonly loseReplyTo: (word: string, times?: number) => void;
  /** How many replies were lost. */
  readonly lost: () => number;
  /** Lets nothing through any more on connections there are or that are made meanwhile, without closing them: a machine gone without a word. */
  readonly silence: (on: boolean) => void;
  readonly stop: () => Promise<void>;
}

/** Starts a proxy before a server on this machine. */
export async function startRedisProxy(port: number): Promise<RedisProxy> {
  const sockets = new Set<Socket>();
  let word = '';
  let toLose = 0;
  let lost = 0;
  let silent = false;
  const silencers = new Set<() => void>();

  const server = createServer(client => {
    const redis = connect(port, '127.0.0.1');
    let losing = false;
    let isDead = silent;
    silencers.add(() => {
      isDead = true;
    });
    const cut = (): void => {
      client.destroy();
      redis.destroy();
    };
    for (const socket of [client, redis]) {
      sockets.add(socket);
      socket.on('error', cut).on('close', cut);
    }
    client.on('data', bytes => {
      if (isDead) return;
      losing ||= toLose > 0 && bytes.includes(word);
      redis.write(bytes);
    });
    redis.on('data', bytes => {
      if (isDead) return;
      if (!losing) {
        client.write(bytes);
        return;
      }
      toLose -= 1;
      lost += 1;
      cut();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `redis://127.0.0.1:${String(address.port)}`,
    loseReplyTo: (of, times = 1) => {
      word = of;
      toLose = times;
    },
    lost: () => lost,
    silence: on => {
      silent = on;
      if (on) for (const silence of silencers) silence();
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
