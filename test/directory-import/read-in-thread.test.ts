// The thread that reads rows reads as this one does, and a fault in it is told.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readService } from '../../src/directory/read/read-service.js';
import { loadFeedContext } from '../../src/directory-import/feed-context.js';
import { readInThread, readInThreads } from '../../src/directory-import/read-in-thread.js';
import { readHere } from '../../src/directory-import/read-row.js';

const today = '2026-03-02';

function sampleRows(): readonly unknown[] {
  const page = JSON.parse(readFileSync('directory/sample/services-1.json', 'utf8')) as { readonly contents: readonly unknown[] };
  return [...page.contents, { id: 'x' }, 'no row', null];
}

describe('the thread that reads rows', () => {
  it('gives what is read here, batch by batch, in order', async () => {
    const context = await loadFeedContext('directory', today);
    const [here, there] = [readHere(row => readService(row, context)), readInThread('directory', today)];
    const rows = sampleRows();
    const batches = [rows.slice(0, 10), rows.slice(10, 11), rows.slice(11)];
    const read = await Promise.all(batches.map(batch => there.read(batch)));
    expect(read.flat()).to.deep.equal(await here.read(rows));
    expect(read.map(({ length }) => length)).to.deep.equal(batches.map(({ length }) => length));
    await Promise.all([here.close(), there.close()]);
  });

  it('may be several, that take turns', async () => {
    const [one, several] = [readInThread('directory', today), readInThreads('directory', today, 2)];
    const batches = sampleRows()
      .slice(0, 9)
      .map(row => [row]);
    const read = await Promise.all(batches.map(batch => several.read(batch)));
    expect(read).to.deep.equal(await Promise.all(batches.map(batch => one.read(batch))));
    await Promise.all([one.close(), several.close()]);
  });

  it('tells its fault to whoever waits and whoever comes later, and can be closed all the same', async () => {
    const reader = readInThread('no-such-folder', today);
    const faults = await Promise.all([1, 2].map(() => reader.read([{}]).catch((fault: unknown) => fault)));
    expect(faults.map(String).join()).to.match(/needs\.json/u);
    expect(String(await reader.read([{}]).catch((fault: unknown) => fault))).to.match(/needs\.json/u);
    await reader.close();
  });

  it('leaves nobody waiting when it is closed', async () => {
    const reader = readInThread('directory', today);
    const waiting = reader.read([{}]).catch((fault: unknown) => fault);
    await reader.close();
    expect(String(await waiting)).to.match(/has ended/u);
  });
});
