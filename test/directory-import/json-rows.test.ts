// Rows out of JSON in every form a feed is handed over in, in pieces of any size.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readJsonLines } from '../../src/directory-import/json-lines.js';
import { readJsonRows } from '../../src/directory-import/json-rows.js';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
    await Promise.resolve();
  }
}

async function rowsOf(text: string, size = 7): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for await (const { row } of readJsonRows(inPieces(text, size), 'feed.json')) rows.push(row);
  return rows;
}

describe('rows of a JSON file', () => {
  const services = [
    { id: '1', name: 'Dobrá pomoc', schedules: [{ id: 's' }] },
    { id: '2', name: 'Two', contents: 'not a list' },
  ];
  const one = services.slice(0, 1);

  it('are the services of a page, of a list, one by itself, or one after another', async () => {
    expect(await rowsOf(JSON.stringify({ total_items: 2, contents: services, empty: false }))).to.deep.equal(services);
    expect(await rowsOf(JSON.stringify({ totalElements: 2, content: services }))).to.deep.equal(services);
    expect(await rowsOf(JSON.stringify(services))).to.deep.equal(services);
    expect(await rowsOf(JSON.stringify(services[0]))).to.deep.equal(one);
    expect(await rowsOf(services.map(service => JSON.stringify(service)).join('\n'))).to.deep.equal(services);
    expect(await rowsOf(JSON.stringify({ contents: one }) + JSON.stringify({ content: services.slice(1) }))).to.deep.equal(services);
    expect(await rowsOf(JSON.stringify({ contents: [] }))).to.deep.equal([]);
  });

  it('are the same in pieces of any size, with blanks and a byte order mark in front', async () => {
    const text = `\uFEFF \r\n\t${JSON.stringify({ contents: services }, null, 2)}\n`;
    for (const size of [3, 5, 1_000]) expect(await rowsOf(text, size), String(size)).to.deep.equal(services);
    expect(await rowsOf(`${' '.repeat(20)}${JSON.stringify(services)}`, 4)).to.deep.equal(services);
  });

  it('end with a fault where the file is cut or is no JSON, after the rows before', async () => {
    const whole = JSON.stringify({ contents: services });
    for (const text of [whole.slice(0, -30), whole.slice(0, -1), JSON.stringify(services).slice(0, -1), '<html>', '{"contents":[}']) {
      const fault: unknown = await rowsOf(text).catch((thrown: unknown) => thrown);
      expect(fault, text).to.include({ code: 'feed-json' });
    }
    const rows: unknown[] = [];
    try {
      for await (const { row } of readJsonRows(inPieces(whole.slice(0, -30), 9), 'f')) rows.push(row);
    } catch {
      rows.push('cut');
    }
    expect(rows).to.deep.equal([services[0], 'cut']);
  });

  it('are none in an empty file', async () => {
    expect(await rowsOf('')).to.deep.equal([]);
    expect(await rowsOf('  \n')).to.deep.equal([]);
  });

  it('are refused where one would fill the memory', async () => {
    const fault: unknown = await rowsOf(`[{"id":"${'x'.repeat(17 * 1024 * 1024)}"}]`, 1024 * 1024).catch((thrown: unknown) => thrown);
    expect(fault).to.include({ code: 'feed-too-big' });
  });
});

describe('rows of JSON Lines', () => {
  it('are refused one by one, and told, where they cannot be read', async () => {
    const long = `"${'x'.repeat(5 * 1024 * 1024)}"`;
    const lines = ['\uFEFF{"id":"1"}', '', '  ', '{"id":', `{"id":"Żółw"}\r`, long, '[2]', long, '{"id":"last"}'];
    for (const size of [4_099, 64 * 1024]) {
      const read: unknown[] = [];
      for await (const { row, issues = [] } of readJsonLines(inPieces(lines.join('\n'), size))) read.push(issues[0]?.code ?? row);
      expect(read).to.deep.equal([{ id: '1' }, 'not-json', { id: 'Żółw' }, 'not-json', [2], 'not-json', { id: 'last' }]);
    }
  });
});
