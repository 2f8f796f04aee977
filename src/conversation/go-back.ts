// Going back and changing: both ask an earlier question again, with what was answered shown; nothing is lost by looking.
import { isAskable } from '../questionnaire/askable.js';
import type { FormItem } from '../content/form.js';
import { findItem } from './find-item.js';
import { withConversation, withNotices, withoutMarks } from './turn-state.js';
import type { TurnState } from './turn-state.js';

/** Questions the person has answered or skipped and could answer again, in order. */
export function answeredItems(state: Pick<TurnState, 'content' | 'conversation' | 'position'>): readonly FormItem[] {
  const { conversation, content, position } = state;
  const skipped = new Set(conversation.skipped);
  const { form } = content.journey;
  return form.order.filter(
    item =>
      (conversation.answers[item.linkId] !== undefined || skipped.has(item.linkId)) &&
      position.enabled.has(item.linkId) &&
      isAskable(form, item),
  );
}

/** Asks an answered question again. */
export function startChanging(state: TurnState, key: string): TurnState {
  if (state.conversation.sent) return withNotices(state, { code: 'already-sent' });
  const item = findItem(key, state);
  if (!item || !answeredItems(state).includes(item)) return withNotices(state, { code: 'not-asked' });
  const next = withConversation(state, { ...withoutMarks(state.conversation), changing: item.linkId });
  return withNotices(next, { code: 'changing', key: item.linkId });
}

/** The question answered last, by the clock: what brought a conversation to an end. */
function answeredLast(state: TurnState): FormItem | undefined {
  const { answers } = state.conversation;
  const at = (item: FormItem) => answers[item.linkId]?.at ?? '';
  return answeredItems(state).reduce<FormItem | undefined>((last, item) => (last && at(last) >= at(item) ? last : item), undefined);
}

/** The question before the one that stands now, in the order of asking. */
function answeredBefore(state: TurnState): FormItem | undefined {
  const { standing } = state.position;
  const order = state.content.journey.form.order;
  const placeOf = (linkId: string) => order.findIndex(item => item.linkId === linkId);
  const here = standing.kind === 'question' ? placeOf(standing.item.linkId) : order.length;
  return answeredItems(state).findLast(item => placeOf(item.linkId) < here);
}

/** One question back from where the person stands. */
export function goBack(state: TurnState): TurnState {
  if (state.conversation.sent) return withNotices(state, { code: 'already-sent' });
  const previous = state.position.standing.kind === 'ended' ? answeredLast(state) : answeredBefore(state);
  if (!previous) return withNotices(withConversation(state, withoutMarks(state.conversation)), { code: 'at-start' });
  const next = withConversation(state, { ...withoutMarks(state.conversation), changing: previous.linkId });
  return withNotices(next, { code: 'back' });
}
