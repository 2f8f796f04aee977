// What people type for a postcode, and what is none.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { isOutwardCode } from '../../../src/directory/places/postcode-areas.js';
import { readPostcode } from '../../../src/directory/places/read-postcode.js';

const read = (text: string): string | undefined => {
  const { outward, inward } = readPostcode(text) ?? {};
  return inward === undefined ? outward : `${outward ?? ''} ${inward}`;
};

describe('a postcode as people type it', () => {
  const typed: Readonly<Record<string, string>> = {
    'E1 6AN': 'E1 6AN',
    e16an: 'E1 6AN',
    'E1  6AN': 'E1 6AN',
    ' e1 6an. ': 'E1 6AN',
    'e 1 6 a n': 'E1 6AN',
    'E1-6AN': 'E1 6AN',
    sw1a1aa: 'SW1A 1AA',
    'W1A 1AA': 'W1A 1AA',
    'EC1A 1BB': 'EC1A 1BB',
    'N1C 4AG': 'N1C 4AG',
    'M1 1AE': 'M1 1AE',
    'CR2 6XH': 'CR2 6XH',
    'DN55 1PT': 'DN55 1PT',
    'cro 2aa': 'CR0 2AA',
    'E1 OAA': 'E1 0AA',
    'EI 6AN': 'E1 6AN',
    'EIO 5AA': 'E10 5AA',
    'S01 4AA': 'SO1 4AA',
    'WIA 1AA': 'W1A 1AA',
    'n1c 4ag': 'N1C 4AG',
    'Ｅ１　６ＡＮ': 'E1 6AN',
    'Е1 6АN': 'E1 6AN',
    'Ε1 6ΑΝ': 'E1 6AN',
    'E١ ٦AN': 'E1 6AN',
  };
  for (const [text, postcode] of Object.entries(typed)) {
    it(`reads ${JSON.stringify(text)} as ${postcode}`, () => {
      expect(read(text)).to.equal(postcode);
    });
  }
});

describe('the first half of a postcode alone', () => {
  const typed: Readonly<Record<string, string>> = {
    e1: 'E1',
    E16: 'E16',
    e1w: 'E1W',
    SW1A: 'SW1A',
    ' se 15 ': 'SE15',
    EIO: '',
    EI4: 'E14',
    HAO: '',
    HA0: 'HA0',
    'E1 6': 'E1',
    'E1 6A': 'E1',
    'SE 1': 'SE1',
    B12: 'B12',
  };
  for (const [text, outward] of Object.entries(typed)) {
    it(`reads ${JSON.stringify(text)} as ${outward === '' ? 'none: it has no digit at all' : outward}`, () => {
      expect(read(text)).to.equal(outward === '' ? undefined : outward);
    });
  }
});

describe('what is no postcode', () => {
  const none = [
    '',
    ' ',
    'no',
    'so',
    'oil',
    'help',
    '10',
    '1',
    '12345',
    'E',
    'E1 6CN',
    'E1 6A1',
    'QX1 1AA',
    'E0',
    'E01 6AN',
    'B1A 1AA',
    'E100 6AN',
  ];
  for (const text of [...none, 'my flat is near E1 6AN', 'E1 6AN'.repeat(20), '👍 1', '<E1>', 'SW1AA 1AA']) {
    it(`finds none in ${JSON.stringify(text.slice(0, 30))}`, () => {
      expect(readPostcode(text)).to.equal(undefined);
    });
  }

  it('never takes a word without a digit for one, however it looks', () => {
    for (const word of ['GO', 'TO', 'NO', 'SOS', 'WIO', 'SEIO', 'EIOAN']) expect(readPostcode(word), word).to.equal(undefined);
  });
});

describe('what can be a first half', () => {
  it('knows the areas with a district 0, and those whose districts end in letters', () => {
    expect(['CR0', 'HA0', 'E1', 'E1W', 'SW1A', 'TW20', 'ZE1'].every(isOutwardCode)).to.equal(true);
    expect(['E0', 'E01', 'EI1', 'B1A', 'E11W', 'E', '1', '', 'e1', 'E1 '].some(isOutwardCode)).to.equal(false);
  });
});
