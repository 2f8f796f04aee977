// Instruments that a clinic brings ask about danger themselves: a yes to such a question is answered with help, whoever wrote it.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import { withQuestionnaire } from '../../src/content/single-questionnaire.js';
import type { Conversation, RawAnswer, Turn } from '../../src/conversation/conversation.js';
import type { Reply } from '../../src/conversation/reply.js';
import { takeTurn } from '../../src/conversation/take-turn.js';
import { realContent } from '../support/real-content.js';

const scale = ['Not at all', 'Several days', 'Nearly every day'].map((display, score) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: score }],
  valueCoding: { system: 'urn:scale', code: `s${String(score)}`, display },
}));
const plain = ['Yes', 'No', 'None of these'].map(display => ({ valueCoding: { system: 'urn:plain', code: display, display } }));
const thoughts = 'Have you had thoughts of killing yourself?';

const questionnaire = {
  resourceType: 'Questionnaire',
  status: 'active',
  item: [
    { linkId: 'scaled', text: thoughts, type: 'choice', answerOption: scale },
    { linkId: 'plain', text: thoughts, type: 'choice', answerOption: plain },
    { linkId: 'said', text: thoughts, type: 'boolean' },
    { linkId: 'times', text: thoughts, type: 'integer' },
    { linkId: 'often', text: thoughts, type: 'decimal' },
    { linkId: 'words', text: thoughts, type: 'string' },
    { linkId: 'garden', text: 'Do you like your garden?', type: 'boolean' },
  ],
};

const { form } = checkQuestionnaireFile(questionnaire, 'danger.json');
if (!form) throw new Error('no form');
const content = withQuestionnaire(realContent(), form);

function answer(linkId: string, given: RawAnswer): { readonly replies: readonly Reply[]; readonly conversation: Conversation } {
  const said = { kind: 'answers', answers: [{ linkId, answer: given }] } as const;
  const turn: Turn = { id: 'a', at: '2026-11-22T10:00:00.000Z', entropy: 'e'.repeat(32), said, strings: [String(given)] };
  const begun = takeTurn(undefined, { ...turn, id: 'b', said: { kind: 'nothing' }, strings: [] }, content);
  if (begun.kind !== 'done' || begun.conversation === 'erased') throw new Error('not begun');
  const outcome = takeTurn(begun.conversation, turn, content);
  if (outcome.kind !== 'done' || outcome.conversation === 'erased') throw new Error('not done');
  return outcome as { readonly replies: readonly Reply[]; readonly conversation: Conversation };
}

const crisis = (replies: readonly Reply[]) => replies.filter(reply => reply.kind === 'say' && reply.tone === 'crisis');

describe('a question about danger in a form nobody here wrote', () => {
  const affirmed: readonly (readonly [string, RawAnswer])[] = [
    ['scaled', 's1'],
    ['scaled', 's2'],
    ['plain', 'Yes'],
    ['said', true],
    ['times', 1],
    ['often', 0.5],
  ];
  for (const [linkId, given] of affirmed) {
    it(`is answered with help at once when ${linkId} is answered ${String(given)}`, () => {
      const { replies, conversation } = answer(linkId, given);
      expect(crisis(replies)).to.have.length(1);
      expect(conversation.flags).to.have.length(1);
      expect(conversation.flags[0]).to.deep.include({ kind: 'self-harm', tier: 'act', key: linkId });
      expect(conversation.flags[0]?.rule).to.match(/^question:en-GB:/u);
    });
  }

  const denied: readonly (readonly [string, RawAnswer])[] = [
    ['scaled', 's0'],
    ['plain', 'No'],
    ['plain', 'None of these'],
    ['said', false],
    ['times', 0],
    ['often', 0],
    ['words', 'my garden'],
    ['garden', true],
  ];
  for (const [linkId, given] of denied) {
    it(`goes on as usual when ${linkId} is answered ${String(given)}`, () => {
      const { replies, conversation } = answer(linkId, given);
      expect(crisis(replies)).to.have.length(0);
      expect(conversation.flags).to.deep.equal([]);
    });
  }
});
