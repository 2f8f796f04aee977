// Files of postcodes, as the Office for National Statistics gives them and as downloads and spreadsheets spoil them.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { openPostcodeTable, type PostcodeTable } from '../../src/directory/places/open-postcode-table.js';
import { importPostcodes, type ImportedPostcodes } from '../../src/directory-import/import-postcodes.js';
import { onspdHeader, postcodeLine, postcodeRow } from '../directory/places/a-postcode-file.js';

const sample = resolve('../shared/data/places/onspd-sample.csv');
const header = onspdHeader.join(',');
const nobody = (): void => undefined;

function tableOf(imported: ImportedPostcodes): PostcodeTable {
  const table = imported.kind === 'built' ? openPostcodeTable(imported.table) : undefined;
  if (table === undefined) throw new Error(JSON.stringify(imported.report));
  return table;
}

describe('a file of postcodes', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-postcodes-'));
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  async function read(text: string | Buffer): Promise<ImportedPostcodes> {
    const file = join(folder, 'onspd.csv');
    await writeFile(file, text);
    return importPostcodes(file, nobody);
  }
  const whyNot = async (text: string | Buffer): Promise<string> => {
    const imported = await read(text);
    return imported.kind === 'failed' ? imported.why : 'it was built';
  };

  it('is imported with names of columns', async () => {
    const imported = await read(`${header}\n${postcodeLine({})}\n${postcodeLine({ pcds: 'SW1A 1AA', imd: '20000' })}\n`);
    expect(imported.report).to.deep.equal({ rows: 2, taken: 2, ended: 0, unlocated: 0, refused: {} });
    const place = { precision: 'postcode', outward: 'E1', district: 'E09000030', lsoa: 'E01004321', decile: 3 };
    expect(tableOf(imported).find('e16an')).to.deep.include(place);
    expect(tableOf(imported).find('SW1A 1AA')).to.include({ decile: 7 });
  });

  it('is imported without names, with a byte order mark, with Windows line ends and without a last one', async () => {
    const lines = [postcodeLine({}), postcodeLine({ pcds: 'E1 7AA' })];
    for (const text of [
      lines.join('\n'),
      `\uFEFF${lines.join('\n')}`,
      `${lines.join('\r\n')}\r\n`,
      `\uFEFF${header}\r\n\r\n${lines.join('\r\n')}`,
    ]) {
      const imported = await read(text);
      expect(imported.report, JSON.stringify(text.slice(0, 8))).to.include({ rows: 2, taken: 2 });
      expect(tableOf(imported).find('E1 7AA')?.point).to.deep.equal({ latitude: 51.5189, longitude: -0.07838 });
    }
  });

  it('may have commas and quotes within its fields, and columns in any order', async () => {
    const line = '"Spitalfields, ""Old"" Town",-0.078378,"E1 6AN","51.518895"';
    const imported = await read(`name,long,pcds,lat\n${line}\n`);
    expect(tableOf(imported).find('E1 6AN')).to.deep.equal({
      point: { latitude: 51.5189, longitude: -0.07838 },
      precision: 'postcode',
      outward: 'E1',
    });
  });

  it('has every row taken, left out or refused, with the reason and the first lines', async () => {
    const bad = Array.from({ length: 7 }, () => postcodeLine({ pcds: 'none' }));
    const spoilt = [postcodeLine({ lat: '0.0' }), '"never closed', postcodeLine({ doterm: '202001' }), postcodeLine({ lat: '99.999999' })];
    const { report } = await read([header, postcodeLine({}), ...bad, ...spoilt, ''].join('\n'));
    expect(report).to.deep.equal({
      rows: 12,
      taken: 2,
      ended: 1,
      unlocated: 1,
      refused: {
        'not a postcode': { count: 7, lines: [3, 4, 5, 6, 7] },
        'not a position': { count: 1, lines: [10] },
        'short row': { count: 1, lines: [11] },
      },
    });
  });

  it('without names may begin with a bad row', async () => {
    const { report } = await read(`${['spoilt', postcodeLine({ pcds: 'none' }), postcodeLine({})].join('\n')}\n`);
    expect(report).to.deep.include({ rows: 3, taken: 1 });
  });

  it('is refused when it was cut off in the middle of a row', async () => {
    const whole = `${header}\n${postcodeLine({})}\n${postcodeLine({ pcds: 'E1 7AA' })}`;
    expect(await whyNot(whole.slice(0, -100))).to.match(/ends in the middle of a row/u);
    expect((await read(whole)).kind).to.equal('built');
  });

  it('is refused when nothing in it can be used', async () => {
    expect(await whyNot('')).to.match(/neither names of columns/u);
    expect(await whyNot('name,age\nA,1\n')).to.match(/neither names of columns/u);
    expect(await whyNot('x\n'.repeat(100) + postcodeLine({}))).to.match(/neither names of columns/u);
    expect(await whyNot(`${header}\n`)).to.match(/no postcode with a position/u);
    expect(await whyNot(`${header}\n${postcodeLine({ lat: '99.999999' })}\n`)).to.match(/no postcode with a position/u);
    expect(await whyNot('x'.repeat(600_000))).to.match(/is not CSV/u);
  });

  it('is refused as a zip, as a folder and where there is none, in plain words', async () => {
    expect(await whyNot(Buffer.from('PK\u0003\u0004rest', 'latin1'))).to.match(/is a zip: unzip it/u);
    const of = async (file: string): Promise<string> => {
      const imported = await importPostcodes(file, nobody);
      return imported.kind === 'failed' ? imported.why : '';
    };
    expect(await of(folder)).to.match(/is a folder/u);
    expect(await of(join(folder, 'missing.csv'))).to.match(/there is no such file/u);
    expect(await of('\u0000')).to.match(/could not be read/u);
  });

  it('tells how far it is, when it is long', async () => {
    const line = `${postcodeRow({}).slice(0, 3).join(',')},51.5,-0.07\n`;
    const told: number[] = [];
    const file = join(folder, 'long.csv');
    await writeFile(file, `pcd,pcd2,pcds,lat,long\n${line.repeat(510_000)}`);
    const { report } = await importPostcodes(file, (rows, share) => {
      told.push(rows);
      expect(share).to.be.within(0, 1);
    });
    expect(told).to.deep.equal([250_000, 500_000]);
    expect(report.taken).to.equal(510_000);
  });

  it('is the sample of the postcode directory, without a refused row', async function () {
    if (!existsSync(sample)) {
      console.log('      (skipped: ../shared/data/places is not here)');
      this.skip();
    }
    const imported = await importPostcodes(sample, nobody);
    expect(imported.report).to.deep.equal({ rows: 102, taken: 102, ended: 17, unlocated: 0, refused: {} });
    const table = tableOf(imported);
    expect(table.size).to.equal(101);
    expect(table.find('G13 3AE')).to.deep.equal({
      point: { latitude: 55.88843, longitude: -4.36412 },
      precision: 'postcode',
      outward: 'G13',
      district: 'S12000049',
      lsoa: 'S01010452',
      decile: 3,
    });
    expect(table.find('PA31 8UA')?.point).to.deep.equal({ latitude: 56.20901, longitude: -5.55606 });
  });
});
