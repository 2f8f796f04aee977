// A conversation as the referral room takes it: its answers, flags, measures and responses as they stand.
import { readKey } from '../questionnaire/answer-key.js';
import { partResponse } from '../questionnaire/build-response.js';
import type { ResponseDetails } from '../questionnaire/build-response.js';
import { isConditionMet } from '../questionnaire/enable-when.js';
import type { FormState } from '../questionnaire/form-state.js';
import type { Step } from '../questionnaire/steps.js';
import { isQuestion } from '../content/forms/form.js';
import { staffAtPractice } from '../referral/referral.js';
import type { AnsweredQuestionnaire, ReferralFlag } from '../referral/referral.js';
import type { ReferralSource } from '../referral/referral-source.js';
import type { RaisedFlag } from './conversation.js';
import { measureAnswers } from './measure-answers.js';
import { nearItems, askedAbout } from './near-items.js';
import { postcodeTold } from './place-told.js';
import { unaskedKeys } from './private-questions.js';
import { isKeptPrivate, numberOfStep } from './review-lines.js';
import type { TurnState } from './turn-state.js';
import { wayOf } from './way-of.js';

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

/** A flag as the practice sees it: with the person's own words. */
export function flagOf({ kind, tier, rule, at, words }: RaisedFlag): ReferralFlag {
  return { kind, tier, rule, at, ...(words === undefined ? {} : { words }) };
}

/** What was shown near them and what of it they asked about; nothing where nobody looked, or where they asked for a call alone. */
function nearbyOf({ conversation, content, position: { state } }: TurnState): Pick<ReferralSource, 'nearby' | 'postcode'> {
  const { near } = conversation;
  const isCall = content.journey.sendWithoutReview.includes(wayOf(conversation, content) ?? '');
  if (near === undefined || near.for === '' || isCall) return {};
  const asked = state.enabled.has(nearItems.askAbout) ? askedAbout(conversation) : [];
  const askAbout = asked.map(({ valueCoding: { code, display = code } }) => ({ id: code, name: display }));
  const postcode = postcodeTold(conversation, content);
  return { nearby: { shown: near.shown, askAbout, unmet: near.unmet }, ...(postcode !== undefined && { postcode }) };
}

/** The response of one part; where staff wrote down any of its answers, they are its author (who gave them is its source). */
function responseOf(
  part: string,
  { position, content, conversation }: TurnState,
  details: ResponseDetails,
): AnsweredQuestionnaire | undefined {
  const response = partResponse(position.state, part, details);
  const isTyped = Object.entries(conversation.answers).some(
    ([key, { by }]) => by === 'staff' && content.journey.form.byLinkId.get(readKey(key).linkId)?.part === part,
  );
  return response && isTyped ? { ...response, author: staffAtPractice } : response;
}

/** The source of a referral sent now. */
export function sourceOf(state: TurnState): ReferralSource {
  const { conversation, content, position, turn } = state;
  const details = { authored: turn.at, language: conversation.lang, status: 'completed' as const };
  const notAsked = unaskedKeys(conversation).filter(key => position.state.enabled.has(key));
  return {
    conversationId: conversation.id,
    episode: conversation.episode,
    at: turn.at,
    lang: conversation.lang,
    answers: position.state.answers,
    enabled: position.state.enabled,
    flags: conversation.flags.map(flagOf),
    questions: position.state.steps.flatMap(step => questionOf(step, position.state)),
    trail: (conversation.trail ?? []).flatMap(({ at, did, key }) => {
      const item = content.journey.form.byLinkId.get(readKey(key).linkId);
      return item === undefined || isKeptPrivate(key, conversation) ? [] : [{ at, did, item }];
    }),
    measures: measureAnswers(position.state, content),
    codes: earnedCodes(state),
    ...nearbyOf(state),
    responses: content.journey.parts.flatMap(part => responseOf(part.id, state, { ...details, notAsked: new Set(notAsked) }) ?? []),
    notAsked: notAsked.flatMap(key => content.journey.form.byLinkId.get(readKey(key).linkId) ?? []),
  };
}
