// Whatever is typed, a turn ends. How long it takes is measured by bench/red-flag-fuzz.ts.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { takeTurn } from '../../src/conversation/take-turn.js';
import { Dialogue } from '../support/a-dialogue.js';
import { anyMessages } from '../support/any-message.js';
import { realContent } from '../support/real-content.js';

describe('3,000 random and mutated messages', function () {
  this.timeout(120_000);

  it('are each answered', () => {
    const begun = new Dialogue().until('mind.words').conversation;
    const content = realContent();
    const message = anyMessages(5);
    for (let count = 0; count < 3000; count += 1) {
      const text = message();
      const said = { kind: 'text', text } as const;
      const turn = { id: `f${String(count)}`, at: '2026-11-23T10:00:00.000Z', entropy: 'a'.repeat(32), said, strings: [text] };
      const outcome = takeTurn(begun, turn, content);
      if (outcome.kind === 'done') expect(outcome.replies.length, JSON.stringify(text)).to.be.greaterThan(0);
    }
  });
});
