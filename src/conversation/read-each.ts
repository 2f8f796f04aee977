// The answers of a whole form, each for itself: one that cannot be read is refused by name and spoils no other, and one that was answered
// somewhere else since the form was shown is told and left as it is.
import { isDeepStrictEqual } from 'node:util';
import { capText } from '../text/cap-text.js';
import { answerStamp } from './answer-stamp.js';
import type { AskedStep } from './asked-step.js';
import type { KeyedAnswer, Notice } from './conversation.js';
import { isForOwnPhone } from './private-questions.js';
import { named, notAsked, readKeyed, refusedTogether } from './read-answers.js';
import { readWords } from './read-words.js';
import { settled, withConversation, withNotices, withoutMarks } from './turn-state.js';
import type { Reading, TurnState } from './turn-state.js';

type Read = Reading | Notice | undefined;

/** What a client sends to leave a private question out at a desk. */
const notAskedAtDesk = 'not-asked';

const longestText = 1000;

/** Words for one question, as if typed to it. No second opinion is asked for: a turn takes one at most, and a form may hold many. */
function readText(text: string, asked: AskedStep, state: TurnState): Reading['understood'] {
  const capped = capText(text);
  if (capped.cut) return { kind: 'unclear', why: 'too-long', limit: longestText };
  const read = readWords(capped.text, asked, asked.item, state);
  if (!('needs' in read)) return read;
  return { kind: 'unclear', why: read.needs.opinion.type === 'date' ? 'not-a-date' : 'not-a-number' };
}

function readFilled(answer: KeyedAnswer, asked: AskedStep, state: TurnState): Reading | undefined {
  const { text } = answer;
  if (answer.answer !== undefined || answer.skip === true || text === undefined) return readKeyed(answer, state);
  return { asked, understood: readText(text, asked, state) };
}

/** A question left empty is no answer that somebody gave. */
function isEmpty({ answer, skip, text = '' }: KeyedAnswer): boolean {
  return skip === true || (text.trim() === '' && (answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)));
}

/** Given to a question that has been answered since: nothing where it says the same or was only left empty, else told. */
function readStale(answer: KeyedAnswer, asked: AskedStep, state: TurnState): Read {
  if (answer.was === '' && isEmpty(answer)) return undefined;
  const { key } = asked;
  const understood = readFilled(answer, asked, state)?.understood;
  const same = understood?.kind === 'values' && isDeepStrictEqual(understood.values, state.conversation.answers[key]?.values);
  return same ? undefined : { code: 'answered-meanwhile', key };
}

/** At a desk a private question is left out, and nothing else. */
function readPrivate({ answer, skip }: KeyedAnswer, asked: AskedStep): Read {
  return skip === true || answer === notAskedAtDesk ? { asked, understood: { kind: 'skip', unasked: true } } : undefined;
}

function readOne(answer: KeyedAnswer, asked: AskedStep | undefined, state: TurnState): Read {
  if (asked === undefined) return notAsked(answer, state);
  if (isForOwnPhone(asked, state.conversation)) return readPrivate(answer, asked);
  const isStale = answer.was !== undefined && answer.was !== answerStamp(asked.key, state.conversation);
  return isStale ? readStale(answer, asked, state) : readFilled(answer, asked, state);
}

/** Reads the answers of a form. What was being changed or looked through is done with: the form shows all of it. */
export function readEach(answers: readonly KeyedAnswer[], given: TurnState): TurnState {
  const state = settled(withConversation(given, withoutMarks(given.conversation)));
  const asked = answers.map(answer => named(answer, state));
  const refused = refusedTogether(
    asked.filter(one => one !== undefined),
    state,
  );
  if (refused) return withNotices(state, refused);
  const read = answers.map((answer, place) => readOne(answer, asked[place], state)).filter(one => one !== undefined);
  const notices = read.filter(one => 'code' in one);
  return { ...withNotices(state, ...notices), readings: read.filter(one => 'asked' in one) };
}
