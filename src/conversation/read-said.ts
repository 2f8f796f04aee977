// The reading phase: text or data -> what it means for the question (or questions) it answers. It records nothing.
import { fitOpinion } from '../understanding/fit-opinion.js';
import { readAnswer } from '../understanding/read-answer.js';
import type { FormItem } from '../content/form.js';
import { pendingKey } from './derive-position.js';
import { isLate } from './is-late.js';
import { labelsOf } from './option-labels.js';
import { proposalAnswer } from './proposal-answer.js';
import { readAnswers } from './read-answers.js';
import { readReview } from './read-review.js';
import { settled, toUnderstood, withNotices } from './turn-state.js';
import type { Phase, Reading, TurnState } from './turn-state.js';

const longestText = 1000;

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
    optionLabels: code => labelsOf(item, code, content),
    today: turn.at.slice(0, 10),
  });
  if (understood.kind !== 'ask-opinion') return { ...settled(state), readings: [{ item, understood: toUnderstood(understood) }] };
  if (turn.opinion?.key !== item.linkId) {
    return { needs: { opinion: { key: item.linkId, culture: 'en', type: understood.type, text: understood.text } } };
  }
  const value = turn.opinion.value && fitOpinion(item, turn.opinion.value);
  const second: Reading['understood'] = value
    ? { kind: 'values', values: [value] }
    : { kind: 'unclear', why: understood.type === 'date' ? 'not-a-date' : 'not-a-number' };
  return { ...settled(state), readings: [{ item, understood: second }] };
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
