// Answers sent as data, by keys or bare linkIds: each to the question it names, and never to another.
import { readValue } from '../understanding/read-value.js';
import type { FormItem } from '../content/form.js';
import type { KeyedAnswer, Notice, RawAnswer } from './conversation.js';
import { findItem } from './find-item.js';
import { reviewAnswer } from './read-review.js';
import { settled, toUnderstood, withNotices } from './turn-state.js';
import type { Reading, TurnState } from './turn-state.js';

const safetyPart = 'safety-check';

/**
 * A list as an Adaptive Card sends it: the codes chosen, with commas between. Source: Input.ChoiceSet, isMultiSelect,
 * https://adaptivecards.io/explorer/Input.ChoiceSet.html
 */
function splitChoices(item: FormItem, raw: RawAnswer): RawAnswer {
  if (!item.repeats || typeof raw !== 'string' || !raw.includes(',')) return raw;
  const parts = raw.split(',').map(part => part.trim());
  return parts.every(part => item.options.some(option => option.code === part)) ? parts : raw;
}

function nameOf({ key, linkId }: KeyedAnswer): string | undefined {
  return key ?? linkId;
}

/** What a data answer means, or undefined when no such question is there to answer. */
function readKeyed(answer: KeyedAnswer, state: TurnState): Reading | undefined {
  const name = nameOf(answer);
  const item = name === undefined ? undefined : findItem(name, state);
  if (!item) return undefined;
  if (answer.skip === true) return { item, understood: { kind: 'skip' } };
  // A card's empty input is left out of what it sends.
  if (answer.answer === undefined) return { item, understood: { kind: 'unclear', why: 'empty' } };
  return { item, understood: toUnderstood(readValue(item, splitChoices(item, answer.answer), state.turn.at.slice(0, 10))) };
}

/** Not asked: named only where it is a question of ours; what else a client calls things is not kept. */
function notAsked(answer: KeyedAnswer | undefined, state: TurnState): Notice {
  const name = answer && nameOf(answer);
  return name !== undefined && state.content.journey.form.byLinkId.has(name) ? { code: 'not-asked', key: name } : { code: 'not-asked' };
}

/** Reads data answers, all of them or none; the review's own answers too. */
export function readAnswers(answers: readonly KeyedAnswer[], state: TurnState): TurnState {
  const [first, ...more] = answers;
  const review = first && more.length === 0 ? reviewAnswer(first, state) : undefined;
  if (review) return review;
  const read = answers.map(answer => readKeyed(answer, state));
  const readings = read.filter(one => one !== undefined);
  if (new Set(readings.map(one => one.item)).size < readings.length)
    return withNotices(settled(state), { code: 'refused', why: 'two-at-once' });
  if (state.conversation.sent && !readings.every(one => one.item.part === safetyPart))
    return withNotices(settled(state), { code: 'already-sent' });
  if (readings.length < answers.length) return withNotices(settled(state), notAsked(answers[read.indexOf(undefined)], state));
  return { ...settled(state), readings };
}
