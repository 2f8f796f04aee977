// Feeds handed over as tables, as spreadsheets write them, and which source a person means by what they typed.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { FeedNotice } from '../../src/directory-import/feed-source.js';
import { openSource } from '../../src/directory-import/open-source.js';

describe('a feed in tables', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-tables-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const put = (name: string, text: string | Buffer): Promise<void> => writeFile(join(folder, name), text);
  const read = async (place = folder): Promise<{ rows: readonly unknown[]; notices: readonly FeedNotice[] }> => {
    const rows: unknown[] = [];
    const notices: FeedNotice[] = [];
    const source = await openSource(place, { wait: () => Promise.resolve() });
    for await (const { row } of source.rows({ notice: notice => notices.push(notice) })) rows.push(row);
    return { rows, notices };
  };
  const faultOf = (place: string): Promise<unknown> => read(place).catch((fault: unknown) => fault);

  it('is joined into services', async () => {
    await put('organizations.csv', 'id,name,description\no1,Kind Neighbours,A charity\n');
    await put('services.csv', '\uFEFFid,organization_id,name,status\r\ns1,o1,"Lunch, with company",active\r\ns2,o1,Gardening,active\r\n');
    await put('phones.csv', 'id,service_id,number\np1,s1,020 7946 0000\n');
    await put('readme.txt', 'not a table');
    const { rows, notices } = await read();
    expect(notices).to.deep.equal([]);
    expect(rows).to.have.length(2);
    expect(rows[0]).to.deep.include({
      ...{ id: 's1', name: 'Lunch, with company', phones: [{ id: 'p1', service_id: 's1', number: '020 7946 0000' }] },
      organization: { id: 'o1', name: 'Kind Neighbours', description: 'A charity' },
    });
  });

  it('may be one table of services, whatever it is called', async () => {
    await put('export of march.csv', 'id;name\ns1;Gardening\n');
    expect((await read(join(folder, 'export of march.csv'))).rows).to.deep.equal([{ id: 's1', name: 'Gardening' }]);
  });

  it('is read as spreadsheets of old write it, and says so', async () => {
    await put('services.csv', Buffer.from('id,name\ns1,Caf\xe9 \x96 drop-in\n', 'latin1'));
    const { rows, notices } = await read();
    expect(rows).to.deep.equal([{ id: 's1', name: 'Café – drop-in' }]);
    expect(notices).to.deep.equal([{ code: 'not-utf8', detail: 'services.csv is read as Windows-1252' }]);
  });

  it('bears lines that are too short or too long, stray quotes and empty lines', async () => {
    await put('services.csv', 'id,name,status\ns1,One\n\ns2,The "best" one,active,more\ns3,Three,active\n');
    expect((await read()).rows).to.deep.equal([
      { id: 's1', name: 'One' },
      { id: 's2', name: 'The "best" one', status: 'active' },
      { id: 's3', name: 'Three', status: 'active' },
    ]);
  });

  it('says which file cannot be read', async () => {
    for (const text of ['never closed\ns2,Two\n', 'x'.repeat(2 * 1024 * 1024)]) {
      await put('services.csv', `id,name\ns1,"${text}`);
      expect(await faultOf(folder)).to.include({ code: 'feed-csv', message: 'services.csv is no CSV that can be read' });
    }
    expect(await faultOf(join(folder, 'none.csv'))).to.include({ code: 'feed-file' });
  });

  it('is one of the sources that can be named', async () => {
    expect((await openSource('https://example.org/feed', { wait: () => Promise.resolve() })).gives).to.equal('changes');
    expect(await faultOf('ftp://example.org/feed')).to.include({ code: 'feed-address' });
    expect(await faultOf(join(folder, 'none'))).to.include({ code: 'feed-file' });
    expect(await faultOf(folder)).to.include({ code: 'feed-file' });
    await put('services.json', '[{"id":"s1"}]');
    expect((await read()).rows).to.deep.equal([{ id: 's1' }]);
    expect((await read(join(folder, 'services.json'))).rows).to.deep.equal([{ id: 's1' }]);
  });
});
