import { expect } from 'chai';
import { describe, it } from 'mocha';
import { forgetSession, makeCode, parseCode, readSession, sessionCookie } from '../../../src/channels/pages/session.js';

describe('the code of a conversation', () => {
  it('is 13 characters of Crockford’s base 32 and is known again', () => {
    const code = makeCode('f0123456789abcdef0123456789abcde');
    expect(code).to.match(/^[0-9A-HJKMNP-TV-Z]{13}$/u);
    expect(parseCode(code)).to.equal(code);
  });

  it('differs when a single random bit of the 65 differs', () => {
    const codes = new Set(Array.from({ length: 65 }, (_none, bit) => makeCode((1n << BigInt(bit)).toString(16).padStart(17, '0'))));
    expect(codes.size).to.equal(65);
  });

  for (const wrong of ['', '7K2M9PQR4T6V', '7K2M9PQR4T6VXX', '7k2m9pqr4t6vx', 'UUUU-UUUU-UUUUU', 'x'.repeat(5000)]) {
    it(`refuses ${JSON.stringify(wrong.slice(0, 20))}`, () => {
      expect(parseCode(wrong)).to.equal(undefined);
    });
  }
});

describe('the cookie', () => {
  it('goes with the browser session, is out of reach of scripts and of other sites', () => {
    expect(sessionCookie('7K2M9PQR4T6VX', false)).to.equal('waymark=7K2M9PQR4T6VX; Path=/; HttpOnly; SameSite=Lax');
  });

  it('is bound to the host where the page came over TLS', () => {
    expect(sessionCookie('7K2M9PQR4T6VX', true)).to.equal('__Host-waymark=7K2M9PQR4T6VX; Path=/; HttpOnly; SameSite=Lax; Secure');
    expect(readSession({ waymark: '7K2M9PQR4T6VX' }, true)).to.equal(undefined);
  });

  it('is forgotten at once', () => {
    expect(forgetSession(false)).to.contain('waymark=;').and.contain('Max-Age=0');
  });

  it('is not believed when it is not a code', () => {
    expect(readSession({ waymark: '<script>' }, false)).to.equal(undefined);
  });
});
