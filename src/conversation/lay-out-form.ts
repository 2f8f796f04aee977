// Lays a conversation out as one form (whole-form.ts). It stops after the first part that must be settled before the next ones are shown (the
// extension `gate` in dialogs/journey.json), and holds back questions that hang on one that is still open.
import { isFilled, isTold } from '../questionnaire/relevant-items.js';
import { mustBeAnswered } from '../questionnaire/owed-steps.js';
import type { Step } from '../questionnaire/steps.js';
import { isWaiting } from '../questionnaire/waiting-steps.js';
import { titleId } from '../content/journey/assemble-journey.js';
import type { Content } from '../content/content.js';
import type { Phrase } from '../content/languages/phrase.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import { answerStamp } from './answer-stamp.js';
import { wordStep } from './ask-next.js';
import { askedStep } from './asked-step.js';
import type { AskedStep } from './asked-step.js';
import type { Conversation } from './conversation.js';
import { derivePosition } from './derive-position.js';
import type { Position } from './derive-position.js';
import { nearItems } from './near-items.js';
import { nearOf } from './near-of.js';
import { isForOwnPhone, unaskedKeys } from './private-questions.js';
import { questionFor, readBack } from './question-for.js';
import { isKeptPrivate, labelOfStep } from './review-lines.js';
import { safetyPart } from './safety-checks.js';
import { without } from './turn-state.js';
import { wayOf } from './way-of.js';
import type { WholeForm, WholeFormQuestion, WholeFormSection } from './whole-form.js';

interface Laying {
  readonly conversation: Conversation;
  readonly position: Position;
  readonly content: Content;
  readonly directory: LocalDirectory | undefined;
  readonly isSettled: (step: Step) => boolean;
}

/** Can all of it be shown: is an ordinary question asked, or are the answers read through? Danger is asked about alone. */
function canBeShown({ standing }: Position): boolean {
  return standing.kind === 'review' || (standing.kind === 'question' && standing.asked.item.part !== safetyPart);
}

function settledSteps({ conversation, position: { state } }: Pick<Laying, 'conversation' | 'position'>): (step: Step) => boolean {
  const [skipped, unasked] = [new Set(conversation.skipped), new Set(unaskedKeys(conversation))];
  return step =>
    (state.answers[step.key]?.values.length ?? 0) > 0 || unasked.has(step.key) || (skipped.has(step.key) && !mustBeAnswered(step, state));
}

/** What was understood of it and waits for a yes; a person's own words need none. */
function confirmPhrase(asked: AskedStep, conversation: Conversation): Phrase | undefined {
  const proposed = conversation.proposed[asked.key];
  if (proposed === undefined) return undefined;
  const needs: Phrase = { product: 'notice.needs-found', params: { needs: { answer: proposed, linkId: asked.item.linkId } } };
  return readBack(asked, conversation)?.text ?? (asked.item.options.length > 0 ? needs : undefined);
}

/** The question in its own words, whatever is read back of it; what was understood or answered stands in it. */
function plainQuestion(asked: AskedStep, laying: Laying): WholeFormQuestion['question'] {
  const { conversation, position, content } = laying;
  const { key } = asked;
  const proposed = conversation.proposed[key];
  const question = questionFor(asked, { ...conversation, proposed: without(conversation.proposed, key) }, position, content);
  if (isKeptPrivate(key, conversation)) {
    const { suggested: _, ...rest } = question;
    return rest;
  }
  return proposed === undefined || isForOwnPhone(asked, conversation) ? question : { ...question, suggested: proposed };
}

function layQuestion(step: Step, laying: Laying): WholeFormQuestion {
  const { conversation, position, content, directory, isSettled } = laying;
  const asked = askedStep(step, position.state, content);
  const confirm = isForOwnPhone(asked, conversation) ? undefined : confirmPhrase(asked, conversation);
  const near = asked.item.linkId === nearItems.askAbout ? nearOf(conversation, content, directory) : undefined;
  const settled = isSettled(step);
  return {
    kind: 'question',
    question: plainQuestion(asked, laying),
    label: labelOfStep(step, position.state, conversation),
    stamp: answerStamp(step.key, conversation),
    settled,
    skipped: settled && (position.state.answers[step.key]?.values.length ?? 0) === 0,
    ...(confirm && { confirm }),
    ...(isKeptPrivate(step.key, conversation) && conversation.answers[step.key] && { keptPrivate: true }),
    ...(near && { near }),
  };
}

function isAsked(step: Step, { position: { state } }: Laying): boolean {
  return step.askable && (step.kind === 'item' || isFilled(step, state));
}

/** What a step says or asks in the form, if anything. At a desk nothing is told that leads up to a private question. */
function lineOf(step: Step, laying: Laying): WholeFormSection['lines'] {
  const { position, isSettled, conversation } = laying;
  if (isWaiting(step, position.state, isSettled)) return [];
  if (isAsked(step, laying)) return [layQuestion(step, laying)];
  const isHidden = conversation.by === 'staff' && step.item.private === true;
  return !step.askable && isTold(step) && step.item.localId !== titleId && !isHidden ? [{ kind: 'told', phrase: wordStep(step) }] : [];
}

/** The steps of each part that holds anything to be asked, in the order of the journey. */
function stepsByPart(laying: Laying): ReadonlyMap<string, readonly Step[]> {
  const { steps, enabled } = laying.position.state;
  const byPart = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.item.part === safetyPart || !enabled.hasStep(step)) continue;
    byPart.set(step.item.part, [...(byPart.get(step.item.part) ?? []), step]);
  }
  return new Map([...byPart].filter(([, ofPart]) => ofPart.some(step => isAsked(step, laying))));
}

function titleOf(part: string, steps: readonly Step[]): Phrase | undefined {
  const root = steps.find(({ item }) => item.localId === titleId);
  return root && part !== '' ? { file: root.item.file, id: titleId, field: 'text' } : undefined;
}

/** The form as it can be filled in now; undefined while something else stands: danger is asked about, it is sent, it has ended. */
export function layOutForm(conversation: Conversation, content: Content, directory?: LocalDirectory): WholeForm | undefined {
  const position = derivePosition(conversation, content);
  if (!canBeShown(position)) return undefined;
  const laying = { conversation, position, content, directory, isSettled: settledSteps({ conversation, position }) };
  const gates = new Set(content.journey.parts.filter(part => part.gate).map(part => part.id));
  const parts = [...stepsByPart(laying)];
  const open = ([, steps]: (typeof parts)[number]): boolean => steps.some(step => isAsked(step, laying) && !laying.isSettled(step));
  const stop = parts.findIndex(part => gates.has(part[0]) && open(part));
  const shown = stop < 0 ? parts : parts.slice(0, stop + 1);
  const sections = shown.map(([id, steps]): WholeFormSection => {
    const title = titleOf(id, steps);
    return { id, gate: gates.has(id), lines: steps.flatMap(step => lineOf(step, laying)), ...(title && { title }) };
  });
  const later = parts.slice(shown.length).flatMap(([id, steps]) => titleOf(id, steps) ?? []);
  const { changing } = conversation;
  const sends = content.journey.sendWithoutReview.includes(wayOf(conversation, content) ?? '');
  return { sections, later, sends, complete: !parts.some(open), ...(changing !== undefined && { changing }) };
}
