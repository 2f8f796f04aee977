// Lines of CSV as the ONS Postcode Directory and spreadsheets write them.
import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { splitCsvLine } from '../../../src/directory/places/split-csv-line.js';

describe('a line of CSV', () => {
  const lines: Readonly<Record<string, readonly string[]>> = {
    'a,b,c': ['a', 'b', 'c'],
    '"a","b",1.5,""': ['a', 'b', '1.5', ''],
    '"a, b",c': ['a, b', 'c'],
    '"say ""hello""",c': ['say "hello"', 'c'],
    '"""",""""""': ['"', '""'],
    'a,,': ['a', '', ''],
    '"a",': ['a', ''],
    ',"a"': ['', 'a'],
    'a,b\r': ['a', 'b'],
    '"a","b"\r': ['a', 'b'],
    '': [''],
    '"a","never closed, b': ['a', 'never closed, b'],
    'a"b,c': ['a"b', 'c'],
    '"a"x,b': ['a', 'b'],
  };
  for (const [line, fields] of Object.entries(lines)) {
    it(`splits ${JSON.stringify(line)} into ${String(fields.length)}`, () => {
      expect(splitCsvLine(line)).to.deep.equal(fields);
    });
  }

  it('gives back whatever was written in quotes', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'E1', ',', '"', ' ', 'é') });
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 8 }), fields => {
        const line = fields.map(each => `"${each.replaceAll('"', '""')}"`).join(',');
        expect(splitCsvLine(line)).to.deep.equal(fields);
      }),
    );
  });
});
