// The columns of the ONS Postcode Directory through its editions, and of files like it.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { findPostcodeColumns } from '../../../src/directory/places/postcode-columns.js';
import { onspdHeader, postcodeRow } from './a-postcode-file.js';

/** The full edition of February 2026 and the short one of August 2026. */
const full2026 = (
  'pcd7,pcd8,pcds,dointr,doterm,cty25cd,ced25cd,lad25cd,wd25cd,parncp25cd,usrtypind,east1m,north1m,gridind,hlth19cd,nhser24cd,ctry25cd,rgn25cd,' +
  'ssr95cd,pcon24cd,eer20cd,educ23cd,ttwa15cd,pco19cd,itl25cd,wdstl05cd,oa01cd,wdcas03cd,npark16cd,lsoa01cd,msoa01cd,ruc01ind,oac01ind,oa11cd,' +
  'lsoa11cd,msoa11cd,wz11cd,sicbl24cd,bua24cd,ruc11ind,oac11ind,lat,long,lep21cd1,lep21cd2,pfa23cd,imd20ind,cal24cd,icb23cd,oa21cd,lsoa21cd,' +
  'msoa21cd,ruc21ind'
).split(',');
const short2026 = (
  'pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty26cd,ced25cd,lad26cd,wd26cd,nhser24cd,ctry26cd,rgn26cd,pcon24cd,' +
  'ttwa15cd,itl25cd,npark16cd,lsoa21cd,msoa21cd,wz11cd,sicbl26cd,bua24cd,ruc21ind,oac21ind,lat,long,lep21cd1,lep21cd2,pfa23cd,imd25ind,icb26cd'
).split(',');

function namesOf(header: readonly string[]): Readonly<Record<string, string | undefined>> {
  const found = findPostcodeColumns(header);
  expect(found?.kind).to.equal('named');
  const { rankYear, ...columns } = found?.columns ?? {};
  const named = Object.entries(columns).map(([what, at]): [string, string | undefined] => [what, header[at]]);
  return { ...Object.fromEntries(named), ...(rankYear !== undefined && { rankYear: String(rankYear) }) };
}

describe('the columns of a file of postcodes', () => {
  it('are known by the classic names', () => {
    expect(namesOf(onspdHeader)).to.deep.equal({
      postcode: 'pcds',
      ended: 'doterm',
      quality: 'osgrdind',
      district: 'oslaua',
      lsoa: 'lsoa21',
      rank: 'imd',
      latitude: 'lat',
      longitude: 'long',
    });
  });

  it('are known by names with a year, of which the newest counts', () => {
    const names = { postcode: 'pcds', ended: 'doterm', quality: 'gridind', lsoa: 'lsoa21cd', latitude: 'lat', longitude: 'long' };
    expect(namesOf(full2026)).to.deep.equal({ ...names, district: 'lad25cd', rank: 'imd20ind', rankYear: '2020' });
    expect(namesOf(short2026)).to.deep.equal({ ...names, district: 'lad26cd', rank: 'imd25ind', rankYear: '2025' });
    expect(namesOf(['pcds', 'lat', 'long', 'lad23cd', 'lad25cd', 'lad24cd'])['district']).to.equal('lad25cd');
  });

  it('are known in any order, in capitals and between spaces', () => {
    expect(namesOf(['LONG', ' Lat ', 'LSOA11CD', 'PCDS'])).to.deep.equal({
      postcode: 'PCDS',
      longitude: 'LONG',
      latitude: ' Lat ',
      lsoa: 'LSOA11CD',
    });
  });

  it("are known by the Scottish Postcode Directory's names", () => {
    const header = ['Postcode', 'DateOfDeletion', 'Latitude', 'Longitude', 'CouncilArea2019Code', 'DataZone2001Code', 'DataZone2011Code'];
    const found = namesOf([...header, 'ScottishIndexOfMultipleDeprivation2020Rank']);
    expect(found).to.include({ lsoa: 'DataZone2011Code', district: 'CouncilArea2019Code', ended: 'DateOfDeletion', rankYear: '2020' });
  });

  it('are known without names where the postcodes stand in the classic order', () => {
    const found = findPostcodeColumns(postcodeRow({}));
    expect(found).to.deep.include({ kind: 'unnamed' });
    expect(found?.columns).to.include({ postcode: 2, latitude: 42, longitude: 43, district: 7, rank: 47, lsoa: 51 });
  });

  it('are known in the order before there were areas of 2021', () => {
    expect(findPostcodeColumns(postcodeRow({}).slice(0, 50))?.columns.lsoa).to.equal(34);
  });

  it('are known in the order with one column of built-up areas', () => {
    const row = postcodeRow({}).toSpliced(38, 1);
    expect(findPostcodeColumns(row)?.columns).to.include({ latitude: 41, longitude: 42, rank: 46, lsoa: 50 });
  });

  it('are known by a first row without a position', () => {
    expect(findPostcodeColumns(postcodeRow({ lat: '99.999999', long: '0.000000', osgrdind: '9' }))?.columns.latitude).to.equal(42);
  });

  it('are not known where there are neither names nor postcodes, or no positions', () => {
    expect(findPostcodeColumns(['name', 'age'])).to.equal(undefined);
    expect(findPostcodeColumns(['pcds', 'oslaua'])).to.equal(undefined);
    expect(findPostcodeColumns(['E1 6AN', 'Tower Hamlets'])).to.equal(undefined);
    expect(findPostcodeColumns([])).to.equal(undefined);
  });
});
