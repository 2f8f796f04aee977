// kill -9 of a process that writes, and two processes on one folder.
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { expect } from 'chai';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/ports.js';
import { ringOf } from '../support/key-ring.js';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const script = fileURLToPath(new URL(`../support/save-in-a-loop.${extension}`, import.meta.url));
const clock = (): Date => new Date();

describe('the embedded store when processes die', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-kill-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Lets a child save until it has acknowledged some, then kills it; gives every acknowledged id. */
  const killAfter = async (prefix: string, count: number, whileAlive?: (id: string) => Promise<void>): Promise<readonly string[]> => {
    const acknowledged: string[] = [];
    const child: ChildProcess = fork(script, [folder, prefix]);
    const gone = new Promise(resolve => child.once('exit', resolve));
    await new Promise<void>(resolve => {
      child.on('message', (id: string) => {
        acknowledged.push(id);
        if (acknowledged.length === count) resolve();
      });
    });
    await whileAlive?.(acknowledged.at(-1) ?? '');
    child.kill('SIGKILL');
    await gone;
    return acknowledged;
  };

  const countFound = async (store: Store, ids: readonly string[]): Promise<number> => {
    const loaded = await Promise.all(ids.map(id => store.conversations.load(id)));
    return loaded.filter(({ found }) => found === 'value').length;
  };

  it('loses nothing acknowledged, and no conversation without its effect', async () => {
    const acknowledged: string[] = [];
    for (const [n, count] of [40, 75, 130].entries()) acknowledged.push(...(await killAfter(`kill${String(n)}`, count)));
    const store = await openEmbeddedStore({ folder, keys: ringOf(), clock });
    expect(await countFound(store, acknowledged)).to.equal(acknowledged.length);
    const effects = await store.outbox.take('worker', 10_000, 60_000);
    expect(new Set(effects.map(({ id }) => id)).size).to.equal(effects.length);
    expect(effects.length).to.be.within(acknowledged.length, acknowledged.length + 3);
    expect(
      await countFound(
        store,
        effects.map(({ id }) => id),
      ),
    ).to.equal(effects.length);
    await store.close();
  });

  it('shows one process what another has just written', async () => {
    const store = await openEmbeddedStore({ folder, keys: ringOf(), clock });
    expect((await store.conversations.load('other-0')).found).to.equal('none');
    await killAfter('other', 5, async id => {
      expect((await store.conversations.load(id)).found).to.equal('value');
    });
    await store.close();
  });
});
