// Where "only what is near" and "a referral after all" are offered, and where not.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Reply } from '../../src/conversation/reply.js';
import { Dialogue } from '../support/a-dialogue.js';
import { localDirectory } from '../support/local-directory.js';
import { contentWithService } from '../support/real-content.js';

const directory = localDirectory();

function offersOf({ replies }: Dialogue): readonly string[] {
  const last: Reply | undefined = replies.at(-1);
  return last && 'offers' in last ? (last.offers ?? []) : [];
}

const paused = contentWithService({ intake: { state: 'paused', waitWeeks: 3 } });

describe('only what is near', () => {
  it('is offered beside the first question, and beside no other', () => {
    const dialogue = new Dialogue({ directory });
    expect(offersOf(dialogue)).to.deep.equal(['near']);
    expect(offersOf(dialogue.answers('self'))).to.deep.equal([]);
    expect(offersOf(new Dialogue())).to.deep.equal([]);
  });

  it('is offered where the service cannot help, and leads on from there', () => {
    const end = new Dialogue({ directory }).until('eligibility.postcode', { 'eligibility.practice': 'other' }).says('LS1 4AP');
    expect(end.replies.at(-1)).to.deep.include({ kind: 'ended', end: 'out-of-area', offers: ['near'] });
    expect(end.commands('near').question.linkId).to.equal('mind.words');
    end.until('safety.now', { 'mind.needs': ['safety'] }).answers('no');
    expect(end.heard).to.include('leeds victims');
    expect(offersOf(end)).to.deep.equal(['refer']);
    expect(end.commands('refer').replies.at(-1)).to.include({ kind: 'ended', end: 'out-of-area' });
  });

  it('is offered while nobody new is taken, and offers no referral then', () => {
    const dialogue = new Dialogue({ directory, content: paused });
    expect(dialogue.replies.at(-1)).to.deep.include({ kind: 'ended', end: 'paused-intake', offers: ['near'] });
    dialogue
      .commands('near')
      .until('near.postcode', { 'mind.needs': ['food'] })
      .skips();
    expect(dialogue.replies.at(-1)).to.include({ kind: 'near' });
    expect(offersOf(dialogue)).to.deep.equal([]);
  });

  it('is offered without permission to share: nothing is sent', () => {
    expect(offersOf(new Dialogue({ directory }).until('consent.share').answers(false))).to.deep.equal(['near']);
  });

  for (const [age, offers] of [
    [14, []],
    [17, ['near']],
  ] as const) {
    it(`is ${offers.length > 0 ? '' : 'not '}offered at ${String(age)}`, () => {
      const content = contentWithService({ minimumAge: 18 });
      const dialogue = new Dialogue({ directory, content }).until('eligibility.age').answers(age);
      expect(dialogue.replies.at(-1)).to.include({ kind: 'ended' });
      expect(offersOf(dialogue)).to.deep.equal(offers);
    });
  }

  it('keeps nothing of a child, on this way too', () => {
    const dialogue = new Dialogue({ directory }).commands('near').answers(12);
    expect(dialogue.erased).to.equal(true);
    expect(offersOf(dialogue)).to.deep.equal([]);
    expect(new Dialogue({ directory }).commands('near').answers(14).replies.at(-1)).to.include({ kind: 'ended', end: 'age-13-15' });
  });

  it('is not offered in an emergency', () => {
    const dialogue = new Dialogue({ directory }).says('I am having a heart attack, chest pain');
    if (dialogue.replies.at(-1)?.kind === 'ask' && dialogue.question.linkId === 'safety-check.emergency') dialogue.answers('need-999');
    expect(offersOf(dialogue)).to.deep.equal([]);
  });
});

describe('the commands', () => {
  it('lead from "call me" and back to a referral', () => {
    const dialogue = new Dialogue({ directory }).commands('call-me');
    expect(dialogue.says('refer me').question.linkId).to.equal('start.who');
    expect(dialogue.commands('near').question.linkId).to.equal('eligibility.age');
    expect(dialogue.says('call me').question.linkId).to.equal('call-me.spoken');
  });

  it('tell how to reach a person where the journey has no such way', () => {
    const { journey, ...content } = contentWithService({});
    const ways = { ...content, journey: { ...journey, roles: { ...journey.roles, way: [] } } };
    for (const command of ['near', 'refer', 'call-me'] as const) {
      expect(new Dialogue({ directory, content: ways }).commands(command).heard, command).to.include('You can talk to a person.');
    }
  });

  it('show after a call was asked for that it was', () => {
    const dialogue = new Dialogue({ directory }).commands('call-me');
    dialogue.skips().says('Sam').says('07911 123456').skips().answers(true);
    expect(dialogue.replies.at(-1)).to.include({ kind: 'sent' }).and.not.have.property('near');
    expect(dialogue.commands('near').heard).to.include('already');
    expect(dialogue.commands('refer').heard).to.include('already');
    expect(dialogue.referrals[0]?.nearby).to.equal(undefined);
  });
});
