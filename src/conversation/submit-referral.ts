// The sending phase: everything is answered and the person said send (or the way needs no review): the referral is made, once an episode.
import { readKey } from '../questionnaire/answer-key.js';
import { isConditionMet } from '../questionnaire/enable-when.js';
import type { FormState } from '../questionnaire/form-state.js';
import type { Step } from '../questionnaire/steps.js';
import { partResponse } from '../questionnaire/build-response.js';
import { isQuestion } from '../content/forms/form.js';
import { buildReferral } from '../referral/build-referral.js';
import type { ReferralSource } from '../referral/referral-source.js';
import { measureAnswers } from './measure-answers.js';
import { isKeptPrivate, numberOfStep } from './review-lines.js';
import type { Phase, TurnState } from './turn-state.js';
import { withConversation, withNotices, withoutMarks } from './turn-state.js';

/** Codes that an explicit answer earned and the deployer switched on. */
function earnedCodes({ position: { state }, content }: TurnState): ReferralSource['codes'] {
  const valuesOf = (linkId: string) => (state.enabled.has(linkId) ? (state.answers[linkId]?.values ?? []) : []);
  return content.needs
    .flatMap(need => need.codes)
    .filter(earned => content.codesOn.has(earned.code) && isConditionMet(earned.when, valuesOf))
    .map(({ code, display }) => ({ code, display }));
}

/** A question as the referral lists it; "another one?" and what is hidden are left out. */
function questionOf(step: Step, state: FormState): ReferralSource['questions'] {
  if (step.kind === 'more' || step.hidden || !isQuestion(step.item)) return [];
  const number = numberOfStep(step, state);
  return [{ key: step.key, item: step.item, ...(number === undefined ? {} : { number }) }];
}

function sourceOf(state: TurnState): ReferralSource {
  const { conversation, content, position, turn } = state;
  const details = { authored: turn.at, language: conversation.lang, status: 'completed' as const };
  return {
    conversationId: conversation.id,
    episode: conversation.episode,
    at: turn.at,
    lang: conversation.lang,
    answers: position.state.answers,
    enabled: position.state.enabled,
    flags: conversation.flags.map(({ kind, tier, rule, at }) => ({ kind, tier, rule, at })),
    questions: position.state.steps.flatMap(step => questionOf(step, position.state)),
    trail: (conversation.trail ?? []).flatMap(({ at, did, key }) => {
      const item = content.journey.form.byLinkId.get(readKey(key).linkId);
      return item === undefined || isKeptPrivate(key, conversation) ? [] : [{ at, did, item }];
    }),
    measures: measureAnswers(position.state, content),
    codes: earnedCodes(state),
    responses: content.journey.parts.flatMap(part => partResponse(position.state, part.id, details) ?? []),
  };
}

/** Makes the referral and the effect that stores it; both are saved in the same write as the conversation. */
export const submitReferral: Phase = state => {
  const { conversation, content, position, turn } = state;
  const due = state.sending || position.standing.kind === 'complete';
  if (!due || conversation.sent) return state;
  const referral = buildReferral(sourceOf(state), content);
  const sent = { referralId: referral.id, reference: referral.reference, at: turn.at };
  const next = withConversation(state, { ...withoutMarks(conversation), sent });
  return { ...withNotices(next, { code: 'sent' }), effects: [...state.effects, { kind: 'referral', id: referral.id, referral }] };
};
