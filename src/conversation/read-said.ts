// The reading phase: text or data -> what it means for the question (or questions) it answers. It records nothing.
import { readAnswer } from '../understanding/read-answer.js';
import type { Reading as Understood } from '../understanding/read-answer.js';
import { readValue } from '../understanding/read-value.js';
import type { FormItem } from '../content/form.js';
import type { KeyedAnswer } from './conversation.js';
import { pendingKey } from './derive-position.js';
import { findItem } from './find-item.js';
import { optionLabels } from './option-labels.js';
import { proposalAnswer } from './proposal-answer.js';
import { readReview, reviewAnswer } from './read-review.js';
import { settled, withNotices } from './turn-state.js';
import type { Phase, Reading, TurnState } from './turn-state.js';

const safetyPart = 'safety-check';
const longestText = 1000;

function reading(item: FormItem, understood: Reading['understood']): Reading {
  return { item, understood };
}

/** What a data answer means, or undefined when no such question is there to answer. */
function readKeyed(answer: KeyedAnswer, state: TurnState): Reading | undefined {
  const name = answer.key ?? answer.linkId;
  const item = name === undefined ? undefined : findItem(name, state);
  if (!item) return undefined;
  if (answer.skip === true) return reading(item, { kind: 'skip' });
  if (answer.answer === undefined) return reading(item, { kind: 'unclear', why: 'malformed' });
  const understood = readValue(item, answer.answer, state.turn.at.slice(0, 10));
  return reading(item, fromUnderstood(understood));
}

function fromUnderstood(understood: Exclude<Understood, { kind: 'ask-opinion' }>): Reading['understood'] {
  if (understood.kind === 'answered') return { kind: 'values', values: understood.values };
  return understood;
}

function readAnswers(answers: readonly KeyedAnswer[], state: TurnState): TurnState {
  const first = answers[0];
  const review = first && answers.length === 1 ? reviewAnswer(first, state) : undefined;
  if (review) return review;
  const names = answers.map(answer => answer.key ?? answer.linkId);
  if (new Set(names).size < names.length) return withNotices(settled(state), { code: 'refused', why: 'two-at-once' });
  const readings = answers.map(answer => readKeyed(answer, state));
  const known = readings.filter(one => one !== undefined);
  if (state.conversation.sent && !known.every(one => one.item.part === safetyPart))
    return withNotices(settled(state), { code: 'already-sent' });
  const lost = readings.findIndex(one => one === undefined);
  if (lost >= 0 || known.length === 0) {
    const key = names[lost];
    return withNotices(settled(state), key === undefined ? { code: 'not-asked' } : { code: 'not-asked', key });
  }
  return { ...settled(state), readings: known };
}

/** What typed words mean for the pending question; asks for a second opinion where its own grammars saw nothing. */
function readTyped(text: string, item: FormItem, state: TurnState): ReturnType<Phase> {
  const { turn, content, conversation } = state;
  const accepted = proposalAnswer(text, item, state);
  if (accepted) return accepted;
  const understood = readAnswer({
    item,
    text,
    lang: conversation.lang,
    languages: content.languages,
    optionLabels: code => optionLabels(item, content)[item.options.findIndex(option => option.code === code)] ?? [],
    today: turn.at.slice(0, 10),
  });
  if (understood.kind !== 'ask-opinion') return { ...settled(state), readings: [reading(item, fromUnderstood(understood))] };
  if (turn.opinion?.key !== item.linkId) {
    return { needs: { opinion: { key: item.linkId, culture: 'en', type: understood.type, text: understood.text } } };
  }
  const value = turn.opinion.value;
  const second: Reading['understood'] = value
    ? { kind: 'values', values: [value] }
    : { kind: 'unclear', why: understood.type === 'date' ? 'not-a-date' : 'not-a-number' };
  return { ...settled(state), readings: [reading(item, second)] };
}

/** Is this text late: did another message answer the question it belonged to? */
function isLate(state: TurnState): boolean {
  const first = state.turn.pendingAtFirst;
  return first !== undefined && first !== pendingKey(state.asked.standing);
}

/** Longer than anything is read: said so, with the question it was meant for. */
function tooLong(state: TurnState): TurnState {
  const key = pendingKey(state.asked.standing);
  return withNotices(settled(state), { code: 'refused', why: 'too-long', limit: longestText, ...(key === null ? {} : { key }) });
}

function readText(text: string, state: TurnState): ReturnType<Phase> {
  if (isLate(state)) return withNotices(settled(state), { code: 'not-applied' });
  const { standing } = state.asked;
  // The very first words come before any question was asked: they are kept as what is on the person's mind, not refused.
  if (state.isNew) return settled(keepFirstWords(text, state));
  switch (standing.kind) {
    case 'question':
      return readTyped(text, standing.item, state);
    case 'review':
      return readReview(text, state);
    case 'sent':
      return withNotices(settled(state), { code: 'already-sent' });
    case 'ended':
    case 'complete':
    case 'confirm-command':
      return settled(state);
  }
}

function keepFirstWords(text: string, state: TurnState): TurnState {
  const words = state.content.journey.roles.words[0];
  const enough = text.trim().split(/\s+/u).length >= 3;
  if (words === undefined || !enough) return state;
  const proposed = { ...state.conversation.proposed, [words]: [{ valueString: text.trim() }] };
  return { ...state, conversation: { ...state.conversation, proposed } };
}

/** Reads what is left to read: data answers, or text for the pending question. */
export const readSaid: Phase = state => {
  const { said } = state;
  switch (said.kind) {
    case 'nothing':
    case 'command':
      return settled(state);
    case 'malformed':
      return withNotices(settled(state), { code: 'refused', why: 'malformed' });
    case 'answers':
      return readAnswers(said.answers, state);
    case 'text':
      return said.cut === true ? tooLong(state) : readText(said.text, state);
  }
};
