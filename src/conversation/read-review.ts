// "Check your answers": send, or change one of them; by button, by word, by the label or the number of a line.
import { readYesNo } from '../understanding/read-yes-no.js';
import { foldText } from '../text/fold-text.js';
import { toAsciiDigits } from '../text/digits.js';
import type { KeyedAnswer } from './conversation.js';
import { startChanging } from './go-back.js';
import { reviewLines } from './review-lines.js';
import { settled, withConversation, withNotices, withoutMarks } from './turn-state.js';
import type { TurnState } from './turn-state.js';

function isComplete(state: TurnState): boolean {
  const { standing } = state.position;
  return standing.kind === 'review' && standing.complete;
}

/** "Send" said while something is still unanswered only goes on with the questions. */
function sendOrGoOn(state: TurnState): TurnState {
  if (isComplete(state)) return { ...settled(state), sending: true };
  return settled(withConversation(state, withoutMarks(state.conversation)));
}

/** The state when a data answer belongs to the review: `send`, `go-on`, `change:<key>`; undefined otherwise. */
export function reviewAnswer(answer: KeyedAnswer, state: TurnState): TurnState | undefined {
  if ((answer.key ?? answer.linkId) !== 'review') return undefined;
  if (state.conversation.sent) return withNotices(settled(state), { code: 'already-sent' });
  const value = answer.answer;
  if (typeof value === 'string' && value.startsWith('change:')) return settled(startChanging(state, value.slice('change:'.length)));
  const goes = value === 'send' || value === 'go-on';
  if (goes && state.position.standing.kind === 'review') return sendOrGoOn(state);
  return withNotices(settled(state), { code: 'not-asked', key: 'review' });
}

/** Typed words at the review. */
export function readReview(text: string, state: TurnState): TurnState {
  const { content, conversation } = state;
  const { lang } = conversation;
  const folded = foldText(text);
  const send = foldText(content.translator.word({ product: 'review.send' }, lang));
  const button = foldText(content.translator.word({ product: 'button.send' }, lang));
  if (folded === send || folded === button || readYesNo(text, lang, content.languages) === 'yes') return sendOrGoOn(state);
  const lines = reviewLines(conversation, state.position, content);
  const number = Number(/^\d{1,3}$/u.exec(toAsciiDigits(folded))?.[0] ?? Number.NaN);
  const line = lines[number - 1] ?? lines.find(one => folded.includes(foldText(content.translator.word(one.label, lang))));
  return line ? settled(startChanging(state, line.key)) : withNotices(settled(state), { code: 'refused', why: 'not-understood' });
}
