import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import type { Content } from '../../src/content/content.js';
import { withQuestionnaire } from '../../src/content/single-questionnaire.js';
import { offeredItem } from '../../src/conversation/offered-item.js';
import { wordRedFlags } from '../../src/conversation/word-red-flags.js';
import { Dialogue } from '../support/a-dialogue.js';
import { realContent } from '../support/real-content.js';

const scored = (code: string, score: number) => ({
  valueCoding: { code, display: code, extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: score }] },
});

const foreign = {
  resourceType: 'Questionnaire',
  status: 'active',
  item: [
    { linkId: 'count', type: 'integer', text: 'How many people live with you?' },
    { linkId: 'amount', type: 'decimal', text: 'How much is the rent?' },
    { linkId: 'since', type: 'date', text: 'Since when?' },
    { linkId: 'note', type: 'text', text: 'Anything else?' },
    { linkId: 'who', type: 'open-choice', text: 'Who helps you?', answerOption: [{ valueString: 'A friend' }, { valueString: 'Nobody' }] },
    {
      linkId: 'scale',
      type: 'group',
      text: 'Two questions.',
      extension: [{ url: 'https://waymark.example/fhir/StructureDefinition/score', valueCode: 'sum' }],
      item: [
        { linkId: 'one', type: 'choice', text: 'First', answerOption: [scored('low', 0), scored('high', 2)] },
        { linkId: 'two', type: 'choice', text: 'Second', answerOption: [scored('little', 0), scored('much', 3)] },
      ],
    },
  ],
};

function foreignContent(): Content {
  const { form, problems } = checkQuestionnaireFile(foreign, 'foreign.json');
  expect(problems).to.deep.equal([]);
  if (!form) throw new Error('no form');
  return withQuestionnaire(realContent(), form);
}

describe('a form nobody here wrote', () => {
  const content = foreignContent();
  const whatIsExpected = { count: /whole number/u, amount: /number/u, since: /day/u, note: /too long/u, who: /list/u };

  for (const [linkId, words] of Object.entries(whatIsExpected)) {
    it(`says what it expects at "${linkId}"`, () => {
      const dialogue = new Dialogue({ content }).until(linkId);
      if (linkId === 'note') dialogue.take({ kind: 'text', text: 'x'.repeat(1000), cut: true }, []);
      else dialogue.says('help');
      expect(dialogue.heard).to.match(words);
    });
  }

  it('keeps the total of a scored group as a measure, and no number that has no scale', () => {
    const dialogue = new Dialogue({ content }).until('one', { count: 3 }).answers('high').answers('much').answers('send');
    expect(dialogue.referrals[0]?.measures).to.have.length(1);
    expect(dialogue.referrals[0]?.measures[0]).to.include({ id: 'scale', value: 5 });
  });

  it('gives no total when a question of the group was skipped', () => {
    const dialogue = new Dialogue({ content }).until('one').answers('high').skips().answers('send');
    expect(dialogue.referrals[0]?.measures).to.deep.equal([]);
  });
});

describe('what an answer earns', () => {
  it('carries a code only for an explicit answer, and only when it is switched on', () => {
    const shipped = realContent();
    const codesOn = new Set(shipped.needs.flatMap(need => need.codes.map(({ code }) => code)));
    const send = (content: Content) =>
      new Dialogue({ content }).until('review', { 'mind.needs': ['money'], 'screen-money.problem': true }).answers('send').referrals[0]
        ?.codes;
    expect(send({ ...shipped, codesOn })?.map(({ code }) => code)).to.deep.equal(['160932005']);
    expect(send(shipped)).to.deep.equal([]);
  });

  it('offers every need first where none was chosen', () => {
    const item = realContent().journey.form.byLinkId.get('matters.first');
    if (!item) throw new Error('no such item');
    expect(offeredItem(item, {}, realContent()).options).to.have.length(21);
  });

  it('leaves chosen needs alone when the words about them change', () => {
    const dialogue = new Dialogue().until('safety.now', { 'mind.words': 'I feel lonely', 'mind.needs': ['food'] });
    dialogue.sends([{ key: 'mind.words', answer: 'I cannot pay the rent' }]);
    expect(dialogue.conversation?.proposed).to.deep.equal({});
    expect(dialogue.question.linkId).to.equal('safety.now');
  });
});

describe('several red flags at once', () => {
  const at = '2026-11-23T12:00:00.000Z';
  const flag = (kind: 'self-harm' | 'abuse', tier: 'act' | 'ask') => ({ code: 'red-flag', kind, tier, rule: 'en-GB:x' }) as const;

  it('answers the strongest of a kind, and leaves what is only to be asked for later', () => {
    const said = wordRedFlags([flag('self-harm', 'ask'), flag('self-harm', 'act'), flag('abuse', 'ask')], { content: realContent(), at });
    expect(said.map(reply => reply.notice)).to.deep.equal([flag('self-harm', 'act')]);
  });

  it('still names 999 for a kind nothing else is known of', () => {
    const content = realContent();
    const bare = { ...content, redFlags: { ...content.redFlags, responses: new Map() } };
    expect(wordRedFlags([flag('abuse', 'act')], { content: bare, at })[0]?.helplines).to.deep.equal(['emergency']);
  });
});
