// Every kind of danger, told at every kind of place: it is answered at once, nothing that was answered is lost, and the conversation goes on.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { Dialogue } from '../support/a-dialogue.js';
import { dangers } from '../support/dangers.js';
import type { Danger } from '../support/dangers.js';

const given = { 'mind.needs': ['money'], 'contact.more': true };
const at = (linkId: string, lang = 'en') => new Dialogue({ lang }).until(linkId, given);

const places: Readonly<Record<string, () => Dialogue>> = {
  'free text': () => at('mind.words'),
  'a name field': () => at('contact.name'),
  'a date of birth': () => at('contact.date-of-birth'),
  'a choice': () => at('start.who'),
  'several choices': () => at('mind.needs'),
  'the review': () => at('review'),
  'after "sent"': () => at('review').answers('send'),
};

/** Where it stood: the question pending, or that it was sent. */
function placeOf(dialogue: Dialogue): string {
  const last = dialogue.replies.at(-1);
  return last?.kind === 'ask' || last?.kind === 'review' ? last.question.key : (last?.kind ?? 'nothing');
}

/** Goes through what is asked about safety, with the calm answer to each, until something else is asked. */
function settle(dialogue: Dialogue): void {
  for (let steps = 0; steps < 6 && placeOf(dialogue).startsWith('safety-check.'); steps += 1) {
    const calm = dialogue.question.options?.map(({ value }) => value).find(value => ['safe', 'have-place', 'go-on'].includes(value));
    dialogue.answers(calm ?? false);
  }
}

function expectHelp(dialogue: Dialogue, { kind, numbers }: Danger): void {
  const [first] = dialogue.replies;
  expect(first?.kind === 'say' && first.notice.code === 'red-flag' && first.notice.kind).to.equal(kind);
  expect(first?.kind === 'say' && first.tone).to.equal('crisis');
  for (const number of numbers) expect(dialogue.heard).to.include(number);
}

for (const danger of dangers) {
  describe(`${danger.kind}: "${danger.says}"`, () => {
    for (const [place, reach] of Object.entries(places)) {
      it(`is answered at once at ${place}, and nothing is lost`, () => {
        const dialogue = reach();
        const before = { place: placeOf(dialogue), answers: dialogue.conversation?.answers ?? {} };
        dialogue.says(danger.says);
        expectHelp(dialogue, danger);
        expect(placeOf(dialogue)).to.match(/^safety-check\./u);
        settle(dialogue);
        expect(dialogue.conversation?.answers).to.deep.include(before.answers);
        // What is asked in one's own words takes these words as its answer; everything else stands where it stood.
        if (before.place !== 'mind.words') expect(placeOf(dialogue)).to.equal(before.place);
        else expect(dialogue.conversation?.answers['mind.words']?.values).to.deep.equal([{ valueString: danger.says }]);
      });
    }

    it('is answered in the language of the conversation when it is told in another', () => {
      const english = at('mind.needs').says(danger.inPolish);
      expectHelp(english, danger);
      expect(english.lang).to.equal('en-GB');
      const arabic = at('mind.needs', 'ar').says(danger.says);
      expect(arabic.heard)
        .to.include('999')
        .and.not.to.match(/call 999/iu);
    });

    it('goes with the referral, with kind, rule, time and words', () => {
      const dialogue = at('mind.needs').says(danger.says);
      settle(dialogue);
      dialogue.until('review', given).answers('send');
      const flag = dialogue.referrals.at(-1)?.flags.find(({ kind }) => kind === danger.kind);
      expect(flag).to.include({ tier: 'act', words: danger.says });
      expect(flag?.rule).to.match(/^[a-z]{2}/u);
      expect(dialogue.referrals.at(-1)?.urgency).to.equal(danger.kind === 'destitution' ? 'urgent' : 'same-day');
    });
  });
}

describe('an emergency', () => {
  it('shows 999 alone and stops the questions until the person comes back', () => {
    const dialogue = at('mind.needs').says('she is not breathing').answers('need-999');
    expect(dialogue.replies.at(-1)?.kind).to.equal('ended');
    expect(dialogue.heard).to.include('Call 999 now').and.not.to.include('116 123');
    dialogue.says('hello?');
    expect(dialogue.replies.at(-1)?.kind).to.equal('ended');
    dialogue.says('back').answers('go-on');
    settle(dialogue);
    expect(placeOf(dialogue)).to.equal('mind.needs');
  });

  it('leads back also after "sent"', () => {
    const dialogue = at('review').answers('send').says('she is not breathing').answers('need-999').says('back').answers('go-on');
    settle(dialogue);
    expect(placeOf(dialogue)).to.equal('sent');
  });
});
