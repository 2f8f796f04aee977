// The last phase's words: what stands next, as a reply: a question, the review, the reference, or a kind end.
import { titleId } from '../content/assemble-journey.js';
import type { Content } from '../content/content.js';
import type { FormItem } from '../content/form.js';
import type { Phrase } from '../content/phrase.js';
import { makeCode } from '../referral/make-reference.js';
import type { Conversation } from './conversation.js';
import type { Question, Reply } from './reply.js';
import { pendingKey } from './derive-position.js';
import type { Position } from './derive-position.js';
import { reviewLines } from './review-lines.js';

function textOf(item: FormItem, field: string): Phrase {
  return { file: item.file, id: item.localId, field };
}

function isSafety(item: FormItem, content: Content): boolean {
  return content.redFlags.answers.some(answer => answer.linkId === item.linkId);
}

/** A typed date of birth waits to be confirmed: the question reads it back. */
function readBack(item: FormItem, conversation: Conversation): Phrase | undefined {
  const proposed = conversation.proposed[item.linkId]?.[0];
  if (item.format !== 'date-of-birth' || !proposed || !('valueDate' in proposed)) return undefined;
  return { product: 'confirm.date', params: { date: { date: proposed.valueDate } } };
}

function limits(item: FormItem): Partial<Pick<Question, 'min' | 'max' | 'maxLength' | 'format'>> {
  return {
    ...(item.format === undefined ? {} : { format: item.format }),
    ...(item.min === undefined ? {} : { min: item.min }),
    ...(item.max === undefined ? {} : { max: item.max }),
    ...(item.maxLength === undefined ? {} : { maxLength: item.maxLength }),
  };
}

function choices(item: FormItem): Partial<Pick<Question, 'options' | 'exclusive'>> {
  if (item.options.length === 0) return {};
  const exclusive = item.options.filter(option => option.exclusive).map(option => option.code);
  return {
    options: item.options.map(option => ({ value: option.code, label: { answer: [option.value], linkId: item.linkId } })),
    ...(exclusive.length > 0 ? { exclusive } : {}),
  };
}

/** The question for an item, machine-readable, in phrases. */
export function questionFor(item: FormItem, conversation: Conversation, content: Content): Question {
  const suggested = conversation.proposed[item.linkId] ?? conversation.answers[item.linkId]?.values;
  const confirm = readBack(item, conversation);
  return {
    key: item.linkId,
    linkId: item.linkId,
    type: item.type,
    safety: isSafety(item, content),
    required: item.required,
    repeats: item.repeats,
    ...limits(item),
    ...choices(item),
    text: confirm ?? textOf(item, 'text'),
    ...(item.hasHelp && !confirm ? { help: textOf(item, 'help') } : {}),
    ...(item.hasWhy ? { why: textOf(item, 'why') } : {}),
    ...(item.example === undefined ? {} : { example: textOf(item, 'example') }),
    ...(suggested ? { suggested } : {}),
    ...(confirm ? { variant: 'confirm' as const } : {}),
  };
}

function reviewReply(conversation: Conversation, position: Position, content: Content, complete: boolean): Reply {
  const lines = reviewLines(conversation, position, content);
  const go = complete
    ? { value: 'send', label: { product: 'review.send' } as const }
    : { value: 'go-on', label: { product: 'button.continue' } as const };
  const changes = lines.map(line => ({
    value: `change:${line.key}`,
    label: { product: 'review.change', params: { label: line.label } } as const,
  }));
  const question: Question = {
    key: 'review',
    linkId: 'review',
    type: 'choice',
    safety: false,
    required: true,
    repeats: false,
    options: [go, ...changes],
    text: { product: 'review.title' },
    help: { product: complete ? 'review.intro' : 'review.so-far' },
    variant: 'review',
  };
  return { kind: 'review', question, lines, progress: position.progress };
}

function confirmReply(command: 'restart' | 'delete', position: Position): Reply {
  const key = `confirm-${command}`;
  const text: Phrase = { product: command === 'restart' ? 'notice.confirm-restart' : 'notice.confirm-delete' };
  const question: Question = {
    key,
    linkId: key,
    type: 'boolean',
    safety: false,
    required: true,
    repeats: false,
    text,
    variant: 'confirm-command',
  };
  return { kind: 'ask', question, before: [], progress: position.progress };
}

/** Was a flag raised for which a person reads the referral the same day? */
function isSameDay(conversation: Conversation, content: Content): boolean {
  return conversation.flags.some(flag => flag.tier === 'act' && content.redFlags.responses.get(flag.kind)?.urgency === 'same-day');
}

function sentReply(conversation: Conversation, content: Content): Reply {
  const reference = conversation.sent?.reference ?? '';
  const code = makeCode(conversation.id, conversation.episode);
  const phrases: Phrase[] = [
    { product: 'sent.title' },
    { product: 'sent.reference', params: { reference: { isolate: reference } } },
    { product: 'sent.code', params: { code: { isolate: code } } },
    ...(isSameDay(conversation, content) ? [{ product: 'sent.same-day' } as const] : []),
    { product: 'sent.next', params: { count: content.service.workingDays } },
    { product: 'sent.meanwhile' },
    { product: 'sent.keep' },
  ];
  return { kind: 'sent', reference, status: 'requested', code, phrases };
}

/** What stands next. `showBefore`: also the statements that lead up to the question (they are said once, not at each re-asking). */
export function askNext(conversation: Conversation, position: Position, content: Content, showBefore: boolean): Reply {
  const { standing, progress } = position;
  switch (standing.kind) {
    case 'question': {
      const before = showBefore ? standing.before.filter(item => item.localId !== titleId).map(item => textOf(item, 'text')) : [];
      return { kind: 'ask', question: questionFor(standing.item, conversation, content), before, progress };
    }
    case 'confirm-command':
      return confirmReply(standing.command, position);
    case 'review':
      return reviewReply(conversation, position, content, standing.complete);
    case 'complete':
      return reviewReply(conversation, position, content, true);
    case 'sent':
      return sentReply(conversation, content);
    case 'ended': {
      const phrases = ['text', 'next'].map((field): Phrase => ({ file: 'ends', id: standing.end.id, field }));
      return { kind: 'ended', end: standing.end.id, phrases };
    }
  }
}

/** Names what is asked at a position, so that one can tell whether the question changed. */
export function promptKey(position: Position): string {
  return pendingKey(position.standing) ?? position.standing.kind;
}
