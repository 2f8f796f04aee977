// One turn with its surroundings: one read, takeTurn, one compare-and-set write with the effects. The only place where a conflict, a store
// that is away, or a fact from outside is dealt with.
import type { Content } from '../../content/content.js';
import { derivePosition, pendingKey } from '../../conversation/derive-position.js';
import { helpAtOnce } from '../../conversation/help-at-once.js';
import { showConversation } from '../../conversation/show-conversation.js';
import type { Shown } from '../../conversation/show-conversation.js';
import { parseConversation } from '../../conversation/parse-conversation.js';
import { beginAnew, takeTurn } from '../../conversation/take-turn.js';
import type { Conversation, Opinion, Turn } from '../../conversation/conversation.js';
import type { Effect, Outcome, Reply, TurnNeed } from '../../conversation/reply.js';
import { StoreUnavailable } from '../../errors.js';
import { createOverlaps } from './overlapping-turns.js';
import type { Stay } from './overlapping-turns.js';
import type { ConversationStore, Json, OutboxEntry, SaveResult } from '../../storage/ports.js';

/**
 * What became of a turn. `try-again`: nothing is known to be saved; `newer`: a newer server holds this conversation. In both, `replies` is
 * the help for red flags in what was said, if any.
 */
export interface TurnResult {
  readonly state: 'ok' | 'try-again' | 'newer';
  readonly conversation?: Conversation;
  /** The language of the conversation, of an erased one too; absent where it is not known. */
  readonly lang?: string;
  readonly erased: boolean;
  readonly replies: readonly Reply[];
}

/** Told what happened, in ids and counts only. */
export interface TurnObserver {
  /** `channel`: the part of the conversation id before the colon. */
  readonly turn: (channel: string, result: TurnResult, seconds: number) => void;
  readonly referral: () => void;
}

export interface TurnSurroundings {
  readonly content: Content;
  readonly conversations: ConversationStore;
  /** A recogniser's second opinion; undefined when it saw nothing sure. */
  readonly askOpinion: (need: TurnNeed['opinion']) => Promise<Opinion>;
  /** Called after effects were saved, so that delivery need not wait for its next look. */
  readonly nudge: () => void;
  readonly observer: TurnObserver;
  /** Monotonic milliseconds, for the observer. */
  readonly now: () => number;
}

export interface Turns {
  readonly run: (conversationId: string, turn: Turn) => Promise<TurnResult>;
  /** The story so far of a conversation in hand. */
  readonly describe: (conversation: Conversation) => Shown;
  readonly show: (
    conversationId: string,
    activityId?: string,
  ) => Promise<(Shown & { readonly conversation: Conversation }) | 'none' | 'try-again'>;
}

const mostTries = 12;
const hour = 3600;

interface Stored {
  readonly conversation?: Conversation;
  readonly rev: number;
  readonly unreadable: boolean;
}

async function load(store: ConversationStore, conversationId: string): Promise<Stored | 'newer'> {
  const loaded = await store.load(conversationId);
  if (loaded.found === 'none') return { rev: 0, unreadable: false };
  // Sealed with a key this server does not hold: left untouched, like anything a newer server wrote.
  if (loaded.found === 'locked') return 'newer';
  const parsed = parseConversation(loaded.value);
  if (parsed.kind === 'newer') return 'newer';
  if (parsed.kind === 'unreadable') return { rev: loaded.rev, unreadable: true };
  return { conversation: parsed.conversation, rev: loaded.rev, unreadable: false };
}

function lifetime(conversation: Conversation, content: Content): number {
  const { conversationHours, pausedDays } = content.service.retention;
  return (conversation.paused ? pausedDays * 24 : conversationHours) * hour;
}

function entry(effect: Effect): OutboxEntry {
  // Safe: a Referral is plain data (strings, numbers, booleans, arrays, objects).
  return { id: effect.id, kind: effect.kind, payload: effect.referral as unknown as Json };
}

function plainJson(conversation: Conversation): Json {
  // Safe: a Conversation is plain data, read back through its schema.
  return conversation as unknown as Json;
}

type Decided = Extract<Outcome, { kind: 'done' }>;

/** Decides the turn, fetching the fact it asks for. */
async function decide(stored: Stored, turn: Turn, around: TurnSurroundings): Promise<Decided> {
  const take = (now: Turn): Outcome =>
    stored.unreadable ? beginAnew(now, around.content) : takeTurn(stored.conversation, now, around.content);
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
function undecided(state: 'try-again' | 'newer', turn: Turn, content: Content): TurnResult {
  return { state, erased: false, replies: helpAtOnce(turn, content) };
}

async function write(conversationId: string, decided: Decided, rev: number, around: TurnSurroundings): Promise<SaveResult> {
  const { conversation, effects, changed } = decided;
  if (!changed) return 'saved';
  if (conversation === 'erased') return rev === 0 ? 'saved' : around.conversations.erase(conversationId, rev);
  const options = { rev, ttlSeconds: lifetime(conversation, around.content), effects: effects.map(entry) };
  return around.conversations.save(conversationId, plainJson(conversation), options);
}

async function tryOnce(conversationId: string, turn: Turn, around: TurnSurroundings, stay: Stay): Promise<Tried> {
  const stored = await load(around.conversations, conversationId);
  if (stored === 'newer') return { kind: 'result', result: undecided('newer', turn, around.content) };
  stay.loaded(stored.conversation);
  const decided = await decide(stored, turn, around);
  const written = await write(conversationId, decided, stored.rev, around);
  if (written === 'conflict') return { kind: 'conflict', pending: pendingIn(stored.conversation, around.content) };
  if (decided.effects.length > 0) {
    around.observer.referral();
    around.nudge();
  }
  const { conversation, replies } = decided;
  if (conversation !== 'erased') {
    return { kind: 'result', result: { state: 'ok', erased: false, replies, conversation, lang: conversation.lang } };
  }
  const lang = stored.conversation?.lang;
  return { kind: 'result', result: { state: 'ok', erased: true, replies, ...(lang === undefined ? {} : { lang }) } };
}

async function runUntilSaved(conversationId: string, turn: Turn, around: TurnSurroundings, stay: Stay): Promise<TurnResult> {
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
    describe: conversation => showConversation(conversation, around.content),
    show: async (conversationId, activityId) => {
      try {
        const stored = await load(around.conversations, conversationId);
        if (stored === 'newer') return 'try-again';
        if (!stored.conversation) return 'none';
        return { ...showConversation(stored.conversation, around.content, activityId), conversation: stored.conversation };
      } catch (error) {
        if (error instanceof StoreUnavailable) return 'try-again';
        throw error;
      }
    },
  };
}
