// Going back and changing: both ask an earlier question again, with what was answered shown; nothing is lost by looking.
import type { Step } from '../questionnaire/steps.js';
import type { Conversation } from './conversation.js';
import type { Position } from './derive-position.js';
import { findByLinkId, findStep } from './find-step.js';
import { without, withConversation, withNotices, withoutMarks } from './turn-state.js';
import type { TurnState } from './turn-state.js';

/** Questions the person has answered or skipped and could answer again, in order; "another one?" among them. */
export function answeredSteps({
  conversation,
  position,
}: {
  readonly conversation: Conversation;
  readonly position: Position;
}): readonly Step[] {
  const { steps, enabled } = position.state;
  const skipped = new Set(conversation.skipped);
  return steps.filter(
    step => step.askable && enabled.has(step.key) && (conversation.answers[step.key] !== undefined || skipped.has(step.key)),
  );
}

/** Does this question stand there, reading back what was understood? */
function isReadBack({ key }: Step, { conversation, position: { standing } }: TurnState): boolean {
  return standing.kind === 'question' && standing.asked.key === key && conversation.proposed[key] !== undefined;
}

function withoutProposal(conversation: Conversation, key: string): Conversation {
  return { ...conversation, proposed: without(conversation.proposed, key) };
}

/** Asks an answered question again; one that reads back what was understood, without that. */
export function startChanging(state: TurnState, name: string): TurnState {
  if (state.conversation.sent) return withNotices(state, { code: 'already-sent' });
  const { state: form } = state.position;
  const step = findStep(name, form) ?? findByLinkId(name, form, null);
  if (step && isReadBack(step, state)) return withConversation(state, withoutProposal(state.conversation, step.key));
  if (!step || !answeredSteps(state).includes(step)) return withNotices(state, { code: 'not-asked' });
  const next = withConversation(state, { ...withoutMarks(state.conversation), changing: step.key });
  return withNotices(next, { code: 'changing', key: step.key });
}

/** The question answered last, by the clock: what brought a conversation to an end. */
function answeredLast(state: TurnState): Step | undefined {
  const { answers } = state.conversation;
  const at = (step: Step) => answers[step.key]?.at ?? '';
  return answeredSteps(state).reduce<Step | undefined>((last, step) => (last && at(last) >= at(step) ? last : step), undefined);
}

/** The question before the one that stands now, in the order of asking. */
function answeredBefore(state: TurnState): Step | undefined {
  const { standing } = state.position;
  const here = standing.kind === 'question' ? standing.asked.step.index : Number.POSITIVE_INFINITY;
  return answeredSteps(state).findLast(step => step.index < here);
}

/** One question back from where the person stands. */
export function goBack(state: TurnState): TurnState {
  const { standing } = state.position;
  // Stopped in an emergency after sending, the way back is back to where one was.
  const isStopped = standing.kind === 'ended' && standing.end.first === true;
  if (state.conversation.sent && !isStopped) return withNotices(state, { code: 'already-sent' });
  const previous = standing.kind === 'ended' ? answeredLast(state) : answeredBefore(state);
  if (!previous) return withNotices(withConversation(state, withoutMarks(state.conversation)), { code: 'at-start' });
  const next = withConversation(state, { ...withoutMarks(state.conversation), changing: previous.key });
  return withNotices(next, { code: 'back' });
}
