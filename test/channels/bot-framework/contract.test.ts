// Everything that clients are told beside the words keeps the published contract, whatever is asked; and what the contract lets them send is read.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { toActivities } from '../../../src/channels/bot-framework/send-replies.js';
import { readTurn } from '../../../src/channels/bot-framework/read-turn.js';
import { needKeys } from '../../../src/content/journey/needs-schema.js';
import { Dialogue } from '../../support/a-dialogue.js';
import { inboundFaults, outboundFaults } from '../../support/contract.js';
import { localDirectory } from '../../support/local-directory.js';
import { realContent } from '../../support/real-content.js';
import { answerTo } from '../../support/robot.js';
import type { WireQuestion } from '../../support/robot.js';

const content = realContent();

/** Says all there is to say for one need, by the wire alone, and gives every fault and every question met. */
function walk(
  need: string,
  lang: string,
): { readonly faults: readonly string[]; readonly asked: ReadonlySet<string>; readonly sent: boolean } {
  const dialogue = new Dialogue({ lang, directory: localDirectory() });
  const faults: string[] = [];
  const asked = new Set<string>();
  for (let steps = 0; steps < 120; steps += 1) {
    const activities = toActivities(dialogue.replies, dialogue.lang, content);
    faults.push(...activities.flatMap(outboundFaults));
    const wires = activities.flatMap(
      ({ channelData }) => (channelData as { waymark?: { question?: WireQuestion; referral?: unknown } } | undefined)?.waymark ?? [],
    );
    const question = wires.findLast(wire => wire.question)?.question;
    if (question === undefined) return { faults, asked, sent: wires.some(({ referral }) => referral !== undefined) };
    asked.add(question.linkId);
    const given =
      question.linkId === 'mind.needs' ? [need] : question.linkId === 'near.postcode' ? 'E1 6AN' : answerTo(question, 'as it is');
    const value = { key: question.key, answer: question.key === 'review' ? 'send' : question.more ? false : given };
    faults.push(...inboundFaults(value));
    const { said, strings } = readTurn({ type: 'message', value }, '2026-11-22T10:00:00.000Z', 'a'.repeat(32));
    dialogue.take(said, strings);
  }
  throw new Error(`no end in sight for ${need}: ${[...asked].join(', ')}`);
}

describe('the published contract', function () {
  this.timeout(60_000);

  it('is kept through the journey of every need', () => {
    const met = new Set<string>();
    for (const need of needKeys) {
      const { faults, asked, sent } = walk(need, 'en-GB');
      expect(faults, need).to.deep.equal([]);
      expect(sent, `${need}: ${[...asked].join(', ')}`).to.equal(true);
      for (const linkId of asked) met.add(linkId);
    }
    expect(met.size, 'questions met').to.be.greaterThan(60);
  });

  for (const lang of ['ar', 'ur', 'zh-Hans', 'cy']) {
    it(`is kept in ${lang}`, () => {
      expect(walk('money', lang).faults).to.deep.equal([]);
    });
  }

  it('is kept where danger is told, services are described, and the way ends without a referral', () => {
    for (const words of ['I want to kill myself', 'my husband hits me', 'I have nothing to eat today']) {
      const dialogue = new Dialogue({}).says(words);
      const activities = toActivities(dialogue.replies, dialogue.lang, content);
      expect(activities.flatMap(outboundFaults), words).to.deep.equal([]);
      expect(JSON.stringify(activities)).to.contain('redFlag');
    }
    const near = new Dialogue({ directory: localDirectory() })
      .commands('near')
      .until('near.postcode', { 'mind.needs': ['loneliness'] })
      .says('E1 6AN');
    expect(toActivities(near.replies, near.lang, content).flatMap(outboundFaults)).to.deep.equal([]);
  });

  const values: readonly (readonly [value: unknown, isRead: boolean])[] = [
    [{ key: 'a', answer: 'x' }, true],
    [{ linkId: 'a.b', answer: ['x', 'y'] }, true],
    [{ key: 'a', answer: 70.5 }, true],
    [{ key: 'a', answer: true }, true],
    [{ key: 'a', answer: { value: 70, unit: 'kg' } }, true],
    [{ key: 'a', skip: true }, true],
    [
      {
        answers: [
          { key: 'a', answer: 1 },
          { linkId: 'b', skip: true },
        ],
      },
      true,
    ],
    [{ command: 'language', language: 'pl' }, true],
    [{ command: 'change', key: 'a' }, true],
    [{ command: 'dance' }, false],
    [{ answers: [] }, false],
    [{ key: 'a', answer: { no: 'value' } }, false],
    [{ key: 7, answer: 'x' }, false],
    [{ key: 'a', skip: 'yes' }, false],
    [{ key: 'a', answer: [['x']] }, false],
  ];

  it('says of what a client sends exactly what is read', () => {
    for (const [value, isRead] of values) {
      const { said } = readTurn({ type: 'message', value }, '2026-11-22T10:00:00.000Z', 'a'.repeat(32));
      expect([inboundFaults(value).length === 0, said.kind !== 'malformed'], JSON.stringify(value)).to.deep.equal([isRead, isRead]);
    }
  });
});
