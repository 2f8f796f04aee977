// Rows of the ONS Postcode Directory: what is taken of them, what is left out, what is refused.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { PostcodeColumns } from '../../../src/directory/places/postcode-columns.js';
import { findPostcodeColumns } from '../../../src/directory/places/postcode-columns.js';
import { readPostcodeRow } from '../../../src/directory/places/read-postcode-row.js';
import type { LocatedPostcode } from '../../../src/directory/places/read-postcode-row.js';
import { onspdHeader, postcodeRow, type PostcodeFields } from './a-postcode-file.js';

const noColumns: PostcodeColumns = { postcode: 0, latitude: 1, longitude: 2 };
const columns = findPostcodeColumns(onspdHeader)?.columns ?? noColumns;

function located(fields: PostcodeFields): LocatedPostcode {
  const row = readPostcodeRow(postcodeRow(fields), columns);
  if (row.kind !== 'located') throw new Error(`not located: ${JSON.stringify(row)}`);
  return row.postcode;
}

describe('a row of the postcode directory', () => {
  it('gives the postcode, its point, its areas and the decile', () => {
    expect(located({})).to.deep.equal({
      outward: 'E1',
      inward: '6AN',
      point: { latitude: 51.518895, longitude: -0.078378 },
      area: { district: 'E09000030', lsoa: 'E01004321', decile: 3 },
      ended: false,
      part: 0,
    });
  });

  it('reads postcodes however they are spaced', () => {
    for (const pcds of ['SW1A 1AA', 'SW1A1AA', 'SW1A  1AA']) expect(located({ pcds })).to.include({ outward: 'SW1A', inward: '1AA' });
  });

  it('takes a postcode that has ended, and says so', () => {
    expect(located({ doterm: '199606' }).ended).to.equal(true);
  });

  it('leaves out codes that stand for no area, and empty ranks', () => {
    const area = { oslaua: 'M99999999', lsoa21: 'M99999999', imd: '0' };
    expect(located(area).area).to.deep.equal({});
    expect(located({ oslaua: '', lsoa21: '', imd: '' }).area).to.deep.equal({});
    expect(located({ lsoa21: 'much too long a code' }).area).to.deep.equal({ district: 'E09000030', decile: 3 });
  });

  it('takes the parts of a divided Scottish postcode for what they are', () => {
    expect(located({ pcds: 'PA31 8UAA' })).to.include({ outward: 'PA31', inward: '8UA', part: 1 });
    expect(located({ pcds: 'PA31 8UAB' })).to.include({ inward: '8UA', part: 2 });
  });

  it('counts a row without a position as that', () => {
    for (const fields of [{ lat: '99.999999', long: '0.000000' }, { osgrdind: '9' }, { lat: '' }]) {
      expect(readPostcodeRow(postcodeRow(fields), columns)).to.deep.equal({ kind: 'unlocated' });
    }
  });

  it('refuses short rows, what is no postcode, and positions outside the islands', () => {
    expect(readPostcodeRow(['E1 6AN'], columns)).to.deep.equal({ kind: 'refused', why: 'short row' });
    expect(readPostcodeRow(postcodeRow({ pcds: 'London' }), columns)).to.deep.equal({ kind: 'refused', why: 'not a postcode' });
    for (const fields of [{ lat: '48.8566' }, { long: '12.5' }, { lat: 'north' }, { long: '' }]) {
      expect(readPostcodeRow(postcodeRow(fields), columns)).to.deep.equal({ kind: 'refused', why: 'not a position' });
    }
  });

  it('needs no more than a postcode and a point', () => {
    const row = readPostcodeRow(['E1 6AN', '51.5', '-0.07'], noColumns);
    expect(row).to.deep.include({ kind: 'located' });
    expect(row.kind === 'located' && row.postcode.area).to.deep.equal({});
  });
});
