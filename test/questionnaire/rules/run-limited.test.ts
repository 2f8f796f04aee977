import { expect } from 'chai';
import { describe, it } from 'mocha';
import { runLimited } from '../../../src/questionnaire/rules/run-limited.js';

describe('runLimited', () => {
  it('gives what the work gives', () => {
    expect(runLimited(() => [1], 50)).to.deep.equal({ value: [1] });
    expect(runLimited(() => undefined, 50)).to.deep.equal({ value: undefined });
  });

  it('throws what the work throws, whatever that is', () => {
    const error = new Error('x');
    expect(() =>
      runLimited(() => {
        throw error;
      }, 50),
    ).to.throw(error);
    for (const odd of [null, 'text', {}, { code: 'OTHER' }]) {
      let caught: unknown = 'nothing';
      try {
        runLimited(() => {
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- anything can be thrown
          throw odd;
        }, 50);
      } catch (thrown) {
        caught = thrown;
      }
      expect(caught).to.equal(odd);
    }
  });

  it('stops work without an end, and works again after', () => {
    const forever = (): never => {
      for (;;);
    };
    expect(runLimited(forever, 20)).to.equal('too-slow');
    expect(runLimited(() => 1, 50)).to.deep.equal({ value: 1 });
  });

  it('gives work that had to wait for a busy machine another chance', () => {
    const waiting = new Int32Array(new SharedArrayBuffer(4));
    let times = 0;
    const late = (): number => {
      times += 1;
      if (times === 1) Atomics.wait(waiting, 0, 0, 1000);
      return times;
    };
    expect(runLimited(late, 20)).to.deep.equal({ value: 2 });
  });
});
