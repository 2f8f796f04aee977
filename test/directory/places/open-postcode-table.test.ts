// The table of postcodes: what was put in is found, and a file that is not whole is refused.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { distanceInMiles } from '../../../src/directory/places/distance.js';
import { faultOf, openPostcodeTable, type PostcodeTable } from '../../../src/directory/places/open-postcode-table.js';
import { PostcodeTableBuilder } from '../../../src/directory/places/postcode-table-builder.js';
import type { LocatedPostcode } from '../../../src/directory/places/read-postcode-row.js';

const somewhere = { latitude: 51.51, longitude: -0.07 };
const plain: LocatedPostcode = { outward: 'E1', inward: '6AN', point: somewhere, area: {}, ended: false, part: 0 };

function fileOf(postcodes: readonly Partial<LocatedPostcode>[]): Buffer {
  const builder = new PostcodeTableBuilder();
  for (const postcode of postcodes) builder.add({ ...plain, ...postcode });
  return builder.finish();
}

function tableOf(postcodes: readonly Partial<LocatedPostcode>[]): PostcodeTable {
  const table = openPostcodeTable(fileOf(postcodes));
  if (table === undefined) throw new Error('no table');
  return table;
}

/** Numbers that look like chance and are the same every time (Park and Miller). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const letters = 'ABDEFGHJLNPQRSTUWXYZ';
const outwards = ['E1', 'E1W', 'E14', 'SW1A', 'SE15', 'CR0', 'M1', 'B12', 'AB10', 'ZE2', 'TR21', 'BT1', 'IV27', 'N1C'];

/** 50,000 postcodes of 14 outward codes, with areas, at any place in a box as large as a county. */
function manyPostcodes(): ReadonlyMap<string, LocatedPostcode> {
  const next = chance(20_261_123);
  const all = new Map<string, LocatedPostcode>();
  while (all.size < 50_000) {
    const outward = outwards[next(outwards.length)] ?? 'E1';
    const inward = `${String(next(10))}${letters.charAt(next(20))}${letters.charAt(next(20))}`;
    const point = { latitude: 50 + next(700_000) / 1e6, longitude: -5 + next(650_000) / 1e6 };
    const area = { lsoa: `E010${String(10_000 + next(9000))}`, district: `E0900000${String(next(9) + 1)}`, decile: next(10) + 1 };
    all.set(`${outward} ${inward}`, { ...plain, outward, inward, point, area });
  }
  return all;
}

describe('the table of postcodes', () => {
  it('agrees with a plain map on 50,000 random postcodes, to a metre or two', () => {
    const expected = manyPostcodes();
    const table = tableOf([...expected.values()]);
    expect(table.size).to.equal(50_000);
    for (const [postcode, { outward, point, area }] of expected) {
      const found = table.find(postcode);
      const same = found?.outward === outward && found.precision === 'postcode' && found.lsoa === area.lsoa;
      if (!same || found.district !== area.district || found.decile !== area.decile || distanceInMiles(found.point, point) > 0.002) {
        expect.fail(`${postcode}: ${JSON.stringify({ found, point, area })}`);
      }
    }
  });

  it('gives no exact place to a postcode that was not put in, but the middle of its outward code', () => {
    const expected = manyPostcodes();
    const table = tableOf([...expected.values()]);
    const next = chance(7);
    for (let tries = 0; tries < 50_000; tries += 1) {
      const postcode = `${outwards[next(14)] ?? ''} ${String(next(10))}${letters.charAt(next(20))}${letters.charAt(next(20))}`;
      const precision = expected.has(postcode) ? 'postcode' : 'outward';
      if (table.find(postcode)?.precision !== precision) expect.fail(postcode);
    }
  });

  it('knows nothing of an outward code without postcodes, nor of what is no postcode', () => {
    const table = tableOf([{}]);
    for (const text of ['E2 6AN', 'E2', 'hello', '']) expect(table.find(text), text).to.equal(undefined);
  });

  it('finds what is typed carelessly', () => {
    for (const text of ['e16an', 'E1  6AN', 'EI 6AN'])
      expect(tableOf([{}]).find(text)).to.include({ outward: 'E1', precision: 'postcode' });
  });

  it('gives the middle of an outward code, and its district where nearly all share one', () => {
    const one = { area: { district: 'E09000030', lsoa: 'E01000001', decile: 2 }, point: { latitude: 51.5, longitude: -0.05 } };
    const two = { ...one, inward: '7AA', point: { latitude: 51.54, longitude: -0.09 } };
    const place = { point: { latitude: 51.52, longitude: -0.07 }, precision: 'outward', outward: 'E1' };
    expect(tableOf([one, two]).find('E1')).to.deep.equal({ ...place, district: 'E09000030' });
    expect(tableOf([one, { ...two, area: { district: 'E09000012' } }]).find('E1')).to.deep.equal(place);
    expect(tableOf([{ ...one, area: {} }]).find('E1')).to.not.have.property('district');
  });

  it('prefers, of two rows of a postcode, the one in use, then the first part, then the earlier', () => {
    const at = (latitude: number): LocatedPostcode['point'] => ({ latitude, longitude: 0 });
    const found = (...rows: readonly Partial<LocatedPostcode>[]): number | undefined => tableOf(rows).find('E1 6AN')?.point.latitude;
    expect(found({ point: at(51), ended: true }, { point: at(52) })).to.equal(52);
    expect(found({ point: at(51), part: 2 }, { point: at(52), part: 1 })).to.equal(52);
    expect(found({ point: at(51) }, { point: at(52) })).to.equal(51);
    expect(tableOf([{}, {}]).size).to.equal(1);
  });

  it('holds outward codes wider than 40 miles, a little less exactly', () => {
    const table = tableOf([
      { inward: '1AA', point: { latitude: 50, longitude: -8 } },
      { inward: '1AB', point: { latitude: 60.123456, longitude: 1.5 } },
    ]);
    expect(distanceInMiles(table.find('E1 1AB')?.point ?? somewhere, { latitude: 60.123456, longitude: 1.5 })).to.be.below(0.01);
  });

  it('takes some 9 bytes a postcode', () => {
    const postcodes = [...manyPostcodes().values()].map(postcode => ({ ...postcode, area: {} }));
    expect(fileOf(postcodes).length / postcodes.length).to.be.below(10);
  });
});

describe('a file that is no whole table', () => {
  const file = fileOf([{}, { inward: '7AA' }, { outward: 'E2' }]);
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(file);
    change(bytes);
    return bytes;
  };

  it('is refused wherever it was cut', () => {
    for (let length = 0; length < file.length; length += 1) {
      const cut = file.subarray(0, length);
      expect(openPostcodeTable(cut), String(length)).to.equal(undefined);
      expect(faultOf(cut)).to.equal(length < 4 ? 'not a table' : 'cut off');
    }
  });

  it('is refused when a byte was changed, when it is another file, and when another version wrote it', () => {
    expect(faultOf(changed(bytes => bytes.writeUInt8(99, bytes.length - 3)))).to.equal('damaged');
    expect(faultOf(Buffer.from('pcds,lat,long'))).to.equal('not a table');
    expect(faultOf(changed(bytes => bytes.writeUInt16LE(2, 4)))).to.equal('written by another version');
    expect(openPostcodeTable(changed(bytes => bytes.writeUInt8(99, 40)))).to.equal(undefined);
    expect(faultOf(file)).to.equal(undefined);
  });
});
