// What a hand-over must do on each store: it is used once, also when two use it at the same moment, and nothing shows where it lies.
import { randomBytes } from 'node:crypto';
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { createHandingOver } from '../../src/channels/bot-framework/hand-over.js';
import { readHandOverCode } from '../../src/conversation/hand-over.js';
import type { HandingOver } from '../../src/channels/pages/handing-over.js';
import type { Store } from '../../src/storage/ports.js';
import { realContent } from '../support/real-content.js';

const begun = { lang: 'pl', needs: ['food', 'no-such-need'], services: ['service-1'] };

/** Runs this part of the contract. */
export function describeHandOver(storeNow: () => Store, rawBytes: (store: Store) => Promise<Buffer>): void {
  const handing = (): HandingOver =>
    createHandingOver({
      content: realContent(),
      conversations: storeNow().conversations,
      waysBack: storeNow().waysBack,
      clock: () => new Date(),
      entropy: () => randomBytes(16).toString('hex'),
      wait: () => Promise.resolve(),
    });

  describe('a hand-over', () => {
    it('is taken once, by its link or by its code, whoever comes first', async () => {
      const { path, code } = await handing().prepare(begun);
      const token = path.split('/').at(-1) ?? '';
      const taken = await Promise.all([
        handing().byLink(token),
        handing().byLink(token),
        handing().byCode(readHandOverCode(code) ?? ''),
        handing().byCode(readHandOverCode(code) ?? ''),
      ]);
      expect(taken.filter(({ state }) => state === 'open')).to.have.length(1);
      expect(taken.filter(({ state }) => state === 'unknown')).to.have.length(3);
      expect(await handing().byLink(token)).to.deep.equal({ state: 'unknown' });
    });

    it('shows neither token nor code where it lies', async () => {
      const { path, code } = await handing().prepare(begun);
      const raw = await rawBytes(storeNow());
      for (const secret of [path.split('/').at(-1) ?? '', code, code.replace(' ', '')])
        expect(raw.includes(secret), secret).to.equal(false);
    });
  });
}
