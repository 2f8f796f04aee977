// The lines of "check your answers" and of the story so far. What was said of abuse is never shown again: another may be looking.
import { readKey } from '../questionnaire/answer-key.js';
import type { FormState } from '../questionnaire/form-state.js';
import type { Step } from '../questionnaire/steps.js';
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import type { Content } from '../content/content.js';
import type { Phrase } from '../content/languages/phrase.js';
import type { Conversation } from './conversation.js';
import type { ReviewLine } from './reply.js';
import type { Position } from './derive-position.js';
import { answeredSteps } from './go-back.js';
import { isKeptFromStaff } from './private-questions.js';

const privateKinds: ReadonlySet<string> = new Set(['abuse']);

/** Did an answer to the question of this key, in any repetition, speak of abuse (by its option, or by words a rule found)? */
export function isKeptPrivate(key: string, conversation: Conversation): boolean {
  const { linkId } = readKey(key);
  return conversation.flags.some(flag => flag.key !== undefined && readKey(flag.key).linkId === linkId && privateKinds.has(flag.kind));
}

/** The short name of a question, for lists and acknowledgements. */
export function labelOf(item: FormItem): Phrase {
  const { file, localId: id, hasShort } = item;
  return hasShort ? { file, id, field: 'short' } : { file, id, field: 'text', asLabel: true };
}

/** The short name of a question as it may be shown here: at a desk, of a private one only that it is private. */
export function shownLabel(item: FormItem, conversation: Pick<Conversation, 'by'>): Phrase {
  return isKeptFromStaff(item, conversation) ? { product: 'handover.private.title' } : labelOf(item);
}

/** Which repetition a step is, `2` or `2.1`, where there are several; undefined where it stands once. */
export function numberOfStep(step: Step, { byLinkId }: Pick<FormState, 'byLinkId'>): string | undefined {
  const steps = byLinkId.get(step.item.linkId);
  return steps === undefined || steps.length === 1 ? undefined : step.path.map(place => String(place + 1)).join('.');
}

/** The short name of a question in its repetition: numbered where there are several. */
export function labelOfStep(step: Step, state: Pick<FormState, 'byLinkId'>, conversation: Pick<Conversation, 'by'>): Phrase {
  const label = shownLabel(step.item, conversation);
  const number = numberOfStep(step, state);
  return number === undefined ? label : { product: 'repeat.label', params: { label, number: { isolate: number } } };
}

/** The answer under a key as it may be shown. */
export function shownAnswer(key: string, values: readonly AnswerValue[] | undefined, conversation: Conversation): Phrase {
  if (isKeptPrivate(key, conversation)) return { product: 'answer.kept-private' };
  if (!values || values.length === 0) return { product: 'answer.none' };
  return { answer: values, linkId: readKey(key).linkId };
}

/** The outermost thing a step stands in: the part of a journey, a section of a single form. */
function sectionOf(step: Step): string {
  return step.parent === undefined ? step.item.linkId : sectionOf(step.parent);
}

/** Everything answered or skipped in parts that are reviewed, in the order of asking; of one section only where one was asked for. */
export function reviewLines(conversation: Conversation, position: Position, content: Content): readonly ReviewLine[] {
  const reviewed = new Set(content.journey.parts.filter(part => part.review).map(part => part.id));
  const section = typeof conversation.reviewing === 'string' ? conversation.reviewing : undefined;
  return answeredSteps({ conversation, position })
    .filter(step => step.kind === 'item' && reviewed.has(step.item.part) && (section === undefined || sectionOf(step) === section))
    .map(step => ({
      key: step.key,
      label: labelOfStep(step, position.state, conversation),
      answer: shownAnswer(step.key, conversation.answers[step.key]?.values, conversation),
    }));
}
