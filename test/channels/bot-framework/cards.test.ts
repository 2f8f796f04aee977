// Every question of the journey as cards, in several languages: valid by the published schemas, within what clients take, and answered by what
// they send back.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Activity } from 'botbuilder';
import { cardType } from '../../../src/channels/bot-framework/cards/adaptive-card.js';
import type { CardPart } from '../../../src/channels/bot-framework/cards/adaptive-card.js';
import { toActivities } from '../../../src/channels/bot-framework/send-replies.js';
import type { Telling } from '../../../src/channels/bot-framework/send-replies.js';
import type { Content } from '../../../src/content/content.js';
import { needKeys } from '../../../src/content/journey/needs-schema.js';
import { Dialogue, leastAnswer } from '../../support/a-dialogue.js';
import { localDirectory } from '../../support/local-directory.js';
import { hasProtocolSchemas, protocolValidators } from '../../support/protocol-schemas.js';

const inTeams: Telling = { cards: 'whole', teams: true };
const overDirectLine: Telling = { cards: 'needed' };

type Json = Readonly<Record<string, unknown>>;

function cardOf(activity: Partial<Activity> | undefined): Json | undefined {
  const attachment = activity?.attachments?.find(({ contentType }) => contentType === cardType);
  return attachment?.content as Json | undefined;
}

/** Every part of a card, however deep. */
function partsOf(value: unknown): readonly CardPart[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value)
    .filter(([name]) => name !== 'data')
    .flatMap(([, one]) => partsOf(one));
  return 'type' in value && typeof value.type === 'string' ? [value as CardPart, ...inside] : inside;
}

const given: Readonly<Record<string, string | boolean | number | readonly string[]>> = {
  'mind.needs': needKeys.slice(),
  'near.postcode': 'E1 6AN',
  'life.offer': true,
  'contact.more': true,
};

interface Step {
  readonly dialogue: Dialogue;
  readonly key: string;
}

/** A long way from welcome to sent, and what stands at each step. */
function walk(lang: string, needs: readonly string[]): readonly Step[] {
  const dialogue = new Dialogue({ lang, directory: localDirectory() });
  const steps: Step[] = [];
  for (let count = 0; count < 150; count += 1) {
    const last = dialogue.replies.at(-1);
    if (last?.kind !== 'ask' && last?.kind !== 'review') break;
    const { question } = last;
    steps.push({ dialogue: dialogue.copy(), key: question.key });
    const wanted = question.linkId === 'mind.needs' ? needs : (given[question.linkId] ?? leastAnswer(question));
    if (question.key === 'review') dialogue.answers('send');
    else if (wanted === undefined) dialogue.skips();
    else dialogue.answers(wanted);
  }
  steps.push({ dialogue, key: 'sent' });
  return steps;
}

function groupsOfNeeds(): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(needKeys.length / 7) }, (_, at) => needKeys.slice(at * 7, at * 7 + 7));
}

const said = ({ dialogue: { replies, lang, content } }: Step, how: Telling, more: Content = content): readonly Partial<Activity>[] =>
  toActivities(replies, lang, more, how);

function whole(activity: Partial<Activity>): Partial<Activity> {
  return { ...activity, channelId: 'msteams', conversation: { id: 'c', isGroup: false, conversationType: 'personal', name: 'c' } };
}

/** In Teams the card is all that is shown. */
function expectWhole(step: Step, rtl: boolean): void {
  const last = said(step, inTeams).at(-1);
  const plain = said(step, {}).at(-1);
  const content = cardOf(last);
  expect(content, step.key).to.include({ type: 'AdaptiveCard', version: '1.5', lang: step.dialogue.lang });
  expect(content?.rtl, step.key).to.equal(rtl ? true : undefined);
  expect(last).not.to.have.any.keys('text', 'suggestedActions');
  expect(last?.summary).to.equal(plain?.text?.split('\n')[0]);
  expect(last?.channelData).to.deep.equal(plain?.channelData);
  expect(last?.inputHint).to.equal('expectingInput');
  const headings = partsOf(content).filter(({ style }) => style === 'heading');
  expect(headings.length, step.key).to.be.greaterThan(0);
}

/** Every option, and a way to leave out what may be left out. */
function expectOptions(step: Step): void {
  const { question, content, lang } = step.dialogue;
  const shown = JSON.stringify(cardOf(said(step, inTeams).at(-1)));
  for (const { value, label } of question.options ?? []) {
    expect(shown, step.key).to.include(JSON.stringify(value));
    expect(shown, step.key).to.include(JSON.stringify(content.translator.word(label, lang)));
  }
  expect(shown.includes('"skip":true'), step.key).to.equal(!question.required);
}

function isTicked({ dialogue: { question } }: Step): boolean {
  return question.repeats && question.options !== undefined;
}

/** Over Direct Line text and buttons stay what they were, but where buttons cannot say it. */
function expectNeeded(step: Step): void {
  const [last] = said(step, overDirectLine).slice(-1);
  const [plain] = said(step, {}).slice(-1);
  const { text, attachments, suggestedActions, ...rest } = { ...last };
  const { text: whole, attachments: _none, suggestedActions: actions, ...same } = { ...plain };
  expect(rest, step.key).to.deep.equal(same);
  const isReview = step.key === 'review';
  expect(attachments !== undefined, step.key).to.equal(isTicked(step) || isReview);
  expect(suggestedActions, step.key).to.deep.equal(isReview ? undefined : actions);
  if (isTicked(step)) expect(text, step.key).not.to.match(/^\d+\. /mu);
  else expect(text).to.equal(whole);
}

for (const lang of ['en', 'ar', 'ur', 'zh-Hans']) {
  describe(`cards in ${lang}`, () => {
    const steps = groupsOfNeeds().flatMap(needs => walk(lang, needs));
    const asking = steps.filter(({ key }) => key !== 'sent');
    const rtl = lang === 'ar' || lang === 'ur';

    it('are valid, and the activities that carry them', function () {
      if (!hasProtocolSchemas) {
        process.stdout.write('skipped: no shared data\n');
        this.skip();
      }
      const { card, activity } = protocolValidators();
      expect(card({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', words: 'x' }] }), 'a wrong card is seen').to.equal(
        false,
      );
      let cards = 0;
      for (const step of steps) {
        for (const how of [inTeams, overDirectLine]) {
          for (const one of said(step, how)) {
            expect(activity(whole(one)), `${step.key}: ${JSON.stringify(activity.errors)}`).to.equal(true);
            const content = cardOf(one);
            if (content === undefined) continue;
            cards += 1;
            expect(card(content), `${step.key}: ${JSON.stringify(card.errors?.slice(0, 3))}`).to.equal(true);
          }
        }
      }
      expect(cards).to.be.greaterThan(100);
    });

    it('stand for every question in Teams, say what is asked, and keep the question for machines', () => {
      for (const step of asking) expectWhole(step, rtl);
    });

    it('show in Teams every option there is, and can be sent empty-handed only where nothing is owed', () => {
      for (const step of asking) if (step.key !== 'review') expectOptions(step);
    });

    it('name every input, with names of their own and no others', () => {
      const names = ['answer', 'words', 'amount', 'unit', 'day', 'month', 'year', 'date', 'time'];
      for (const step of steps) {
        const inputs = said(step, inTeams).flatMap(one => partsOf(cardOf(one)).filter(({ type }) => type.startsWith('Input.')));
        for (const { id, label } of inputs) {
          expect(id, step.key).to.be.oneOf(names);
          expect(label, step.key).to.match(/\S/u);
        }
        expect(new Set(inputs.map(({ id }) => id)).size, step.key).to.equal(inputs.length);
      }
    });

    it('are within what Teams takes: six buttons in a row, 80 kB a message', () => {
      for (const step of steps) {
        for (const one of said(step, inTeams)) {
          expect(JSON.stringify(one).length * 2, step.key).to.be.lessThan(80_000);
          for (const { actions } of partsOf(cardOf(one))) if (Array.isArray(actions)) expect(actions.length, step.key).to.be.lessThan(7);
        }
      }
    });

    it('are drawn over Direct Line for several choices and the review alone, and say nothing twice', () => {
      for (const step of asking) expectNeeded(step);
    });
  });
}
