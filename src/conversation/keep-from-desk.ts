// The phases that keep private questions from the desk: what staff type or choose there is never their answer. It has been read for red
// flags by now, and a command has been obeyed. The first takes what leaves such a question out and what is written beside one; the second
// looks at the questions that were found, whatever name the answers came under.
import type { AskedStep } from './asked-step.js';
import type { KeyedAnswer } from './conversation.js';
import type { Position } from './derive-position.js';
import { isForOwnPhone } from './private-questions.js';
import { settled } from './turn-state.js';
import type { Phase, Reading, TurnState } from './turn-state.js';

/** What a client sends to leave a private question out: there is no privacy. */
const notAsked = 'not-asked';

/** The private question that stands in a position, if one does. */
function privateAt({ standing }: Position, { conversation }: TurnState): AskedStep | undefined {
  return standing.kind === 'question' && isForOwnPhone(standing.asked, conversation) ? standing.asked : undefined;
}

/** Do these answers leave this question out, and do nothing else? */
function leavesOut(answers: readonly KeyedAnswer[], asked: AskedStep): boolean {
  const [only] = answers;
  return answers.length === 1 && only?.key === asked.key && (only.skip === true || only.answer === notAsked);
}

function keepAnswers(answers: readonly KeyedAnswer[], state: TurnState): TurnState {
  const asked = privateAt(state.position, state);
  if (asked === undefined || !leavesOut(answers, asked)) return state;
  return { ...settled(state), readings: [{ asked, understood: { kind: 'skip', unasked: true } }] };
}

/** At a desk: leaves the private question out where that was said, and takes no words for an answer while one stands. */
export const keepFromDesk: Phase = state => {
  const { said, conversation } = state;
  if (conversation.by !== 'staff') return state;
  if (said.kind === 'answers') return keepAnswers(said.answers, state);
  // Also where a red flag in these very words has put another question first since.
  const wasPrivate = privateAt(state.asked, state) ?? privateAt(state.position, state);
  return said.kind === 'text' && wasPrivate !== undefined ? settled(state) : state;
};

/** Is this an answer to a private question at a desk, or anything else than leaving it out there? */
function isKept({ asked, understood }: Reading, { conversation }: TurnState): boolean {
  return isForOwnPhone(asked, conversation) && !(understood.kind === 'skip' && understood.unasked === true);
}

/** At a desk: lets go of everything read in this turn where any of it would answer a private question. */
export const keepReadingsFromDesk: Phase = state => (state.readings.some(one => isKept(one, state)) ? { ...state, readings: [] } : state);
