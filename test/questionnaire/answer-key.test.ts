import { describe, it } from 'mocha';
import { expect } from 'chai';
import fc from 'fast-check';
import { keyOf, moreKeyOf, readKey } from '../../src/questionnaire/answer-key.js';

/** linkIds of any text, and often such as read like a key. */
const linkIds = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.stringMatching(/^[a@+.01]{1,6}$/),
  fc.tuple(fc.string(), fc.constantFrom('@', '@1', '@0', '@1.2', '@1.', '@.1', '+', '++', '@1+', '+@1')).map(([start, end]) => start + end),
);
const paths = fc.array(fc.nat({ max: 60 }), { maxLength: 3 });

/** A path as it counts: zeros at its end say nothing. */
const meaning = (path: readonly number[]): string => path.join('.').replace(/(?:(?:^|\.)0)+$/u, '');

describe('The key of an answer', () => {
  it('is the linkId in the first repetition, and names the repetition in any other', () => {
    expect(keyOf('a', [])).to.equal('a');
    expect(keyOf('a', [0])).to.equal('a');
    expect(keyOf('a', [0, 0])).to.equal('a');
    expect(keyOf('a', [1])).to.equal('a@1');
    expect(keyOf('a', [1, 0])).to.equal('a@1.0');
    expect(keyOf('a', [0, 12])).to.equal('a@0.12');
    expect(moreKeyOf('a@1')).to.equal('a@1+');
  });

  it('always has a suffix where the linkId itself reads like one', () => {
    expect(keyOf('a@1', [])).to.equal('a@1@0');
    expect(keyOf('a@1.22', [0])).to.equal('a@1.22@0');
    expect(keyOf('a+', [])).to.equal('a+@0');
    expect(keyOf('a+', [0, 0])).to.equal('a+@0.0');
    expect(keyOf('a+', [2])).to.equal('a+@2');
    expect(keyOf('a@1b', [])).to.equal('a@1b');
    expect(keyOf('a+b', [])).to.equal('a+b');
    expect(keyOf('a@', [])).to.equal('a@');
  });

  it('is read back', () => {
    expect(readKey('a')).to.deep.equal({ linkId: 'a', path: [], more: false });
    expect(readKey('a@0.12')).to.deep.equal({ linkId: 'a', path: [0, 12], more: false });
    expect(readKey('a@1+')).to.deep.equal({ linkId: 'a', path: [1], more: true });
    expect(readKey('a+')).to.deep.equal({ linkId: 'a', path: [], more: true });
    expect(readKey('a+@0')).to.deep.equal({ linkId: 'a+', path: [0], more: false });
    expect(readKey('a@1@0')).to.deep.equal({ linkId: 'a@1', path: [0], more: false });
  });

  it('is read back whatever the linkId and wherever it stands', () => {
    fc.assert(
      fc.property(linkIds, paths, fc.boolean(), (linkId, path, more) => {
        const key = keyOf(linkId, path);
        const read = readKey(more ? moreKeyOf(key) : key);
        expect({ linkId: read.linkId, more: read.more }).to.deep.equal({ linkId, more });
        expect(meaning(read.path)).to.equal(meaning(path));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('is never the same for two', () => {
    const named = fc.tuple(linkIds, fc.array(fc.nat({ max: 2 }), { minLength: 2, maxLength: 2 }), fc.boolean());
    const keyed = ([linkId, path, more]: readonly [string, readonly number[], boolean]) => {
      const key = keyOf(linkId, path);
      return more ? moreKeyOf(key) : key;
    };
    fc.assert(
      fc.property(named, named, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(keyed(a)).not.to.equal(keyed(b));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
