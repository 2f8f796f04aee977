// Lines as they stand in the ONS Postcode Directory of 2023 (53 columns), made of what a test says of a postcode.

/** The columns of the edition of February 2023, in their order. */
export const onspdHeader = (
  'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,oshlthau,nhser,ctry,rgn,streg,pcon,eer,' +
  'teclec,ttwa,pct,itl,statsward,oa01,casward,park,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,msoa11,wz11,sicbl,bua11,buasd11,ru11ind,oac11,' +
  'lat,long,lep1,lep2,pfa,imd,calncv,icb,oa21,lsoa21,msoa21'
).split(',');

export type PostcodeFields = Readonly<Partial<Record<string, string>>>;

const usual: PostcodeFields = {
  dointr: '198001',
  doterm: '',
  oscty: 'E99999999',
  oslaua: 'E09000030',
  osgrdind: '1',
  ctry: 'E92000001',
  lsoa11: 'E01004321',
  lat: '51.518895',
  long: '-0.078378',
  imd: '8000',
  lsoa21: 'E01004321',
};

const bare: ReadonlySet<string> = new Set(['lat', 'long', 'imd']);

/** The fields of a row: those given, those every row has, and codes of no meaning for the rest. */
export function postcodeRow(fields: PostcodeFields): readonly string[] {
  const pcds = fields['pcds'] ?? 'E1 6AN';
  const all: PostcodeFields = { pcd: pcds.replace(' ', ''), pcd2: pcds, pcds, ...usual, ...fields };
  return onspdHeader.map(name => all[name] ?? 'X99999999');
}

/** A row as a line: numbers bare, all else in quotes, as the directory has it. */
export function postcodeLine(fields: PostcodeFields): string {
  return postcodeRow(fields)
    .map((field, at) => (bare.has(onspdHeader[at] ?? '') ? field : `"${field}"`))
    .join(',');
}
