import { expect } from 'chai';
import { describe, it } from 'mocha';
import { placeExpression, readPrefix } from '../../../src/content/modular/link-id-prefix.js';

describe('what linkIdPrefix stands for', () => {
  const expressions: readonly (readonly [expression: string, prefix: string | undefined])[] = [
    ["'a.'", 'a.'],
    [" 'a.' ", 'a.'],
    ['%linkIdPrefix', 'out.'],
    ["%linkIdPrefix + 'name.'", 'out.name.'],
    ["%linkIdPrefix&'x+y'&'.'", 'out.x+y.'],
    ["''", ''],
    ['', undefined],
    ["'a' +", undefined],
    ["'a' 'b'", undefined],
    ['%linkIdPrefixes', undefined],
    ['item.count()', undefined],
    [String.raw`'it\'s'`, undefined],
  ];
  for (const [expression, prefix] of expressions) {
    it(`is ${prefix ?? 'not known'} for ${expression}`, () => {
      expect(readPrefix(expression, 'out.')).to.equal(prefix);
    });
  }
});

describe('linkIds in an expression', () => {
  const place = { own: 'p.', scope: 's.', known: new Set(['p.1', 'p.2', '3']) };
  const expressions: readonly (readonly [before: string, after: string])[] = [
    ["item.where(linkId='1').answer", "item.where(linkId='p.1').answer"],
    ["linkId != '1' or linkId ~ '2' or linkId !~ '1'", "linkId != 'p.1' or linkId ~ 'p.2' or linkId !~ 'p.1'"],
    ["'1' = linkId", "'p.1' = linkId"],
    ["item.where('2'=$this.linkId)", "item.where('p.2'=$this.linkId)"],
    ["linkId in ('1' | '2' | '3')", "linkId in ('p.1' | 'p.2' | '3')"],
    ["linkId = '3'", "linkId = '3'"],
    ["linkId = 'nowhere'", "linkId = 'nowhere'"],
    ["linkId = %linkIdPrefix + '9'", "linkId = 's.9'"],
    ['startsWith(%linkIdPrefix)', "startsWith('s.')"],
    ["text = '1'", "text = '1'"],
    ["%linkId = '1'", "%linkId = '1'"],
    ["mylinkId = '1'", "mylinkId = '1'"],
    [String.raw`text = 'not \'linkId = ' and linkId='1'`, String.raw`text = 'not \'linkId = ' and linkId='p.1'`],
    ["'%linkIdPrefix'", "'%linkIdPrefix'"],
  ];
  for (const [before, after] of expressions) {
    it(`turns ${before} into ${after}`, () => {
      expect(placeExpression(before, place)).to.equal(after);
    });
  }

  it('leaves %linkIdPrefix where nothing sets it', () => {
    expect(placeExpression("linkId = %linkIdPrefix + '1'", { ...place, scope: undefined })).to.equal("linkId = %linkIdPrefix + '1'");
  });
});
