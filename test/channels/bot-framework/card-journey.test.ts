// A whole referral by somebody who only ever fills in and presses what stands on cards, as Teams sends it: the data of the button with the card's
// inputs beside it. Source: https://learn.microsoft.com/adaptive-cards/authoring-cards/input-validation
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { cardType } from '../../../src/channels/bot-framework/cards/adaptive-card.js';
import { withoutInputs } from '../../../src/channels/bot-framework/cards/card-inputs.js';
import { Chat } from '../../support/a-chat.js';
import { temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';
import { inboundFaults } from '../../support/contract.js';
import { localDirectory } from '../../support/local-directory.js';
import type { WireQuestion } from '../../support/robot.js';

const inTeams = { channelId: 'msteams', recipient: { id: '28:0a1b', name: 'Waymark' } } as const;

type Json = Readonly<Record<string, unknown>>;

/** Every part of this kind, however deep. */
function partsOf(card: unknown, kind: string): readonly Json[] {
  if (Array.isArray(card)) return card.flatMap(one => partsOf(one, kind));
  if (typeof card !== 'object' || card === null) return [];
  const inside = Object.entries(card).flatMap(([name, one]) => (name === 'data' ? [] : partsOf(one, kind)));
  return 'type' in card && typeof card.type === 'string' && card.type.startsWith(kind) ? [card, ...inside] : inside;
}

function dataOf(action: Json): Json {
  return (action.data ?? {}) as Json;
}

const written: Readonly<Record<string, string>> = {
  phone: '07911 123456',
  name: 'Sam Lee',
  postcode: 'E1 6AN',
  email: 'sam@example.org',
  age: '46',
  'nhs-number': '999 000 0018',
};
const birth = 'contact.date-of-birth';
const parts: Readonly<Record<string, string>> = { day: '10', month: '6', year: '1980' };

/** What a person puts into one input. */
function filled(input: Json, question: WireQuestion): string {
  const choices = (input.choices ?? []) as readonly { readonly value: string }[];
  if (input.type === 'Input.ChoiceSet') {
    const picked = input.isMultiSelect === true ? choices.slice(0, 2) : choices.slice(0, 1);
    return picked.map(({ value }) => value).join(',');
  }
  return parts[String(input.id)] ?? written[question.format ?? ''] ?? (question.type === 'integer' ? '46' : 'Some words of mine');
}

/** The button they press: to send at the review, what is filled in, no danger, yes, or the first there is. */
function pressed(card: Json, question: WireQuestion): Json {
  const all = partsOf(card, 'Action.Submit').map(dataOf);
  const wanted: readonly ((data: Json) => boolean)[] = [
    data => data.answer === 'send',
    data => question.key !== 'review' && data.inputs !== undefined,
    data => question.safety === true && data.answer === 'no',
    data => data.answer !== undefined,
  ];
  const found = wanted.map(is => all.find(is)).find(data => data !== undefined);
  if (!found) throw new Error(`nothing to press at ${question.key}`);
  return found;
}

/** What is asked now, and its card. */
function standing(chat: Chat): { readonly question: WireQuestion; readonly card: Json } {
  const { question } = chat;
  const content: unknown = chat.heard.at(-1)?.attachments?.find(({ contentType }) => contentType === cardType)?.content;
  if (!question || content === undefined) throw new Error(`no card: ${chat.text}`);
  return { question, card: content as Json };
}

/** Buttons that need no inputs say something a client could have sent itself. */
function expectContract(card: Json, key: string): void {
  for (const action of partsOf(card, 'Action.Submit')) {
    const { msteams: _marks, ...data } = dataOf(action);
    if (!('inputs' in data)) expect(inboundFaults(data), `${key}: ${JSON.stringify(data)}`).to.deep.equal([]);
  }
}

/** What Teams sends for the button that is pressed. */
function sentBy(card: Json, question: WireQuestion): Json {
  const data = pressed(card, question);
  if (!('inputs' in data)) return data;
  return { ...data, ...Object.fromEntries(partsOf(card, 'Input.').map(input => [String(input.id), filled(input, question)])) };
}

describe('a referral by cards alone', () => {
  let real: TemporaryStore;
  before(async () => (real = await temporaryStore()));
  after(() => real.remove());

  for (const locale of ['en', 'ar', 'zh-Hans']) {
    it(`comes to its reference in ${locale}, every press in the shape of the contract`, async () => {
      const directory = localDirectory();
      const chat = new Chat({ conversations: real.store.conversations, clock: real.clock, locale, directory: () => directory });
      await chat.send({ ...inTeams, type: 'conversationUpdate', membersAdded: [{ id: 'p', name: '' }] });
      const asked: string[] = [];
      while (chat.reference === undefined && asked.length < 120) {
        const { question, card } = standing(chat);
        asked.push(question.key);
        expectContract(card, question.key);
        const value = sentBy(card, question);
        const { msteams: _marks, ...read } = withoutInputs(value);
        expect(inboundFaults(read), `${question.key}: ${JSON.stringify(read)}`).to.deep.equal([]);
        await chat.send({ ...inTeams, type: 'message', value });
        if (question.key !== birth) expect(chat.question?.key, 'it was taken').not.to.equal(question.key);
      }
      expect(chat.reference).to.match(/\S/u);
      expect(
        asked.filter(key => key === birth),
        'asked, and read back',
      ).to.have.length(2);
      expect(asked).to.include.members(['near.ask-about', 'access.needs', 'review']);
    });
  }
});
