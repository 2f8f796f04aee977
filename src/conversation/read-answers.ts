// Answers sent as data, by keys or bare linkIds: each to the question it names, and never to another.
import type { Step } from '../questionnaire/steps.js';
import { readValue } from '../understanding/read-value.js';
import type { FormItem } from '../content/forms/form.js';
import { askedStep } from './asked-step.js';
import type { AskedStep } from './asked-step.js';
import type { KeyedAnswer, Notice, RawAnswer } from './conversation.js';
import { pendingKey } from './derive-position.js';
import { findByLinkId, findStep } from './find-step.js';
import { reviewAnswer } from './read-review.js';
import { safetyPart } from './safety-checks.js';
import { settled, toUnderstood, withNotices } from './turn-state.js';
import type { Reading, TurnState } from './turn-state.js';

/**
 * A list as an Adaptive Card sends it: the codes chosen, with commas between. Source: Input.ChoiceSet, isMultiSelect,
 * https://adaptivecards.io/explorer/Input.ChoiceSet.html
 */
function splitChoices(item: FormItem, raw: RawAnswer): RawAnswer {
  if (!item.repeats || typeof raw !== 'string' || !raw.includes(',')) return raw;
  const parts = raw.split(',').map(part => part.trim());
  return parts.every(part => item.options.some(option => option.code === part)) ? parts : raw;
}

/** The question a client names: by its key, or by a linkId while it is plain which one is meant. */
export function named({ key, linkId }: KeyedAnswer, { position, content }: TurnState): AskedStep | undefined {
  const { state, standing } = position;
  const byKey = key === undefined ? undefined : findStep(key, state);
  const name = key ?? linkId;
  if (name === undefined) return undefined;
  // A linkId whose only question is not asked now names it all the same, so that it can be said not to be asked.
  const step = byKey ?? findByLinkId(name, state, pendingKey(standing)) ?? closedStep(name, state);
  return step && askedStep(step, state, content);
}

/** The question with this key, if it is not asked now. */
function closedStep(key: string, state: TurnState['position']['state']): Step | undefined {
  const step = findStep(key, state);
  return step === undefined || state.enabled.hasStep(step) ? undefined : step;
}

/** Data sent to "another one?" that is neither yes nor no: the next answer, where answers are written one by one. */
function readAnother(asked: AskedStep, raw: RawAnswer, today: string): Reading['understood'] {
  const said = readValue(asked.item, raw, today);
  if (said.kind === 'answered' || asked.step.item.type === 'group') return toUnderstood(said);
  const next = readValue({ ...asked.step.item, repeats: false }, raw, today);
  return next.kind === 'answered' ? { kind: 'another', values: next.values } : toUnderstood(next);
}

/** What a data answer means, or undefined when no such question is there to answer. */
export function readKeyed(answer: KeyedAnswer, state: TurnState): Reading | undefined {
  const asked = named(answer, state);
  if (!asked) return undefined;
  if (answer.skip === true) return { asked, understood: { kind: 'skip' } };
  // A card's empty input is left out of what it sends.
  if (answer.answer === undefined) return { asked, understood: { kind: 'unclear', why: 'empty' } };
  const today = state.turn.at.slice(0, 10);
  if (asked.step.kind === 'more') return { asked, understood: readAnother(asked, answer.answer, today) };
  return { asked, understood: toUnderstood(readValue(asked.item, splitChoices(asked.item, answer.answer), today)) };
}

/** Not asked: named only where it is a question of ours; what else a client calls things is not kept. */
export function notAsked(answer: KeyedAnswer | undefined, state: TurnState): Notice {
  const name = answer?.key ?? answer?.linkId;
  return name !== undefined && state.content.journey.form.byLinkId.has(name) ? { code: 'not-asked', key: name } : { code: 'not-asked' };
}

/** Why no answer to these questions is taken: one is answered twice, or the referral is sent. */
export function refusedTogether(asked: readonly AskedStep[], { conversation }: TurnState): Notice | undefined {
  if (new Set(asked.map(({ key }) => key)).size < asked.length) return { code: 'refused', why: 'two-at-once' };
  return conversation.sent && !asked.every(({ item }) => item.part === safetyPart) ? { code: 'already-sent' } : undefined;
}

/** Reads data answers, all of them or none; the review's own answers too. */
export function readAnswers(answers: readonly KeyedAnswer[], state: TurnState): TurnState {
  const [first, ...more] = answers;
  const review = first && more.length === 0 ? reviewAnswer(first, state) : undefined;
  if (review) return review;
  const read = answers.map(answer => readKeyed(answer, state));
  const readings = read.filter(one => one !== undefined);
  const refused = refusedTogether(
    readings.map(one => one.asked),
    state,
  );
  if (refused) return withNotices(settled(state), refused);
  if (readings.length < answers.length) return withNotices(settled(state), notAsked(answers[read.indexOf(undefined)], state));
  return { ...settled(state), readings };
}
