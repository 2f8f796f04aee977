// A referral as a patient sends it: the answers given by data, everything else answered as little as possible, then "send".
import { Dialogue } from './a-dialogue.js';
import type { DialogueOptions } from './a-dialogue.js';
import type { RawAnswer } from '../../src/conversation/conversation.js';
import type { Referral } from '../../src/referral/referral.js';

/** Answers by linkId; null skips. */
export type Given = Readonly<Record<string, RawAnswer | null>>;

/** The referral a dialogue sent. */
export function referralOf(dialogue: Dialogue): Referral {
  const [referral] = dialogue.referrals;
  if (!referral) throw new Error(`nothing was sent; heard: ${dialogue.heard}`);
  return referral;
}

/** Answers, reviews and sends. */
export function sentReferral(given: Given = {}, options: DialogueOptions = {}): Referral {
  return referralOf(new Dialogue(options).until('review', given).answers('send'));
}

/** Goes the "just call me" way by data. */
export function calledReferral(given: Given = {}, options: DialogueOptions = {}): Referral {
  const dialogue = new Dialogue(options).commands('call-me');
  const answers: Given = { 'call-me.name': 'Sam', 'call-me.phone': '07911 123456', 'call-me.permission': true, ...given };
  for (let steps = 0; steps < 10 && dialogue.replies.at(-1)?.kind === 'ask'; steps += 1) {
    const answer = answers[dialogue.question.linkId];
    if (answer === undefined || answer === null) dialogue.skips();
    else dialogue.answers(answer);
  }
  return referralOf(dialogue);
}
