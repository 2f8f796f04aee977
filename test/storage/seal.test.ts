import { describe, it } from 'mocha';
import { expect } from 'chai';
import { createKeyRing } from '../../src/storage/seal.js';
import { keyOf, ringOf } from '../support/key-ring.js';

describe('sealing', () => {
  const plain = Buffer.from('I have not eaten since Sunday');

  it('opens what it sealed, at its place and revision only', () => {
    const ring = ringOf();
    const sealed = ring.seal('{w1}:c:a', 3, plain);
    expect(ring.open('{w1}:c:a', 3, sealed)).to.deep.equal(plain);
    expect(ring.open('{w1}:c:b', 3, sealed)).to.equal(undefined);
    expect(ring.open('{w1}:c:a', 2, sealed)).to.equal(undefined);
  });

  it('does not open anything that was changed by one bit, anywhere, or cut short', () => {
    const ring = ringOf();
    const sealed = ring.seal('place', 1, plain);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(ring.open('place', 1, changed), `byte ${String(at)}`).to.equal(undefined);
      expect(ring.open('place', 1, sealed.subarray(0, at)), `${String(at)} bytes`).to.equal(undefined);
    }
  });

  it('is laid out as version, key id, 12 bytes of nonce, ciphertext and 16 bytes of tag, never twice the same', () => {
    const ring = ringOf(7);
    const sealed = ring.seal('place', 1, plain);
    expect([sealed[0], sealed[1], sealed.length]).to.deep.equal([1, 7, 2 + 12 + plain.length + 16]);
    expect(ring.seal('place', 1, plain).equals(sealed)).to.equal(false);
  });

  it('seals with the first key and opens with every key', () => {
    const old = ringOf(1).seal('place', 1, plain);
    const both = ringOf(2, 1);
    expect(both.open('place', 1, old)).to.deep.equal(plain);
    const fresh = both.seal('place', 1, plain);
    expect(ringOf(1).open('place', 1, fresh)).to.equal(undefined);
    expect(ringOf(2).open('place', 1, fresh)).to.deep.equal(plain);
  });

  it('names ids the same while the oldest key stays, differently for other kinds and other keys', () => {
    const name = ringOf(1).nameOf('conversation', 'c1');
    expect(name).to.match(/^[A-Za-z0-9_-]{24}$/u);
    expect(ringOf(2, 1).nameOf('conversation', 'c1')).to.equal(name);
    expect(ringOf(2).nameOf('conversation', 'c1')).to.not.equal(name);
    expect(ringOf(1).nameOf('record', 'c1')).to.not.equal(name);
  });

  it('refuses a ring without keys, with a short key, a wrong number or a number twice', () => {
    const wrong = [[], [{ id: 1, key: Buffer.alloc(16) }], [{ ...keyOf(1), id: 256 }], [keyOf(1), { ...keyOf(2), id: 1 }]];
    for (const keys of wrong)
      expect(() => createKeyRing(keys))
        .to.throw()
        .with.property('code', 'key-ring');
  });
});
