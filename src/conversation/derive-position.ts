// Where a conversation stands, worked out from its answers: walk the journey from the start; the first enabled, unanswered question is
// next. Nothing about the position is stored, so going back, changing, resuming and changed content all have one answer.
import type { BrokenConstraint } from '../questionnaire/rules/rule-results.js';
import { isConditionMet } from '../questionnaire/enable-when.js';
import { deriveFormState } from '../questionnaire/form-state.js';
import type { FormState } from '../questionnaire/form-state.js';
import { walk } from '../questionnaire/relevant-items.js';
import type { Step } from '../questionnaire/steps.js';
import type { Content, JourneyEnd } from '../content/content.js';
import { askedStep } from './asked-step.js';
import type { AskedStep } from './asked-step.js';
import type { Answer, Conversation, Sent } from './conversation.js';
import type { Progress } from './reply.js';
import { deriveFacts } from './derive-facts.js';
import { roleValues } from './role-values.js';
import { findStep } from './find-step.js';
import { unaskedKeys } from './private-questions.js';
import { safetyPart } from './safety-checks.js';
import { wayOf } from './way-of.js';

/** What stands at this position. */
export type Standing =
  | { readonly kind: 'question'; readonly asked: AskedStep; readonly before: readonly Step[] }
  | { readonly kind: 'confirm-command'; readonly command: 'restart' | 'delete' }
  /** `complete`: everything is answered and fits, and "send" is offered; otherwise it was asked for on the way, or something does not fit. */
  | { readonly kind: 'review'; readonly complete: boolean; readonly broken: readonly BrokenConstraint[]; readonly before: readonly Step[] }
  /** Everything is answered and this way sends without a review. */
  | { readonly kind: 'complete' }
  /** Everything that is asked before what is near is shown is answered, and no referral is wanted. */
  | { readonly kind: 'near' }
  | { readonly kind: 'sent'; readonly sent: Sent }
  | { readonly kind: 'ended'; readonly end: JourneyEnd };

export interface Position {
  readonly standing: Standing;
  /** The journey with its answers, initial and calculated values and facts among them. */
  readonly state: FormState<Answer>;
  readonly progress: Progress;
}

/** The ISO instant of the last answer. "Today" in a form's rules and for what is near is the day of the last answer: no clock is read, and the same answers always mean the same. */
export function lastAnswered({ answers, startedAt }: Pick<Conversation, 'answers' | 'startedAt'>): string {
  return Object.values(answers).reduce((last, { at }) => (at > last ? at : last), startedAt);
}

/** The answers of the conversation, facts above. */
function stateOf(conversation: Conversation, content: Content, before: FormState | undefined): FormState<Answer> {
  const { startedAt } = conversation;
  const answers = { ...conversation.answers, ...deriveFacts(conversation, content) };
  const at = lastAnswered(conversation);
  return deriveFormState(content.journey.form, { answers, toAnswer: values => ({ values, at: startedAt, lang: 'en-GB' }), at }, before);
}

function findEnd({ answers, enabled }: FormState<Answer>, content: Content): JourneyEnd | undefined {
  const valuesOf = (linkId: string) => (enabled.has(linkId) ? (answers[linkId]?.values ?? []) : []);
  return content.journey.ends.find(end => end.when.every(condition => isConditionMet(condition, valuesOf)));
}

function sendsWithoutReview(answers: FormState<Answer>['answers'], content: Content): boolean {
  const way = roleValues('way', { answers }, content)[0];
  return way !== undefined && 'valueCoding' in way && content.journey.sendWithoutReview.includes(way.valueCoding.code);
}

/** The question being changed, if there is one that may be answered. */
function changingStep({ changing }: Conversation, state: FormState<Answer>): Step | undefined {
  const step = changing === undefined ? undefined : findStep(changing, state);
  return step !== undefined && state.enabled.has(step.key) ? step : undefined;
}

interface Walked {
  readonly state: FormState<Answer>;
  readonly next: Step | undefined;
  readonly before: readonly Step[];
  readonly end: JourneyEnd | undefined;
}

/** `before`: what the form says after its last question; only where everything is answered. */
function review(state: FormState<Answer>, answered: { readonly before: readonly Step[] } | undefined): Standing {
  const broken = state.rules.broken.filter(({ constraint }) => constraint.severity === 'error');
  if (answered === undefined) return { kind: 'review', complete: false, broken: [], before: [] };
  return { kind: 'review', complete: broken.length === 0, broken, before: answered.before };
}

/** What stands there while the referral is not sent and nothing destructive waits for its yes. */
function standingOf(conversation: Conversation, { state, next, before, end }: Walked, content: Content): Standing {
  const changing = changingStep(conversation, state);
  if (changing) return { kind: 'question', asked: askedStep(changing, state, content), before: [] };
  if (end) return { kind: 'ended', end };
  const onlyNear = wayOf(conversation, content) === 'near';
  if (conversation.reviewing !== undefined && (next || onlyNear)) return review(state, undefined);
  if (next) return { kind: 'question', asked: askedStep(next, state, content), before };
  if (onlyNear) return { kind: 'near' };
  return sendsWithoutReview(state.answers, content) ? { kind: 'complete' } : review(state, { before });
}

function derive(conversation: Conversation, content: Content, earlier: FormState | undefined): Position {
  const state = stateOf(conversation, content, earlier);
  const { next, before, done, total } = walk(state, conversation.skipped, unaskedKeys(conversation));
  const place = (standing: Standing): Position => ({ standing, state, progress: { done, total: total + 1 } });
  const end = findEnd(state, content);
  const changing = changingStep(conversation, state);
  // Back from an emergency, after sending too: the question that stopped everything is asked again.
  if (changing?.item.part === safetyPart) return place({ kind: 'question', asked: askedStep(changing, state, content), before: [] });
  if (end?.first && changing === undefined) return place({ kind: 'ended', end });
  if (next?.item.part === safetyPart) return place({ kind: 'question', asked: askedStep(next, state, content), before });
  if (conversation.confirming) return place({ kind: 'confirm-command', command: conversation.confirming });
  if (conversation.sent) return place({ kind: 'sent', sent: conversation.sent });
  return place(standingOf(conversation, { state, next, before, end }, content));
}

const known = new WeakMap<Conversation, { readonly content: Content; readonly position: Position }>();

/**
 * Where this conversation stands now. A direct question about safety comes before everything else, after "sent" too. `earlier` (a state of
 * the same conversation) spares rules whose answers did not change. A conversation never changes, so it is worked out once.
 */
export function derivePosition(conversation: Conversation, content: Content, earlier?: FormState): Position {
  const before = known.get(conversation);
  if (before?.content === content) return before.position;
  const position = derive(conversation, content, earlier?.form === content.journey.form ? earlier : undefined);
  known.set(conversation, { content, position });
  return position;
}

/** The key of the question a message would answer now; null where none is pending. */
export function pendingKey(standing: Standing): string | null {
  switch (standing.kind) {
    case 'question':
      return standing.asked.key;
    case 'review':
      return 'review';
    case 'confirm-command':
      return `confirm-${standing.command}`;
    case 'complete':
    case 'near':
    case 'sent':
    case 'ended':
      return null;
  }
}
