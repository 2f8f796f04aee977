// A refuge's house is not told by another service of its organisation: neither in the directory nor in the rows of our own feed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { JsonObject } from '../../src/directory/read/read-result.js';
import { readService } from '../../src/directory/read/read-service.js';
import type { Service } from '../../src/directory/service.js';
import { unpackLines } from '../../src/directory-import/directory-chunks.js';
import { importDirectory, type ImportOutcome } from '../../src/directory-import/import-directory.js';
import { readHere } from '../../src/directory-import/read-row.js';
import { loadDirectory } from '../../src/directory-import/load-directory.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/ports.js';
import { aLocation, aRow, context, uuid } from '../support/feed-rows.js';
import { ringOf } from '../support/key-ring.js';

const rosewood = { id: uuid(2), name: 'Rosewood' };
const others = { id: uuid(3), name: 'Kind Neighbours' };
const at = (location: JsonObject): JsonObject => ({ service_at_locations: [{ id: uuid(9), location }] });
const refuge = aRow({ id: uuid(100), name: 'Rosewood Refuge', organization: rosewood, ...at(aLocation()) });
const group = aRow({ id: uuid(101), name: 'Parents group', organization: rosewood, ...at(aLocation()) });
const elsewhere = aLocation({ id: uuid(12), name: 'The Old Dairy' }, { address_1: '2 Canal Street', postal_code: 'E8 4RP' });

describe('A service in one house with a refuge of its organisation', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-house-'));
    store = await openEmbeddedStore({ folder, keys: ringOf(), clock: () => new Date() });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function importRows(
    rows: readonly JsonObject[],
    id = 'v1',
  ): Promise<{ readonly outcome: ImportOutcome; readonly services: readonly Service[]; readonly rows: string }> {
    const source = {
      name: 'a file',
      gives: id === 'v1' ? ('whole' as const) : ('changes' as const),
      rows: async function* () {
        for (const row of rows) yield { row };
        await Promise.resolve();
      },
    };
    const read = (row: unknown) => readService(row, context);
    const outcome = await importDirectory({
      source,
      store: store.directory,
      reader: readHere(read),
      id,
      changedOnly: id !== 'v1',
      at: '2025-06-01T10:00:00.000Z',
    });
    const services: Service[] = [];
    for await (const service of (await loadDirectory(store.directory))?.services ?? []) services.push(service);
    const lines: string[] = [];
    for await (const bytes of store.directory.chunks(id, 'rows')) lines.push(...(await unpackLines(bytes)));
    return { outcome, services, rows: lines.join('\n') };
  }

  for (const [order, rows] of [
    ['before', [refuge, group]],
    ['behind', [group, refuge]],
  ] as const)
    it(`is hidden with it, where the refuge stands ${order} it in the feed`, async () => {
      const { outcome, services, rows: served } = await importRows(rows);
      expect(services.map(({ hidden }) => hidden)).to.deep.equal([true, true]);
      expect(JSON.stringify(services) + served).not.to.match(/mill row|e8 ?1aa|51\.53/iu);
      expect(served).not.to.include(uuid(10));
      expect(outcome.report.notices.map(({ code }) => code)).to.deep.equal(['in-house-of-refuge']);
    });

  it('is hidden though its location has another id, many chunks away', async () => {
    const far = { ...group, ...at(aLocation({ id: uuid(13) }, { address_1: '14, Mill  Row', postal_code: 'e81aa' })) };
    const between = Array.from({ length: 1200 }, (_, number) => aRow({ id: uuid(1000 + number), organization: others, ...at(elsewhere) }));
    const { services, rows } = await importRows([far, ...between, refuge]);
    expect(services[0]).to.include({ hidden: true, name: 'Parents group' });
    expect(rows).not.to.match(/mill {1,2}row|e8 ?1aa/iu);
    expect(services.filter(({ hidden }) => hidden)).to.have.length(2);
  });

  it('keeps nothing where all its names are the address', async () => {
    const organization = { id: uuid(2), name: '14 Mill Row' };
    const { services, rows } = await importRows([
      { ...refuge, organization },
      { ...group, name: '14 Mill Row', organization },
    ]);
    expect(services).to.have.length(2);
    expect(JSON.stringify(services) + rows).not.to.match(/mill row/iu);
  });

  it('is not hidden elsewhere, nor are others there, nor for advice that only speaks of refuges', async () => {
    const advice = aRow({ id: uuid(102), description: 'We find refuges for women.', organization: others, ...at(elsewhere) });
    const { services } = await importRows([
      refuge,
      { ...group, ...at(elsewhere) },
      advice,
      aRow({ id: uuid(103), organization: others, ...at(elsewhere) }),
    ]);
    expect(services.map(({ hidden }) => hidden)).to.deep.equal([true, false, true, false]);
  });

  it('is hidden too where only one of the two is among the changes of a feed', async () => {
    await importRows([refuge, group]);
    const edited = { ...group, description: 'Tea for parents, on Mondays now.', last_modified: '2025-06-02T10:00:00Z' };
    const changed = await importRows([edited], 'v2');
    expect(changed.services.map(({ hidden }) => hidden)).to.deep.equal([true, true]);
    expect(JSON.stringify(changed.services) + changed.rows).not.to.match(/mill row|e8 ?1aa|51\.53/iu);
  });

  it('is hidden when a refuge moves in beside it', async () => {
    await importRows([group]);
    const moved = await importRows([refuge], 'v2');
    expect(moved.services.map(({ hidden }) => hidden)).to.deep.equal([true, true]);
    expect(moved.rows).not.to.match(/mill row|e8 ?1aa/iu);
  });
});
