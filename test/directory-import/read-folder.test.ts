// Feeds handed over as files: one file, or a folder of them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { FeedNotice, FeedSource } from '../../src/directory-import/feed-source.js';
import { createFileSource } from '../../src/directory-import/read-file.js';
import { createFolderSource } from '../../src/directory-import/read-folder.js';
import { feedServices } from '../support/feed-server.js';

describe('a feed in files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-feed-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const put = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
  const read = async (source: FeedSource): Promise<{ rows: readonly unknown[]; notices: readonly FeedNotice[] }> => {
    const rows: unknown[] = [];
    const notices: FeedNotice[] = [];
    for await (const { row, issues } of source.rows({ notice: notice => notices.push(notice) })) rows.push(issues?.[0]?.code ?? row);
    return { rows, notices };
  };

  it('is read from a page, a list or lines', async () => {
    const services = feedServices(300);
    await put('page.json', JSON.stringify({ contents: services }));
    await put('list.JSON', JSON.stringify(services));
    await put('lines.jsonl', `${services.map(service => JSON.stringify(service)).join('\r\n')}\nnot json\n`);
    expect((await read(createFileSource(join(folder, 'page.json')))).rows).to.deep.equal(services);
    expect((await read(createFileSource(join(folder, 'list.JSON')))).rows).to.deep.equal(services);
    expect((await read(createFileSource(join(folder, 'lines.jsonl')))).rows).to.deep.equal([...services, 'not-json']);
  });

  it('is named by its file or folder, not by the way to it', () => {
    expect(createFileSource(join(folder, 'page.json')).name).to.equal('page.json');
    expect(createFolderSource(`${folder}/`).name).to.equal(basename(folder));
  });

  it('is read from every file of services in a folder, in order, leaving out what lies beside', async () => {
    const [a, b, c] = feedServices(3);
    await put('2.json', JSON.stringify([c]));
    await put('1.json', JSON.stringify({ contents: [a, b] }));
    await put('taxonomy_term_list.json', '{"contents":[{"id":"t"}]}');
    await put('notes.txt', 'not a feed');
    const { rows, notices } = await read(createFolderSource(folder));
    expect(rows).to.deep.equal([a, b, c]);
    expect(notices).to.deep.equal([{ code: 'file-left-out', detail: 'taxonomy_term_list.json' }]);
  });

  it('says which file is cut, or is not there', async () => {
    await put('cut.json', '{"contents":[{"id":"a"}');
    const faultOf = (source: FeedSource): Promise<unknown> => read(source).catch((fault: unknown) => fault);
    expect(await faultOf(createFolderSource(folder))).to.include({ code: 'feed-json', message: 'cut.json is not whole JSON' });
    for (const source of [createFileSource(join(folder, 'none.json')), createFileSource(join(folder, 'none.jsonl'))]) {
      expect(await faultOf(source)).to.include({ code: 'feed-file' });
    }
    expect(await faultOf(createFolderSource(join(folder, 'none')))).to.include({
      code: 'feed-file',
      message: 'none cannot be read: ENOENT',
    });
  });
});
