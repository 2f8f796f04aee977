// Where a conversation stands, worked out from its answers: walk the journey from the start; the first enabled, unanswered question is
// next. Nothing about the position is stored, so going back, changing, resuming and changed content all have one answer.
import { isAskable } from '../questionnaire/askable.js';
import { isConditionMet, enabledItems } from '../questionnaire/enable-when.js';
import type { Answers } from '../questionnaire/answers.js';
import { initialAnswers } from '../questionnaire/initial-answers.js';
import { walk } from '../questionnaire/relevant-items.js';
import type { Form, FormItem } from '../content/form.js';
import type { Content, JourneyEnd } from '../content/content.js';
import type { Answer, Conversation } from './conversation.js';
import type { Progress } from './reply.js';
import { deriveFacts, roleValues } from './derive-facts.js';
import { offeredItem } from './offered-item.js';

/** What stands at this position. */
export type Standing =
  | { readonly kind: 'question'; readonly item: FormItem; readonly before: readonly FormItem[] }
  | { readonly kind: 'confirm-command'; readonly command: 'restart' | 'delete' }
  /** `complete`: everything is answered and "send" is offered; otherwise it was asked for on the way. */
  | { readonly kind: 'review'; readonly complete: boolean }
  /** Everything is answered and this way sends without a review. */
  | { readonly kind: 'complete' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'ended'; readonly end: JourneyEnd };

export interface Position {
  readonly standing: Standing;
  /** Answers with initial values and facts. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly enabled: ReadonlySet<string>;
  readonly progress: Progress;
}

const safetyPart = 'safety-check';

const initials = new WeakMap<Form, Answers>();

/** Initial answers of a form, which never change: found once. */
function initialsOf(form: Form): Answers {
  const known = initials.get(form) ?? initialAnswers(form);
  initials.set(form, known);
  return known;
}

/** Answers as rules see them: initial values beneath, facts above. */
function withFacts(conversation: Conversation, content: Content): Readonly<Record<string, Answer>> {
  const initial: Record<string, Answer> = {};
  for (const [linkId, { values }] of Object.entries(initialsOf(content.journey.form))) {
    initial[linkId] = { values, at: conversation.startedAt, lang: 'en-GB' };
  }
  return { ...initial, ...conversation.answers, ...deriveFacts(conversation, content) };
}

function findEnd(answers: Readonly<Record<string, Answer>>, enabled: ReadonlySet<string>, content: Content): JourneyEnd | undefined {
  const valuesOf = (linkId: string) => (enabled.has(linkId) ? (answers[linkId]?.values ?? []) : []);
  return content.journey.ends.find(end => end.when.every(condition => isConditionMet(condition, valuesOf)));
}

function sendsWithoutReview(answers: Readonly<Record<string, Answer>>, content: Content): boolean {
  const way = roleValues('way', { answers }, content)[0];
  return way !== undefined && 'valueCoding' in way && content.journey.sendWithoutReview.includes(way.valueCoding.code);
}

/** The question being changed, if there is one that may be answered. */
function changingItem(conversation: Conversation, enabled: ReadonlySet<string>, content: Content): FormItem | undefined {
  const item = conversation.changing === undefined ? undefined : content.journey.form.byLinkId.get(conversation.changing);
  return item && enabled.has(item.linkId) && isAskable(content.journey.form, item) ? item : undefined;
}

interface Walked {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly enabled: ReadonlySet<string>;
  readonly next?: FormItem;
  readonly before: readonly FormItem[];
}

/** What stands there while the referral is not sent and nothing destructive waits for its yes. */
function standingOf(conversation: Conversation, { answers, enabled, next, before }: Walked, content: Content): Standing {
  const changing = changingItem(conversation, enabled, content);
  if (changing) return { kind: 'question', item: offeredItem(changing, answers, content), before: [] };
  const end = findEnd(answers, enabled, content);
  if (end) return { kind: 'ended', end };
  if (conversation.reviewing && next) return { kind: 'review', complete: false };
  if (next) return { kind: 'question', item: offeredItem(next, answers, content), before };
  return sendsWithoutReview(answers, content) ? { kind: 'complete' } : { kind: 'review', complete: true };
}

/** Where this conversation stands now. A direct question about safety comes before everything else, after "sent" too. */
export function derivePosition(conversation: Conversation, content: Content): Position {
  const { form } = content.journey;
  const answers = withFacts(conversation, content);
  const enabled = enabledItems(form, answers);
  const { next, before, done, total } = walk(form, enabled, answers, conversation.skipped);
  const place = (standing: Standing): Position => ({ standing, answers, enabled, progress: { done, total: total + 1 } });
  if (next?.part === safetyPart) return place({ kind: 'question', item: next, before });
  if (conversation.confirming) return place({ kind: 'confirm-command', command: conversation.confirming });
  if (conversation.sent) return place({ kind: 'sent' });
  return place(standingOf(conversation, { answers, enabled, before, ...(next ? { next } : {}) }, content));
}

/** The key of the question a message would answer now; null where none is pending. */
export function pendingKey(standing: Standing): string | null {
  switch (standing.kind) {
    case 'question':
      return standing.item.linkId;
    case 'review':
      return 'review';
    case 'confirm-command':
      return `confirm-${standing.command}`;
    case 'complete':
    case 'sent':
    case 'ended':
      return null;
  }
}
