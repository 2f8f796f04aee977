// One turn, decided. This file is the order of the phases and nothing else: pure and synchronous, it reads no clock, store or network.
import type { Content } from '../content/content.js';
import { askChangedAgain } from './ask-changed-again.js';
import { askNext, promptKey } from './ask-next.js';
import { beginConversation } from './begin-conversation.js';
import { checkReadings } from './check-readings.js';
import type { Applied, Conversation, Notice, Turn } from './conversation.js';
import type { Outcome, Reply } from './reply.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import { countUnmet } from './count-unmet.js';
import { derivePosition, pendingKey } from './derive-position.js';
import { findNear } from './find-near.js';
import { keepLanguage } from './keep-language.js';
import { keepFromDesk, keepReadingsFromDesk } from './keep-from-desk.js';
import { leaveNothing } from './leave-nothing.js';
import { obeyCommand } from './obey-command.js';
import { proposeNeeds } from './propose-needs.js';
import { raiseFlagsOfAnswers, raiseFlagsOfText } from './raise-flags.js';
import { readSaid } from './read-said.js';
import { recordReadings } from './record-readings.js';
import { addToSent } from './add-to-sent.js';
import { answerCallOffer } from './offer-call.js';
import { submitReferral } from './submit-referral.js';
import { settleConfirmation } from './settle-confirmation.js';
import { withNotices } from './turn-state.js';
import type { Phase, TurnState } from './turn-state.js';
import { wordNotices } from './word-notices.js';
import type { Scene } from './word-notices.js';

const phases: readonly Phase[] = [
  keepLanguage,
  askChangedAgain,
  raiseFlagsOfText,
  settleConfirmation,
  obeyCommand,
  keepFromDesk,
  readSaid,
  keepReadingsFromDesk,
  checkReadings,
  recordReadings,
  raiseFlagsOfAnswers,
  addToSent,
  answerCallOffer,
  proposeNeeds,
  findNear,
  submitReferral,
  countUnmet,
  leaveNothing,
];

const remembered = 8;

type Decided = Extract<Outcome, { kind: 'done' }>;

function begin(stored: Conversation | undefined, turn: Turn, content: Content, directory: LocalDirectory | undefined): TurnState {
  const conversation = stored ?? beginConversation(turn, content);
  const isNew = stored === undefined;
  const position = derivePosition(conversation, content);
  return {
    turn,
    content,
    directory,
    conversation,
    position,
    asked: position,
    said: turn.said,
    isNew,
    readings: [],
    accepted: [],
    notices: isNew ? [{ code: 'welcome' }] : [],
    effects: [],
    sending: false,
    erased: false,
  };
}

/** What is said back after these notices: each worded, then the question that is pending now. `from`: what was asked before them. */
function repliesAfter(notices: readonly Notice[], scene: Scene, from: string | undefined): readonly Reply[] {
  return [...wordNotices(notices, scene), askNext(scene, from !== promptKey(scene.position))];
}

function finishErased({ conversation, position, content, notices, turn }: TurnState): Decided {
  const scene = { conversation, position, content, at: turn.at };
  const last: Reply = position.standing.kind === 'ended' ? askNext(scene, false) : { kind: 'erased' };
  const replies = [...wordNotices(notices, scene), last];
  return { kind: 'done', conversation: 'erased', replies, effects: [], pending: pendingKey(position.standing), changed: true };
}

/** The conversation as it is to be saved: what this turn did is remembered by its activity id. */
function remember({ conversation, turn, content, notices }: TurnState, from: string | undefined): Conversation {
  const { paused: _, ...rest } = conversation;
  const applied = [...conversation.applied, { id: turn.id, notices, ...(from === undefined ? {} : { from }) }].slice(-remembered);
  const paused = notices.some(notice => notice.code === 'paused') ? { paused: { at: turn.at } } : {};
  return { ...rest, ...paused, contentVersion: content.version, applied };
}

function finish(state: TurnState, from: string | undefined): Decided {
  if (state.erased) return finishErased(state);
  const { content, notices, position, effects, turn, directory } = state;
  const conversation = remember(state, from);
  const replies = repliesAfter(notices, { conversation, position, content, at: turn.at, directory }, from);
  return { kind: 'done', conversation, replies, effects, pending: pendingKey(position.standing), changed: true };
}

function goThrough(first: TurnState): Outcome {
  const from = first.isNew ? undefined : promptKey(first.position);
  let state = first;
  for (const phase of phases) {
    const next = phase(state);
    if ('needs' in next) return { kind: 'needs', needs: next.needs, pending: pendingKey(state.position.standing) };
    state = next;
  }
  return finish(state, from);
}

/** A turn that was applied already: worded again, nothing changed. */
function repeat({ notices, from }: Applied, scene: Scene): Decided {
  const { conversation, position } = scene;
  const replies = repliesAfter(notices, scene, from);
  return { kind: 'done', conversation, replies, effects: [], pending: pendingKey(position.standing), changed: false };
}

/**
 * Decides one turn.
 * @param stored the conversation as loaded, or undefined when there is none yet
 * @param turn what the person did; the same activity id is applied once, whatever is redelivered
 * @param directory the local services in force, where any were imported
 * @returns `done` with the conversation to save, what to say and what must happen; or `needs`: fetch that fact and call again
 */
export function takeTurn(stored: Conversation | undefined, turn: Turn, content: Content, directory?: LocalDirectory): Outcome {
  const before = stored?.applied.find(applied => applied.id === turn.id);
  if (stored === undefined || before === undefined) return goThrough(begin(stored, turn, content, directory));
  return repeat(before, { conversation: stored, position: derivePosition(stored, content), content, at: turn.at, directory });
}

/** The first turn of a new conversation in place of one that could not be read: said so. What was typed is read as in any first turn. */
export function beginAnew(turn: Turn, content: Content, directory?: LocalDirectory): Outcome {
  return goThrough(withNotices(begin(undefined, turn, content, directory), { code: 'began-anew' }));
}
