// The reading phase: text or data -> what it means for the question (or questions) it answers. It records nothing.
import { barePhrase } from '../understanding/bare-phrase.js';
import { hearMisspeltCommand } from '../understanding/hear-misspelt.js';
import type { ForgivingCommand } from '../understanding/hear-misspelt.js';
import { listensFor } from '../understanding/listens-for.js';
import { saysNone } from '../understanding/match-stance.js';
import type { AskedStep } from './asked-step.js';
import { pendingKey } from './derive-position.js';
import { isLate } from './is-late.js';
import { obeyCommand } from './obey-command.js';
import { proposalAnswer } from './proposal-answer.js';
import { needsSaid } from './needs-said.js';
import { readAnswers } from './read-answers.js';
import { readEach } from './read-each.js';
import { readNear } from './read-near.js';
import { readReview } from './read-review.js';
import { readWords } from './read-words.js';
import { settled, withNotices } from './turn-state.js';
import type { Phase, Reading, TurnState } from './turn-state.js';

const longestText = 1000;

/** What typed words mean for the pending question; a misspelt command where they mean nothing to it. */
function readTyped(text: string, asked: AskedStep, state: TurnState): ReturnType<Phase> {
  const accepted = proposalAnswer(text, asked, state);
  if (accepted) return accepted;
  const read = asked.step.kind === 'more' ? readAnother(text, asked, state) : readWords(text, asked, asked.item, state);
  if ('needs' in read) return read;
  const command = read.kind === 'unclear' ? hearMisspeltCommand(text, state.conversation.lang, state.content.languages) : undefined;
  return command ? obey(command, state) : { ...settled(state), readings: [{ asked, understood: needsMeant(text, asked, read, state) }] };
}

/** Asked which needs, and answered in other words than the options': what they speak of, to be confirmed. */
function needsMeant(text: string, asked: AskedStep, read: Reading['understood'], { content }: TurnState): Reading['understood'] {
  if (asked.key !== content.journey.roles.needs[0] || read.kind !== 'unclear' || read.why !== 'not-an-option') return read;
  const values = needsSaid(text, asked.item, content);
  return values.length > 0 ? { kind: 'propose', values } : read;
}

/** As if its button had been pressed. */
function obey(command: ForgivingCommand, state: TurnState): ReturnType<Phase> {
  const next = obeyCommand({ ...state, said: { kind: 'command', command } });
  return 'needs' in next || next.said.kind !== 'answers' ? next : readAnswers(next.said.answers, next);
}

/** "Another one?" is answered by yes, by no or "none", or at once by the next answer where answers are written one by one. */
function readAnother(text: string, asked: AskedStep, state: TurnState): ReturnType<typeof readWords> {
  const said = readWords(text, asked, asked.item, state);
  if ('needs' in said || said.kind !== 'unclear') return said;
  if (saysNone(barePhrase(text), listensFor(state.conversation.lang, state.content.languages)))
    return { kind: 'values', values: [{ valueBoolean: false }] };
  if (asked.step.item.type === 'group') return said;
  const next = readWords(text, asked, asked.step.item, state);
  return 'needs' in next || next.kind !== 'values' ? next : { ...next, kind: 'another' };
}

/** Longer than anything is read: said so, with the question it was meant for. */
function tooLong(state: TurnState): TurnState {
  const key = pendingKey(state.asked.standing);
  return withNotices(settled(state), { code: 'refused', why: 'too-long', limit: longestText, ...(key === null ? {} : { key }) });
}

/** Files are never taken; words beside them would have been read. */
function noFiles(state: TurnState): TurnState {
  const key = pendingKey(state.asked.standing);
  return withNotices(settled(state), { code: 'refused', why: 'no-files', ...(key === null ? {} : { key }) });
}

function readText(text: string, state: TurnState): ReturnType<Phase> {
  if (isLate(state)) return withNotices(settled(state), { code: 'not-applied' });
  const { standing } = state.asked;
  // The very first words come before any question was asked: they are kept as what is on the person's mind, not refused.
  if (state.isNew) return settled(keepFirstWords(text, state));
  switch (standing.kind) {
    case 'question':
      return readTyped(text, standing.asked, state);
    case 'review':
      return readReview(text, state);
    case 'sent':
      return withNotices(settled(state), { code: 'already-sent' });
    case 'near':
      return readNear(text, state);
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
    case 'attachment':
      return noFiles(state);
    case 'malformed':
      return withNotices(settled(state), { code: 'refused', why: 'malformed' });
    case 'answers':
      return said.each === true ? readEach(said.answers, state) : readAnswers(said.answers, state);
    case 'text':
      return said.cut === true ? tooLong(state) : readText(said.text, state);
  }
};
