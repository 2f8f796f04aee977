import { expect } from 'chai';
import { describe, it } from 'mocha';
import { createCodeLimiter } from '../../src/server/code-limiter.js';
import { setClock } from '../support/set-clock.js';

describe('trying codes', () => {
  it('is allowed ten times from one address, then once in half a minute', () => {
    const clock = setClock();
    const mayTry = createCodeLimiter(() => clock().getTime());
    expect(Array.from({ length: 11 }, () => mayTry('192.0.2.1')).filter(Boolean)).to.have.length(10);
    expect(mayTry('192.0.2.2')).to.equal(true);
    clock.forward(31_000);
    expect([mayTry('192.0.2.1'), mayTry('192.0.2.1')]).to.deep.equal([true, false]);
  });

  it('is limited for all addresses together', () => {
    const clock = setClock();
    const mayTry = createCodeLimiter(() => clock().getTime());
    const tried = Array.from({ length: 100 }, (_, at) => mayTry(`192.0.2.${String(at)}`));
    expect(tried.filter(Boolean)).to.have.length(60);
  });
});
