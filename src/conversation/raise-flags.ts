// The red-flag phases: every text before anything else is read of it, and every answer once it is recorded. A flag is kept by rule id,
// never by words; it brings help at once and one direct question before the journey goes on.
import { readKey } from '../questionnaire/answer-key.js';
import { findRedFlags } from '../safety/find-red-flags.js';
import { flagsOfAnswers } from '../safety/flags-of-answers.js';
import { flagsOfQuestion } from '../safety/flags-of-question.js';
import type { Content, RedFlagKind, RedFlagTier } from '../content/content.js';
import type { AnswerValue } from '../content/forms/form.js';
import { foldText } from '../text/fold-text.js';
import type { AnswerKey, Conversation, Notice, RaisedFlag } from './conversation.js';
import { pendingKey } from './derive-position.js';
import { isAffirmed } from './is-affirmed.js';
import { isLabel } from './option-labels.js';
import { settled, withConversation, withNotices } from './turn-state.js';
import type { TurnState } from './turn-state.js';

interface Found {
  readonly kind: RedFlagKind;
  readonly tier: RedFlagTier;
  readonly rule: string;
}

const kept = 40;
const safetyPart = 'safety-check';

/** The direct questions of a kind: safety-check items enabled by its fact. */
function checksOf(kind: RedFlagKind, state: TurnState): readonly AnswerKey[] {
  const fact = `facts.flag-${kind}`;
  return state.content.journey.form.order.filter(item => item.enableWhen.some(when => when.question === fact)).map(item => item.linkId);
}

/** The conversation with these flags, their direct questions open again unless one of them raised the flag. */
function raise(state: TurnState, flags: readonly Found[], key: AnswerKey | undefined): TurnState {
  if (flags.length === 0) return state;
  const { conversation, turn } = state;
  // A form without a direct question for a kind cannot ask: help is given at once.
  const found = flags.map(flag => (checksOf(flag.kind, state).length > 0 ? flag : { ...flag, tier: 'act' as const }));
  // Kind, tier and rule only: what was matched is never kept.
  const raised = found.map(({ kind, tier, rule }): RaisedFlag => ({
    kind,
    tier,
    rule,
    at: turn.at,
    ...(key === undefined ? {} : { key }),
  }));
  const fromCheck = key?.startsWith(`${safetyPart}.`) ?? false;
  const reopened = new Set(fromCheck ? [] : found.flatMap(flag => checksOf(flag.kind, state)));
  const next: Conversation = {
    ...conversation,
    flags: [...conversation.flags, ...raised].slice(-kept),
    answers: Object.fromEntries(Object.entries(conversation.answers).filter(([name]) => !reopened.has(name))),
    skipped: conversation.skipped.filter(name => !reopened.has(name)),
  };
  const notices = found.map((flag): Notice => ({ code: 'red-flag', kind: flag.kind, tier: flag.tier, rule: flag.rule }));
  return withNotices(withConversation(state, next), ...notices);
}

/** Does the pending question take these words as its answer whatever they say (free text, or exactly one of its labels)? */
function takesWords(state: TurnState, text: string): boolean {
  const { standing } = state.position;
  if (state.isNew || standing.kind !== 'question') return false;
  const { step, item: asked } = standing.asked;
  // "Another one?" takes the next written answer too.
  const item = step.kind === 'more' ? step.item : asked;
  if (item.type === 'text' || (item.type === 'string' && item.format === undefined) || item.type === 'open-choice') return true;
  const folded = foldText(text);
  return isLabel(item, folded, state.content);
}

/** Reads every string of the turn for red flags. Words that raise one are not then refused as a date or a number. */
export function raiseFlagsOfText(state: TurnState): TurnState {
  const found = findRedFlags(state.turn.strings, state.content.redFlags);
  const raised = raise(state, found, pendingKey(state.position.standing) ?? undefined);
  if (found.length === 0 || state.said.kind !== 'text') return raised;
  return takesWords(state, state.said.text) ? raised : settled(raised);
}

/** Flags the policy gives to this answer, or, for a question it does not know, those that the question affirmed speaks of. */
function flagsOfAnswer(linkId: string, values: readonly AnswerValue[], content: Content): readonly Found[] {
  const codes = values.flatMap(value => ('valueCoding' in value ? [value.valueCoding.code] : []));
  const item = content.journey.form.byLinkId.get(linkId);
  const asked = item && isAffirmed(item, values, content) ? flagsOfQuestion(linkId, item.text, content.redFlags) : [];
  return [...flagsOfAnswers(linkId, codes, content.redFlags), ...asked];
}

/** Reads the answers recorded in this turn for those that are red flags by themselves. */
export function raiseFlagsOfAnswers(state: TurnState): TurnState {
  let next = state;
  for (const notice of state.notices) {
    if (notice.code !== 'recorded' && notice.code !== 'changed') continue;
    const values = state.conversation.answers[notice.key]?.values ?? [];
    next = raise(next, flagsOfAnswer(readKey(notice.key).linkId, values, state.content), notice.key);
  }
  return next;
}
