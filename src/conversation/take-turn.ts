// One turn, decided. This file is the order of the phases and nothing else: pure and synchronous, it reads no clock, store or network.
import type { Content } from '../content/content.js';
import { askNext, promptKey } from './ask-next.js';
import { beginConversation } from './begin-conversation.js';
import { checkReadings } from './check-readings.js';
import type { Conversation, Notice, Turn } from './conversation.js';
import type { Outcome, Reply } from './reply.js';
import { derivePosition, pendingKey } from './derive-position.js';
import { leaveNothing } from './leave-nothing.js';
import { obeyCommand } from './obey-command.js';
import { proposeNeeds } from './propose-needs.js';
import { raiseFlagsOfAnswers, raiseFlagsOfText } from './raise-flags.js';
import { readSaid } from './read-said.js';
import { recordReadings } from './record-readings.js';
import { submitReferral } from './submit-referral.js';
import { settleConfirmation } from './settle-confirmation.js';
import { withNotices } from './turn-state.js';
import type { Phase, TurnState } from './turn-state.js';
import { wordNotices } from './word-notices.js';

const phases: readonly Phase[] = [
  raiseFlagsOfText,
  settleConfirmation,
  obeyCommand,
  readSaid,
  checkReadings,
  recordReadings,
  raiseFlagsOfAnswers,
  proposeNeeds,
  submitReferral,
  leaveNothing,
];

const remembered = 8;

type Decided = Extract<Outcome, { kind: 'done' }>;

function begin(stored: Conversation | undefined, turn: Turn, content: Content): TurnState {
  const conversation = stored ?? beginConversation(turn, content);
  const isNew = stored === undefined;
  const position = derivePosition(conversation, content);
  return {
    turn,
    content,
    conversation,
    position,
    asked: position,
    said: turn.said,
    isNew,
    readings: [],
    notices: isNew ? [{ code: 'welcome' }] : [],
    effects: [],
    sending: false,
    erased: false,
  };
}

/** What is said back after these notices: each worded, then the question that is pending now. */
export function repliesAfter(
  notices: readonly Notice[],
  conversation: Conversation,
  content: Content,
  from?: string | null,
): readonly Reply[] {
  const position = derivePosition(conversation, content);
  const showBefore = from === undefined || from !== promptKey(position);
  return [...wordNotices(notices, conversation, position, content), askNext(conversation, position, content, showBefore)];
}

function finish(state: TurnState, from: string | null): Decided {
  const { turn, content, notices } = state;
  const pending = pendingKey(state.position.standing);
  if (state.erased) {
    const said = wordNotices(notices, state.conversation, state.position, content);
    const { standing } = state.position;
    const last: Reply = standing.kind === 'ended' ? askNext(state.conversation, state.position, content, false) : { kind: 'erased' };
    return { kind: 'done', conversation: 'erased', replies: [...said, last], effects: [], pending, changed: true };
  }
  const applied = [...state.conversation.applied, { id: turn.id, notices }].slice(-remembered);
  const { paused: _paused, ...rest } = state.conversation;
  const stillPaused = notices.some(notice => notice.code === 'paused') ? { paused: { at: turn.at } } : {};
  const conversation = { ...rest, ...stillPaused, contentVersion: content.version, applied };
  const replies = repliesAfter(notices, conversation, content, state.isNew ? undefined : from);
  return { kind: 'done', conversation, replies, effects: state.effects, pending, changed: true };
}

/**
 * Decides one turn.
 * @param stored the conversation as loaded, or undefined when there is none yet
 * @param turn what the person did; the same activity id is applied once, whatever is redelivered
 * @returns `done` with the conversation to save, what to say and what must happen; or `needs`: fetch that fact and call again
 */
export function takeTurn(stored: Conversation | undefined, turn: Turn, content: Content): Outcome {
  const before = stored?.applied.find(applied => applied.id === turn.id);
  if (stored && before) {
    const pending = pendingKey(derivePosition(stored, content).standing);
    return {
      kind: 'done',
      conversation: stored,
      replies: repliesAfter(before.notices, stored, content),
      effects: [],
      pending,
      changed: false,
    };
  }
  let state = begin(stored, turn, content);
  const from = promptKey(state.position);
  for (const phase of phases) {
    const next = phase(state);
    if ('needs' in next) return { kind: 'needs', needs: next.needs, pending: pendingKey(state.position.standing) };
    state = next;
  }
  return finish(state, from);
}

/** A new conversation in place of one that could not be read: said so, and the first question asked. */
export function beginAnew(turn: Turn, content: Content): Decided {
  const state = withNotices(begin(undefined, { ...turn, said: { kind: 'nothing' } }, content), { code: 'began-anew' });
  return finish(state, null);
}
