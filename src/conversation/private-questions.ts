// Private questions at a desk: a question that nobody should read aloud is not put there at all. The person answers it on their own phone,
// or it is left out and said to be.
import type { FormItem } from '../content/forms/form.js';
import type { AskedStep } from './asked-step.js';
import type { AnswerKey, Conversation } from './conversation.js';
import type { Question } from './reply.js';

/** Is this an item whose words staff must not show or read aloud? */
export function isKeptFromStaff(item: Pick<FormItem, 'private'>, { by }: Pick<Conversation, 'by'>): boolean {
  return by === 'staff' && item.private === true;
}

/** Is this a question that staff must not put to the person? */
export function isForOwnPhone({ step }: AskedStep, conversation: Pick<Conversation, 'by'>): boolean {
  return isKeptFromStaff(step.item, conversation);
}

/** What is shown in its place: none of its words. */
export function privateQuestion({ key, item }: AskedStep): Question {
  return {
    key,
    linkId: item.linkId,
    type: item.type,
    safety: false,
    required: false,
    repeats: false,
    text: { product: 'handover.private.title' },
    help: { product: 'handover.private.why' },
    variant: 'private',
  };
}

/** The questions left out at the desk, of those that are still skipped. */
export function unaskedKeys({ unasked = [], skipped }: Pick<Conversation, 'unasked' | 'skipped'>): readonly AnswerKey[] {
  return unasked.filter(key => skipped.includes(key));
}

/** The conversation with this skipped question marked as left out at the desk, or not. */
export function withUnasked(conversation: Conversation, key: AnswerKey, isUnasked: boolean): Conversation {
  const { unasked = [], ...rest } = conversation;
  const next = [...unasked.filter(name => name !== key), ...(isUnasked ? [key] : [])];
  return next.length === 0 ? rest : { ...rest, unasked: next };
}

/**
 * The conversation as it goes on in the person's own hands: nothing is given to staff from here on, the way over is used, and what was left out
 * at the desk is asked after all.
 */
export function inOwnHands(conversation: Conversation): Conversation {
  const { by: _by, deskAt: _deskAt, handOver: _handOver, unasked: _unasked, paused: _paused, ...rest } = conversation;
  const left = new Set(unaskedKeys(conversation));
  return conversation.sent
    ? { ...rest, ...(conversation.unasked && { unasked: conversation.unasked }) }
    : { ...rest, skipped: rest.skipped.filter(key => !left.has(key)) };
}
