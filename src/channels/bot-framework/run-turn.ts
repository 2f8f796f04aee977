// One turn with its surroundings: one read, takeTurn, one compare-and-set write with the effects. The only place where a conflict, a store
// that is away, or a fact from outside is dealt with.
import type { Content } from '../../content/content.js';
import { derivePosition, pendingKey } from '../../conversation/derive-position.js';
import { helpAtOnce } from '../../conversation/help-at-once.js';
import { layOutForm } from '../../conversation/lay-out-form.js';
import { showConversation } from '../../conversation/show-conversation.js';
import type { Shown } from '../../conversation/show-conversation.js';
import { beginAnew, takeTurn } from '../../conversation/take-turn.js';
import type { WholeForm } from '../../conversation/whole-form.js';
import type { Conversation, Opinion, Turn } from '../../conversation/conversation.js';
import type { Effect, Outcome, Reply, TurnNeed } from '../../conversation/reply.js';
import type { DirectoryNow } from '../../directory/local-directory.js';
import { StoreUnavailable } from '../../errors.js';
import { forgetNames, partWith, tellWayBack } from './give-way-back.js';
import type { Parting, TellableWayBack, WayBackSurroundings } from './give-way-back.js';
import { loadConversation, plainJson } from './load-conversation.js';
import type { Stored } from './load-conversation.js';
import { createOverlaps } from './overlapping-turns.js';
import type { Stay } from './overlapping-turns.js';
import type { ConversationStore, Json, OutboxEntry, SaveResult } from '../../storage/ports.js';

/**
 * What became of a turn. `try-again`: nothing is known to be saved; `newer`: a newer server holds this conversation; `over`: it has gone on on
 * another phone or computer; `none`: it is gone, and the turn was not to begin one. In all of them, `replies` is the help for red flags in what
 * was said, if any.
 */
export interface TurnResult {
  readonly state: 'ok' | 'try-again' | 'newer' | 'over' | 'none';
  readonly conversation?: Conversation;
  /** The language of the conversation, of an erased one too; absent where it is not known. */
  readonly lang?: string;
  readonly erased: boolean;
  readonly replies: readonly Reply[];
  /** When staff had last written in it before this turn, where they do. */
  readonly deskAt?: string;
  /** How to come back, where this turn paused: told now and never again. `replies` say it in words. */
  readonly wayBack?: TellableWayBack;
  /** It stands in the history of the conversation, where the turn was to be recorded there. */
  readonly recorded?: true;
}

/** Told what happened, in ids and counts only. */
export interface TurnObserver {
  /** `channel`: the part of the conversation id before the colon. */
  readonly turn: (channel: string, result: TurnResult, seconds: number) => void;
  readonly referral: () => void;
}

export interface TurnSurroundings extends WayBackSurroundings {
  readonly conversations: ConversationStore;
  /** The local services in force, where any were imported. */
  readonly directory?: DirectoryNow | undefined;
  /** A recogniser's second opinion; undefined when it saw nothing sure. */
  readonly askOpinion: (need: TurnNeed['opinion']) => Promise<Opinion>;
  /** Called after effects were saved, so that delivery need not wait for its next look. */
  readonly nudge: () => void;
  readonly observer: TurnObserver;
  /** Monotonic milliseconds, for the observer. */
  readonly now: () => number;
}

/** A turn as it arrives. */
export interface ArrivedTurn extends Turn {
  /** Only in a conversation that is there. */
  readonly goesOn?: true;
  /** What the turn adds to the history of its conversation, saved with it; called for every try. A turn that was applied already adds nothing. */
  readonly record?: (result: TurnResult) => readonly Json[];
}

export interface Turns {
  readonly run: (conversationId: string, turn: ArrivedTurn) => Promise<TurnResult>;
  /** The story so far of a conversation in hand. */
  readonly describe: (conversation: Conversation) => Shown;
  /** All of it as one form, where that can be shown now. */
  readonly layOut: (conversation: Conversation) => WholeForm | undefined;
  readonly show: (
    conversationId: string,
    activityId?: string,
  ) => Promise<(Shown & { readonly conversation: Conversation }) | 'none' | 'try-again' | 'over'>;
}

const mostTries = 12;
const hour = 3600;

/** A day from the last turn, and never less than was promised at a pause. */
function lifetime(conversation: Conversation, at: string, content: Content): number {
  const { conversationHours, pausedDays } = content.service.retention;
  const promised = conversation.wayBack ? (Date.parse(conversation.wayBack.until) - Date.parse(at)) / 1000 : 0;
  return Math.max((conversation.paused ? pausedDays * 24 : conversationHours) * hour, promised);
}

function payloadOf(effect: Effect): object {
  if (effect.kind === 'unmet') return effect.unmet;
  return effect.kind === 'referral' ? effect.referral : effect.addition;
}

function entry(effect: Effect): OutboxEntry {
  const payload = payloadOf(effect);
  // Safe: all are plain data (strings, numbers, booleans, arrays, objects).
  return { id: effect.id, kind: effect.kind, payload: payload as unknown as Json };
}

type Decided = Extract<Outcome, { kind: 'done' }>;

/** Decides the turn, fetching the fact it asks for. */
async function decide(stored: Stored, turn: Turn, around: TurnSurroundings): Promise<Decided> {
  const directory = around.directory?.();
  const take = (now: Turn): Outcome =>
    stored.unreadable ? beginAnew(now, around.content, directory) : takeTurn(stored.conversation, now, around.content, directory);
  const outcome = take(turn);
  if (outcome.kind === 'done') return outcome;
  const second = take({ ...turn, opinion: await around.askOpinion(outcome.needs.opinion) });
  if (second.kind === 'needs') throw new Error('a turn asked twice for the same opinion');
  return second;
}

/** The question a message would have answered as things stood; null where there was none. */
function pendingIn(conversation: Conversation | null | undefined, content: Content): string | null {
  return conversation ? pendingKey(derivePosition(conversation, content).standing) : null;
}

type Tried = { readonly kind: 'result'; readonly result: TurnResult } | { readonly kind: 'conflict'; readonly pending: string | null };

/** Nothing was decided; only danger is answered. */
function undecided(state: 'try-again' | 'newer' | 'over' | 'none', turn: Turn, content: Content): TurnResult {
  return { state, erased: false, replies: helpAtOnce(turn, content) };
}

interface Writing {
  readonly stored: Stored;
  readonly decided: Decided;
  readonly parting: Parting;
  readonly at: string;
  /** Of this turn's own conversation; not of one that it was led to. */
  readonly record?: ArrivedTurn['record'];
}

async function write(writing: Writing, around: TurnSurroundings): Promise<SaveResult> {
  const { stored, decided, parting, at, record } = writing;
  const { id, rev } = stored;
  const { conversation } = parting;
  if (!decided.changed) return 'saved';
  const history = record?.(resultOf(writing));
  if (conversation === 'erased') return rev === 0 && !history ? 'saved' : around.conversations.erase(id, rev, history);
  const options = { rev, ttlSeconds: lifetime(conversation, at, around.content), effects: decided.effects.map(entry), history };
  return around.conversations.save(id, plainJson(conversation), options);
}

/** What a written turn comes to, in the words of whoever it is told to. */
function resultOf({ stored, decided, parting, record }: Writing): TurnResult {
  const { conversation, wayBack } = parting;
  const replies = tellWayBack(decided.replies, wayBack);
  const recorded = record ? ({ recorded: true } as const) : {};
  const deskAt = stored.conversation?.deskAt;
  if (conversation !== 'erased') {
    const more = { ...(wayBack ? { wayBack } : {}), ...(deskAt === undefined ? {} : { deskAt }) };
    return { state: 'ok', erased: false, replies, conversation, lang: conversation.lang, ...more, ...recorded };
  }
  const lang = stored.conversation?.lang;
  return { state: 'ok', erased: true, replies, ...(lang === undefined ? {} : { lang }), ...recorded };
}

/** At a desk, with the time of this turn. */
function stamped(parting: Parting, deskAt: string): Parting {
  const { conversation } = parting;
  return conversation === 'erased' || conversation.by === undefined ? parting : { ...parting, conversation: { ...conversation, deskAt } };
}

async function tryOnce(conversationId: string, turn: ArrivedTurn, around: TurnSurroundings, stay: Stay): Promise<Tried> {
  const stored = await loadConversation(around.conversations, conversationId);
  if (typeof stored === 'string') return { kind: 'result', result: undecided(stored, turn, around.content) };
  if (turn.goesOn && !stored.conversation && !stored.unreadable) {
    return { kind: 'result', result: undecided('none', turn, around.content) };
  }
  stay.loaded(stored.conversation);
  const decided = await decide(stored, turn, around);
  const parting = stamped(await partWith(stored.id, decided, turn, around), turn.at);
  const writing = { stored, decided, parting, at: turn.at, record: stored.id === conversationId ? turn.record : undefined };
  if ((await write(writing, around)) === 'conflict') {
    await forgetNames(stored.id, parting.conversation, stored.conversation, around.waysBack);
    return { kind: 'conflict', pending: pendingIn(stored.conversation, around.content) };
  }
  await forgetNames(stored.id, stored.conversation, parting.conversation, around.waysBack);
  if (decided.effects.length > 0) {
    if (decided.effects.some(({ kind }) => kind !== 'unmet')) around.observer.referral();
    around.nudge();
  }
  return { kind: 'result', result: resultOf(writing) };
}

async function runUntilSaved(conversationId: string, turn: ArrivedTurn, around: TurnSurroundings, stay: Stay): Promise<TurnResult> {
  let current = stay.earlier === undefined ? turn : { ...turn, pendingAtFirst: pendingIn(stay.earlier, around.content) };
  for (let tries = 0; tries < mostTries; tries += 1) {
    const tried = await tryOnce(conversationId, current, around, stay);
    if (tried.kind === 'result') return tried.result;
    // Somebody else saved first: this turn is decided again on what is there now, remembering which question it was meant for.
    if (current.pendingAtFirst === undefined) current = { ...current, pendingAtFirst: tried.pending };
  }
  return undecided('try-again', turn, around.content);
}

/** Turns over a store. A store that is away gives `try-again`, never an exception. */
export function createTurns(around: TurnSurroundings): Turns {
  const enter = createOverlaps();
  return {
    run: async (conversationId, turn) => {
      const started = around.now();
      const stay = enter(conversationId);
      const result = await runUntilSaved(conversationId, turn, around, stay)
        .catch((error: unknown): TurnResult => {
          if (error instanceof StoreUnavailable) return undecided('try-again', turn, around.content);
          throw error;
        })
        .finally(stay.leave);
      around.observer.turn(conversationId.split(':', 1)[0] ?? '', result, (around.now() - started) / 1000);
      return result;
    },
    describe: conversation => showConversation(conversation, around.content, undefined, around.directory?.()),
    layOut: conversation => layOutForm(conversation, around.content, around.directory?.()),
    show: async (conversationId, activityId) => {
      try {
        const stored = await loadConversation(around.conversations, conversationId);
        if (stored === 'newer') return 'try-again';
        if (stored === 'over') return 'over';
        if (!stored.conversation) return 'none';
        const shown = showConversation(stored.conversation, around.content, activityId, around.directory?.());
        return { ...shown, replies: tellWayBack(shown.replies, undefined), conversation: stored.conversation };
      } catch (error) {
        if (error instanceof StoreUnavailable) return 'try-again';
        throw error;
      }
    },
  };
}
