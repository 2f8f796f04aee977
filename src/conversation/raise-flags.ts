// The red-flag phases: every text before anything else is read of it, and every answer once it is recorded. A flag keeps its
// rule and what the person wrote, for those who must act on it; it brings help at once and one direct question before the journey goes on.
import { chosenCodes } from '../content/forms/chosen-codes.js';
import { readKey } from '../questionnaire/answer-key.js';
import { findRedFlags } from '../safety/find-red-flags.js';
import { flagsOfAnswers } from '../safety/flags-of-answers.js';
import { flagsOfQuestion } from '../safety/flags-of-question.js';
import type { Content, RedFlagKind, RedFlagTier } from '../content/content.js';
import type { AnswerValue } from '../content/forms/form.js';
import { unaskedRule } from '../referral/unasked-flag.js';
import { foldText } from '../text/fold-text.js';
import type { AnswerKey, Conversation, KeyedAnswer, RaisedFlag } from './conversation.js';
import { pendingKey } from './derive-position.js';
import { findStep } from './find-step.js';
import { redFlagNotice } from './red-flag-notice.js';
import { isAffirmed } from './is-affirmed.js';
import { isLabel } from './option-labels.js';
import { checksOf, safetyPart } from './safety-checks.js';
import { answersEach, settled, withConversation, withNotices } from './turn-state.js';
import type { TurnState } from './turn-state.js';

interface Found {
  readonly kind: RedFlagKind;
  readonly tier: RedFlagTier;
  readonly rule: string;
  readonly young?: true;
}

/** Flags kept, and characters of what was written that go with each. */
const [kept, mostWords] = [40, 500];

/** What was written, short: of a long text its beginning and its end, where danger is mostly told. */
function inShort(strings: readonly string[]): string | undefined {
  const all = strings.join(' · ');
  if (all === '') return undefined;
  return all.length <= mostWords ? all : `${all.slice(0, mostWords / 2)} … ${all.slice(-mostWords / 2)}`;
}

/** A danger of a kind told plainly for the first time: a call is offered again, unless one has been asked for. */
function offeredAgain(found: readonly Found[], { conversation, content }: TurnState): readonly AnswerKey[] {
  const told = new Set(conversation.flags.filter(flag => flag.tier === 'act').map(flag => flag.kind));
  const isNew = found.some(flag => flag.tier === 'act' && !told.has(flag.kind));
  return isNew && conversation.called === undefined ? content.journey.roles['call-back'] : [];
}

/** The conversation with these flags, their direct questions open again unless one of them raised the flag. */
function raise(state: TurnState, flags: readonly Found[], key: AnswerKey | undefined, words?: string): TurnState {
  if (flags.length === 0) return state;
  const { conversation, turn, content } = state;
  // A form without a direct question for a kind cannot ask: help is given at once.
  const found = flags.map(flag => (checksOf(flag.kind, content).length > 0 ? flag : { ...flag, tier: 'act' as const }));
  const raised = found.map(({ kind, tier, rule, young }): RaisedFlag => ({
    kind,
    tier,
    rule,
    at: turn.at,
    ...(young && { young }),
    ...(key === undefined ? {} : { key }),
    ...(words === undefined ? {} : { words }),
  }));
  const fromCheck = key?.startsWith(`${safetyPart}.`) ?? false;
  const checks = fromCheck ? [] : found.flatMap(flag => checksOf(flag.kind, content));
  const reopened = new Set([...checks, ...offeredAgain(found, state)]);
  const next: Conversation = {
    ...conversation,
    flags: [...conversation.flags, ...raised].slice(-kept),
    answers: Object.fromEntries(Object.entries(conversation.answers).filter(([name]) => !reopened.has(name))),
    skipped: conversation.skipped.filter(name => !reopened.has(name)),
  };
  const notices = found.map(redFlagNotice);
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

/** What somebody filled in at one question. */
function stringsOf({ answer, text }: KeyedAnswer): readonly string[] {
  const given: readonly unknown[] = typeof answer === 'object' ? [...answer, text] : [answer, text];
  return given.filter(one => typeof one === 'string').filter(one => one !== '');
}

/** Danger found in a whole form: raised under the question it was written at, so that this answer is the one kept from other eyes. */
function raiseByQuestion(found: readonly Found[], answers: readonly KeyedAnswer[], state: TurnState): TurnState {
  const { turn, content, position } = state;
  const pending = pendingKey(position.standing) ?? undefined;
  const left = new Map(found.map(flag => [`${flag.kind} ${flag.tier} ${flag.rule}`, flag]));
  let next = state;
  for (const answer of answers) {
    const strings = stringsOf(answer);
    const here = findRedFlags(strings, content.redFlags);
    for (const flag of here) left.delete(`${flag.kind} ${flag.tier} ${flag.rule}`);
    const key = answer.key === undefined ? undefined : findStep(answer.key, position.state)?.key;
    next = raise(next, here, key ?? pending, inShort(strings));
  }
  return raise(next, [...left.values()], pending, inShort(turn.strings));
}

/** Reads every string of the turn for red flags. Words that raise one are not then refused as a date or a number. */
export function raiseFlagsOfText(state: TurnState): TurnState {
  const found = findRedFlags(state.turn.strings, state.content.redFlags);
  const each = answersEach(state);
  if (found.length > 0 && each) return raiseByQuestion(found, each, state);
  const raised = raise(state, found, pendingKey(state.position.standing) ?? undefined, inShort(state.turn.strings));
  if (found.length === 0 || state.said.kind !== 'text') return raised;
  return takesWords(state, state.said.text) ? raised : settled(raised);
}

/** Flags the policy gives to this answer, or, for a question it does not know, those that the question affirmed speaks of. */
function flagsOfAnswer(linkId: string, values: readonly AnswerValue[], content: Content): readonly Found[] {
  const codes = chosenCodes(values);
  const item = content.journey.form.byLinkId.get(linkId);
  const asked = item && isAffirmed(item, values, content) ? flagsOfQuestion(linkId, item.text, content.redFlags) : [];
  return [...flagsOfAnswers(linkId, codes, content.redFlags), ...asked];
}

/** What was heard and could not be asked about at a desk counts as told plainly: help does not wait for privacy. */
function flagsUnasked(key: AnswerKey, { conversation, content }: TurnState): readonly Found[] {
  if (conversation.unasked?.includes(key) !== true) return [];
  const last = new Map(conversation.flags.map(flag => [flag.kind, flag.tier]));
  const kinds = [...last.keys()].filter(kind => last.get(kind) === 'ask' && checksOf(kind, content).includes(key));
  return kinds.map(kind => ({ kind, tier: 'act', rule: unaskedRule(key) }));
}

/** Reads the answers recorded in this turn for those that are red flags by themselves, and direct questions left out for what they asked about. */
export function raiseFlagsOfAnswers(state: TurnState): TurnState {
  let next = state;
  for (const notice of state.notices) {
    if (notice.code === 'skipped') next = raise(next, flagsUnasked(notice.key, next), notice.key);
    if (notice.code !== 'recorded' && notice.code !== 'changed') continue;
    const values = state.conversation.answers[notice.key]?.values ?? [];
    next = raise(next, flagsOfAnswer(readKey(notice.key).linkId, values, state.content), notice.key);
  }
  return next;
}
