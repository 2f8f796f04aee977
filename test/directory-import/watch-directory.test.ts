// A server takes up another version by itself, whoever put it in force.
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { watchDirectory } from '../../src/directory-import/watch-directory.js';
import { silentLogger } from '../../src/storage/silent-logger.js';
import type { DirectoryVersion } from '../../src/storage/ports.js';

describe('watching the directory', () => {
  let inForce: string | Error | undefined;
  let taken: string[];
  let look: () => void;
  let stopped: boolean;

  beforeEach(() => {
    [inForce, taken, stopped] = [undefined, [], false];
  });

  const current = (): Promise<DirectoryVersion | undefined> => {
    if (inForce instanceof Error) return Promise.reject(inForce);
    return Promise.resolve(
      inForce === undefined ? undefined : { id: inForce, at: '', source: '', services: 0, chunks: { services: 0, rows: 0 } },
    );
  };
  const every = (ms: number, tick: () => void): (() => void) => {
    expect(ms).to.equal(30_000);
    look = tick;
    return () => {
      stopped = true;
    };
  };
  const changed = ({ id }: DirectoryVersion): Promise<void> => Promise.resolve(void taken.push(id));
  const lookOnce = async (): Promise<void> => {
    look();
    await new Promise(resolve => setTimeout(resolve, 2));
  };

  it('tells of each new version once, and of none that serves already', async () => {
    watchDirectory({ store: { current }, known: 'v1', changed, logger: silentLogger, every });
    for (const id of [undefined, 'v1', 'v2', 'v2', 'v1', 'v1']) {
      inForce = id;
      await lookOnce();
    }
    expect(taken).to.deep.equal(['v2', 'v1']);
  });

  it('goes on after the store was away, and tells again what could not be taken up', async () => {
    const told: string[] = [];
    const logger = { ...silentLogger, error: (_: object, message: string) => told.push(message) };
    let broken = true;
    const once = (version: DirectoryVersion): Promise<void> => (broken ? Promise.reject(new Error('full')) : changed(version));
    watchDirectory({ store: { current }, changed: once, logger, every });
    inForce = new Error('away');
    await lookOnce();
    inForce = 'v1';
    await lookOnce();
    broken = false;
    await lookOnce();
    expect(taken).to.deep.equal(['v1']);
    expect(told).to.have.length(2);
  });

  it('takes up one after another, and ends after the one in hand', async () => {
    let finish: (() => void) | undefined;
    const slowly = async (version: DirectoryVersion): Promise<void> => {
      await new Promise<void>(resolve => (finish = resolve));
      await changed(version);
    };
    const { stop } = watchDirectory({ store: { current }, changed: slowly, logger: silentLogger, every });
    inForce = 'v1';
    await lookOnce();
    await lookOnce();
    const end = stop();
    finish?.();
    await end;
    expect([taken, stopped]).to.deep.equal([['v1'], true]);
  });

  it('looks by a timer that keeps no process alive', async () => {
    const { stop } = watchDirectory({ store: { current }, changed, logger: silentLogger });
    await stop();
  });
});
