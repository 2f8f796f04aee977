// What every store must do for the service directory: versions that are whole or not there, a pointer that flips once, a way back, and no leftovers.
import { expect } from 'chai';
import { it } from 'mocha';
import type { DirectoryChunkKind, DirectoryVersion, Store } from '../../src/storage/ports.js';

/** How a test reaches the store and what lies in it. */
export interface DirectoryHarness {
  readonly store: () => Store;
  /** How many chunks lie in the store, published or not. */
  readonly chunksKept: () => Promise<number>;
  /** A day and more goes by for chunks that were never published. */
  readonly passDay: () => Promise<void>;
  /** A few milliseconds go by. */
  readonly passMoment: () => Promise<void>;
}

/** A version as an import describes it. */
export function versionOf(id: string, over: Partial<DirectoryVersion> = {}): DirectoryVersion {
  return { id, at: '2026-03-02T10:00:00.000Z', source: 'feed', services: 2, chunks: { services: 2, rows: 1 }, ...over };
}

async function textOf(store: Store, id: string, kind: DirectoryChunkKind, from?: number): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const bytes of store.directory.chunks(id, kind, from)) texts.push(bytes.toString());
  return texts;
}

/** Puts and publishes a version of three chunks. */
export async function publishVersion({ directory }: Store, id: string, over: Partial<DirectoryVersion> = {}): Promise<void> {
  await directory.putChunk(id, 'services', 0, Buffer.from(`${id} s0`));
  await directory.putChunk(id, 'services', 1, Buffer.from(`${id} s1`));
  await directory.putChunk(id, 'rows', 0, Buffer.from(`${id} r0`));
  expect(await directory.publish(versionOf(id, over))).to.equal('published');
}

/** The tests, to be called within a describe of the store's own. */
export function describeDirectory({ store, chunksKept, passDay, passMoment }: DirectoryHarness): void {
  it('begins with no version', async () => {
    expect(await store().directory.current()).to.equal(undefined);
    expect(await store().directory.versions()).to.deep.equal([]);
    expect(await store().directory.use('v1')).to.equal(false);
    expect(await textOf(store(), 'v1', 'services')).to.deep.equal([]);
  });

  it('gives back what was published, from any chunk on', async () => {
    await publishVersion(store(), 'v1', { sample: true });
    expect(await store().directory.current()).to.deep.equal(versionOf('v1', { sample: true }));
    expect(await textOf(store(), 'v1', 'services')).to.deep.equal(['v1 s0', 'v1 s1']);
    expect(await textOf(store(), 'v1', 'services', 1)).to.deep.equal(['v1 s1']);
    expect(await textOf(store(), 'v1', 'rows')).to.deep.equal(['v1 r0']);
  });

  it('publishes nothing of which a chunk is missing, and keeps none of it', async () => {
    await publishVersion(store(), 'v1');
    await store().directory.putChunk('v2', 'services', 0, Buffer.from('x'));
    await store().directory.putChunk('v2', 'rows', 0, Buffer.from('x'));
    expect(await store().directory.publish(versionOf('v2'))).to.equal('incomplete');
    expect((await store().directory.current())?.id).to.equal('v1');
    expect(await chunksKept()).to.equal(3);
  });

  it('keeps the newest five versions and nothing of older ones', async () => {
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await publishVersion(store(), `v${String(n)}`);
    expect((await store().directory.versions()).map(({ id }) => id)).to.deep.equal(['v7', 'v6', 'v5', 'v4', 'v3']);
    expect(await chunksKept()).to.equal(15);
    expect(await textOf(store(), 'v3', 'rows')).to.deep.equal(['v3 r0']);
  });

  it('goes back to a version it keeps, and to no other', async () => {
    for (const id of ['v1', 'v2']) await publishVersion(store(), id);
    expect(await store().directory.use('v1')).to.equal(true);
    expect((await store().directory.current())?.id).to.equal('v1');
    expect(await store().directory.use('v9')).to.equal(false);
    expect((await store().directory.current())?.id).to.equal('v1');
    await publishVersion(store(), 'v3');
    expect((await store().directory.current())?.id).to.equal('v3');
  });

  it('drops an import that failed, and never a version that was published', async () => {
    await publishVersion(store(), 'v1');
    for (const at of [0, 1, 2]) await store().directory.putChunk('v2', 'rows', at, Buffer.from('x'));
    expect(await textOf(store(), 'v2', 'rows')).to.have.length(3);
    await store().directory.drop('v2');
    await store().directory.drop('v1');
    expect(await chunksKept()).to.equal(3);
  });

  it('forgets what was never published after a day, and keeps what was', async () => {
    await publishVersion(store(), 'v1');
    await store().directory.putChunk('v2', 'rows', 0, Buffer.from('x'));
    await passDay();
    expect(await chunksKept()).to.equal(3);
    expect(await textOf(store(), 'v1', 'rows')).to.deep.equal(['v1 r0']);
  });

  it('takes two imports that publish at once', async () => {
    await Promise.all([publishVersion(store(), 'a'), publishVersion(store(), 'b')]);
    const ids = (await store().directory.versions()).map(({ id }) => id);
    expect([...ids].sort()).to.deep.equal(['a', 'b']);
    expect((await store().directory.current())?.id).to.equal(ids[0]);
    expect(await chunksKept()).to.equal(6);
  });

  it('puts a version that is to be the first in force only where there is none', async () => {
    const putAll = async (id: string): Promise<'published' | 'incomplete' | 'late'> => {
      for (const [kind, at] of [
        ['services', 0],
        ['services', 1],
        ['rows', 0],
      ] as const) {
        await store().directory.putChunk(id, kind, at, Buffer.from('x'));
      }
      return store().directory.publish(versionOf(id, { wholeAt: '2026-03-01T10:00:00.000Z' }), 'first');
    };
    expect(await putAll('v1')).to.equal('published');
    expect(await putAll('v2')).to.equal('late');
    expect(await store().directory.current()).to.include({ id: 'v1', wholeAt: '2026-03-01T10:00:00.000Z' });
    expect((await store().directory.versions()).map(({ id }) => id)).to.deep.equal(['v1']);
    expect(await chunksKept()).to.equal(3);
  });

  it('gives a lease to one of many, to the same again, and to another when it has run out', async () => {
    const { directory } = store();
    const given = await Promise.all(['a', 'b', 'c', 'd'].map(holder => directory.lease('feed', holder, 60_000)));
    expect(given.filter(Boolean)).to.have.length(1);
    const [holder = ''] = ['a', 'b', 'c', 'd'].filter((_, at) => given[at] === true);
    expect(await directory.lease('feed', 'e', 60_000)).to.equal(false);
    expect(await directory.lease('other', 'e', 60_000)).to.equal(true);
    expect(await directory.lease('feed', holder, 0.5)).to.equal(true);
    await passMoment();
    expect(await directory.lease('feed', 'e', 60_000)).to.equal(true);
    expect(await directory.lease('feed', holder, 60_000)).to.equal(false);
  });

  it('refuses what is larger than a directory may be, and names that are none', async () => {
    const { directory } = store();
    const refused = async (work: Promise<unknown>): Promise<unknown> => work.catch((fault: unknown) => fault);
    expect(await refused(directory.putChunk('v1', 'rows', 0, Buffer.alloc(8 * 1024 * 1024 + 1)))).to.include({ code: 'directory-too-big' });
    expect(await refused(directory.putChunk('v1', 'rows', 2_000, Buffer.alloc(1)))).to.include({ code: 'directory-too-big' });
    expect(await refused(directory.putChunk('{v1}', 'rows', 0, Buffer.alloc(1)))).to.include({ code: 'directory-version' });
    expect(await refused(directory.publish(versionOf('v 1')))).to.include({ code: 'directory-version' });
    expect(await chunksKept()).to.equal(0);
  });
}
