// Every activity of the whole journey, in every language: complete for a machine, readable for a person, and as the protocol says.
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Activity } from 'botbuilder';
import { toActivities } from '../../../src/channels/bot-framework/send-replies.js';
import type { WireActivity, WireQuestion } from '../../support/robot.js';
import { Dialogue, leastAnswer } from '../../support/a-dialogue.js';
import { realContent } from '../../support/real-content.js';

const given = {
  'mind.needs': ['loneliness', 'food', 'money', 'housing', 'caring', 'activity'],
  'life.offer': true,
  'contact.more': true,
} as const;
const formats = ['name', 'date-of-birth', 'age', 'phone', 'email', 'postcode', 'nhs-number'];
const protocol = '../shared/data/protocol/botframework.json';

interface Sent {
  readonly activity: Partial<Activity>;
  readonly wire: WireActivity;
  readonly asked: string | undefined;
}

function sentAt(dialogue: Dialogue): readonly Sent[] {
  const last = dialogue.replies.at(-1);
  const asked = last?.kind === 'ask' || last?.kind === 'review' ? last.question.key : undefined;
  // Safe in a test: what is read of it is checked by assertions.
  return toActivities(dialogue.replies, dialogue.lang, dialogue.content).map(activity => ({
    activity,
    wire: activity as WireActivity,
    asked,
  }));
}

/** Everything said on a long way from welcome to sent. */
function journey(lang: string): readonly (readonly Sent[])[] {
  const dialogue = new Dialogue({ lang });
  const turns = [sentAt(dialogue)];
  while (dialogue.replies.at(-1)?.kind !== 'sent') {
    const { question } = dialogue;
    const wanted = (given as Readonly<Record<string, readonly string[] | boolean>>)[question.linkId] ?? leastAnswer(question);
    if (question.key === 'review') dialogue.answers('send');
    else if (wanted === undefined) dialogue.skips();
    else dialogue.answers(wanted);
    turns.push(sentAt(dialogue));
  }
  return turns;
}

const types = ['boolean', 'integer', 'decimal', 'date', 'string', 'text', 'choice', 'open-choice'];

function questionOf(sent: Sent | undefined): WireQuestion {
  const question = sent?.wire.channelData?.waymark?.question;
  if (!question) throw new Error(`asks nothing: ${sent?.wire.text ?? ''}`);
  return question;
}

function expectComplete(question: WireQuestion): void {
  expect(question.linkId, question.key).to.be.a('string').and.not.equal('');
  expect(question.required).to.be.a('boolean');
  expect(question.repeats).to.be.a('boolean');
  expect(question.type).to.be.oneOf(types);
  expect(question.format).to.be.oneOf([undefined, ...formats]);
}

function expectOptions(sent: Sent): void {
  const { key, options = [] } = questionOf(sent);
  expect(options.length, key).to.be.greaterThan(0);
  for (const option of options) {
    expect(option.value).not.to.equal('');
    expect(option.label).not.to.equal('');
    if (key !== 'review') expect(sent.wire.text).to.include(option.label);
  }
}

function buttonAnswers({ type, options, repeats }: WireQuestion): readonly unknown[] {
  if (type === 'boolean') return [true, false];
  return options && !repeats ? options.map(option => option.value) : [];
}

function expectButtons(sent: Sent): void {
  const question = questionOf(sent);
  // Safe in a test: the values of our own buttons.
  const values = (sent.activity.suggestedActions?.actions ?? []).map(
    action => action.value as { key: string; answer?: unknown; skip?: boolean },
  );
  expect(values.every(value => value.key === question.key)).to.equal(true);
  expect(values.filter(value => value.skip !== true).map(value => value.answer)).to.deep.equal(buttonAnswers(question));
  expect(values.some(value => value.skip === true)).to.equal(!question.required);
  expect(sent.activity.inputHint).to.equal('expectingInput');
}

for (const lang of ['en', 'pl', 'ar']) {
  describe(`activities in ${lang}`, () => {
    const turns = journey(lang);
    const asking = turns.flatMap(turn => turn.filter(sent => sent.wire.channelData?.waymark?.question));

    it('ask one question a turn, the last thing said, which carries all a machine needs', () => {
      expect(asking.length).to.be.greaterThan(35);
      for (const turn of turns.slice(0, -1)) {
        expect(turn.filter(sent => sent.wire.channelData?.waymark?.question)).to.have.length(1);
        const last = turn.at(-1);
        expect(questionOf(last).key).to.equal(last?.asked);
        expectComplete(questionOf(last));
        const { done = NaN, total = NaN } = last?.wire.channelData?.waymark?.progress ?? {};
        expect(total).to.be.greaterThan(done);
      }
    });

    it('list the options of every choice with a value and a label, in words too', () => {
      const choices = asking.filter(sent => questionOf(sent).type.endsWith('choice'));
      expect(choices.length).to.be.greaterThan(5);
      choices.forEach(expectOptions);
    });

    it('give the limits of every number and mark the safety question', () => {
      const questions = asking.flatMap(({ wire }) => wire.channelData?.waymark?.question ?? []);
      const scales = questions.filter(question => question.type === 'integer' && question.format === undefined);
      expect(scales.length).to.be.greaterThan(0);
      for (const scale of scales) expect([scale.min, scale.max]).to.deep.equal([0, 10]);
      expect(questions.filter(question => question.safety === true).map(question => question.key)).to.include('safety.now');
    });

    it('offer a button for each single answer, and one to leave out what may be left out', () => {
      asking.forEach(expectButtons);
    });

    it('say nothing empty, unfilled or unworded, and name the language', () => {
      for (const { activity } of turns.flat()) {
        expect(activity.text).not.to.equal('');
        expect(activity.text).not.to.match(/\{\{|undefined|\[object|null/u);
        expect(activity.locale).to.equal(lang === 'en' ? 'en-GB' : lang);
        expect(activity.textFormat).to.equal('plain');
      }
    });

    it('end with the reference of the referral', () => {
      const end = turns.at(-1)?.at(-1)?.wire;
      const referral = end?.channelData?.waymark?.referral;
      expect(referral?.status).to.equal('requested');
      expect(end?.text).to.include(referral?.reference);
    });

    it('say to a red flag which it was, with numbers to tap, and offer a call', () => {
      const dialogue = new Dialogue({ lang }).until('mind.words').says('I am going to kill myself tonight');
      const sent = sentAt(dialogue);
      const waymarkOf = (activity: (typeof sent)[number] | undefined) => activity?.wire.channelData?.waymark;
      expect(waymarkOf(sent[0])?.redFlag).to.deep.equal({ kind: 'self-harm', tier: 'act' });
      expect(waymarkOf(sent.at(-1))?.question).to.include({ key: 'safety-check.call-back', type: 'boolean' });
      expect(waymarkOf(sent[0])?.helplines?.map(({ href }) => href)).to.include.members(['tel:999', 'tel:116123', 'sms:85258']);
    });
  });
}

describe('activities beside the questions', () => {
  it('carry a yes or no for "start again?" and what to change at the review', () => {
    const dialogue = new Dialogue().until('mind.words').commands('restart');
    expect(sentAt(dialogue).at(-1)?.wire.channelData?.waymark?.question).to.include({ key: 'confirm-restart', type: 'boolean' });
    dialogue.answers(false).commands('review');
    const review = sentAt(dialogue).at(-1)?.wire.channelData?.waymark?.question;
    expect(review?.options?.map(option => option.value)).to.include.members(['go-on', 'change:start.who', 'change:consent.gp']);
    expect(sentAt(dialogue).at(-1)?.wire.text).to.match(/^1\. /mu);
  });

  it('say goodbye without a question at an end, and nothing more once all is deleted', () => {
    const ended = new Dialogue().until('consent.share').answers(false);
    const last = sentAt(ended).at(-1)?.wire;
    expect(last?.text).not.to.equal('');
    expect(last?.channelData).to.equal(undefined);
    const erased = new Dialogue().commands('delete').answers(true);
    expect(sentAt(erased)).to.have.length(1);
  });

  it('name the helplines there are, and none of them twice', () => {
    const activities = toActivities(
      [
        {
          kind: 'say',
          tone: 'crisis',
          phrases: [{ product: 'notice.urgent' }],
          notice: { code: 'urgent' },
          helplines: ['emergency', 'shelter', 'no-such-line'],
        },
      ],
      'en-GB',
      realContent(),
    );
    expect(activities[0]?.text?.split('\n')).to.have.length(2);
  });

  it('have only the members the published protocol gives an Activity, and whole buttons', function () {
    if (!existsSync(protocol)) {
      process.stdout.write('skipped: no shared data\n');
      this.skip();
    }
    // Safe: the published schema has this shape, or the test fails.
    const { definitions } = JSON.parse(readFileSync(protocol, 'utf8')) as {
      definitions: Readonly<Record<'Activity' | 'CardAction' | 'SuggestedActions', { properties: object; required: readonly string[] }>>;
    };
    for (const { activity } of journey('en').flat()) {
      expect(Object.keys(definitions.Activity.properties)).to.include.members(Object.keys(activity));
      const { suggestedActions } = activity;
      if (!suggestedActions) continue;
      expect(Object.keys(suggestedActions)).to.include.members([...definitions.SuggestedActions.required]);
      for (const action of suggestedActions.actions) expect(Object.keys(action)).to.include.members([...definitions.CardAction.required]);
    }
  });
});

describe('what is read back to be confirmed', () => {
  it('has a button for yes, one to give it anew, and one to skip; yes goes on', () => {
    const dialogue = new Dialogue().until('contact.date-of-birth').says('10 June 1980');
    const [sent] = sentAt(dialogue).slice(-1);
    const actions = sent?.activity.suggestedActions?.actions ?? [];
    expect(actions.map(({ title }) => title)).to.deep.equal(['Yes', 'No, change it', 'Skip']);
    const { key, answer } = actions[0]?.value as { readonly key: string; readonly answer: string };
    dialogue.sends([{ key, answer }]);
    expect(dialogue.question.linkId).not.to.equal('contact.date-of-birth');
  });
});
