// Coming back to a paused conversation. Everything that decides is written in the conversation itself, so a way back is used once, counted
// and void in the same compare-and-set write as everything else.
import { timingSafeEqual } from 'node:crypto';
import type { Content } from '../../content/content.js';
import type { Conversation, KeptWayBack } from '../../conversation/conversation.js';
import { mostTries, nameOfReference, nameOfToken } from '../../conversation/way-back.js';
import { StoreUnavailable } from '../../errors.js';
import type { ConversationStore, WayBackStore } from '../../storage/ports.js';
import type { CameBack, ComingBack } from '../pages/coming-back.js';
import { conversationId, makeCode, parseCode } from '../pages/session.js';
import { pagesChannel } from './bot.js';
import { forgetNames, withoutWayBack } from './give-way-back.js';
import { leadElsewhere, loadConversation, plainJson } from './load-conversation.js';
import { hashWayBackCode } from './slow-hash.js';
import { takeOver } from './take-over.js';

export interface ComingBackSurroundings {
  readonly content: Content;
  readonly conversations: ConversationStore;
  readonly waysBack: WayBackStore;
  readonly clock: () => Date;
  /** 32 random hexadecimal digits at each call. */
  readonly entropy: () => string;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** A conversation a way back leads to, as loaded. */
interface Found {
  readonly id: string;
  readonly rev: number;
  readonly conversation: Conversation;
  readonly wayBack: KeptWayBack;
}

interface Name {
  readonly part: 'link' | 'reference';
  readonly name: string;
}

const unknown: CameBack = { state: 'unknown' };
const tryAgain: CameBack = { state: 'try-again' };
const hour = 3600;
const mostConflicts = 12;
/** Every answer to a reference and code takes at least this long, whatever it had to do. */
const leastMs = 600;

/** What is found under a name, if the conversation still says that it counts. */
async function find({ part, name }: Name, around: ComingBackSurroundings): Promise<Found | 'nothing' | 'newer'> {
  const leadsTo = await around.waysBack.find(name);
  if (leadsTo === undefined) return 'nothing';
  const stored = await loadConversation(around.conversations, leadsTo);
  if (stored === 'newer') return 'newer';
  if (stored === 'over') return 'nothing';
  const { id, rev, conversation } = stored;
  const wayBack = conversation?.wayBack;
  if (conversation === undefined || wayBack?.[part] !== name) return 'nothing';
  return Date.parse(wayBack.until) > around.clock().getTime() ? { id, rev, conversation, wayBack } : 'nothing';
}

/** Does it again while somebody else saves in between. */
async function whileConflicting(attempt: () => Promise<CameBack | 'conflict'>): Promise<CameBack> {
  for (let tries = 0; tries < mostConflicts; tries += 1) {
    const result = await attempt();
    if (result !== 'conflict') return result;
  }
  return tryAgain;
}

/** The session a conversation of the pages has had from the start; undefined for one of another channel. */
function ownSession(id: string): string | undefined {
  const prefix = `${pagesChannel}:${conversationId('')}`;
  return id.startsWith(prefix) ? parseCode(id.slice(prefix.length)) : undefined;
}

/** A new session that leads to a conversation of another channel. Written first: a way back must not be used up before it leads somewhere. */
async function leadTo({ id, conversation }: Found, around: ComingBackSurroundings): Promise<string> {
  const { conversationHours, pausedDays } = around.content.service.retention;
  const session = makeCode(around.entropy());
  const ttlSeconds = (pausedDays * 24 + conversationHours) * hour;
  const options = { rev: 0, ttlSeconds, effects: [] };
  await around.conversations.save(`${pagesChannel}:${conversationId(session)}`, leadElsewhere(id, conversation), options);
  return session;
}

/** Opens what was found: from this save on its way back is used, and it is a conversation in hand like any other. */
async function open(found: Found, around: ComingBackSurroundings): Promise<CameBack | 'conflict'> {
  // Begun at a desk, it goes on in the person's own hands: the desk must not see the rest.
  if (found.conversation.by === 'staff') return takeOver(found, around);
  const session = ownSession(found.id) ?? (await leadTo(found, around));
  const { paused: _paused, ...conversation } = withoutWayBack(found.conversation);
  const ttlSeconds = around.content.service.retention.conversationHours * hour;
  const saved = await around.conversations.save(found.id, plainJson(conversation), { rev: found.rev, ttlSeconds, effects: [] });
  if (saved === 'conflict') return 'conflict';
  await forgetNames(found.id, found.conversation, conversation, around.waysBack);
  return { state: 'open', session, lang: conversation.lang };
}

async function enter(name: Name, around: ComingBackSurroundings): Promise<CameBack | 'conflict'> {
  const found = await find(name, around);
  if (found === 'newer') return tryAgain;
  return found === 'nothing' ? unknown : open(found, around);
}

/** Counted before it is looked at, so that many codes at once are no more tries than one after another. */
async function count(found: Found, around: ComingBackSurroundings): Promise<'counted' | 'conflict'> {
  const wayBack = { ...found.wayBack, tries: found.wayBack.tries + 1 };
  const options = { rev: found.rev, ttlSeconds: 'as-it-was', effects: [] } as const;
  const saved = await around.conversations.save(found.id, plainJson({ ...found.conversation, wayBack }), options);
  return saved === 'conflict' ? 'conflict' : 'counted';
}

function isSame(kept: string, given: string): boolean {
  const [one, other] = [Buffer.from(kept), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function tryCode(reference: string, code: string, around: ComingBackSurroundings): Promise<CameBack | 'conflict'> {
  const name: Name = { part: 'reference', name: nameOfReference(reference) };
  const found = await find(name, around);
  if (found === 'newer') return tryAgain;
  if (found === 'nothing' || found.wayBack.tries >= mostTries) {
    // The work of a wrong code, done for nothing.
    await hashWayBackCode(reference, code);
    return unknown;
  }
  if ((await count(found, around)) === 'conflict') return 'conflict';
  if (!isSame(found.wayBack.code, await hashWayBackCode(reference, code))) return unknown;
  return whileConflicting(() => enter(name, around));
}

async function answering(work: Promise<CameBack>): Promise<CameBack> {
  try {
    return await work;
  } catch (fault) {
    if (fault instanceof StoreUnavailable) return tryAgain;
    throw fault;
  }
}

/** Coming back over a store. A store that is away gives `try-again`, never an exception. */
export function createComingBack(around: ComingBackSurroundings): ComingBack {
  return {
    byLink: token => answering(whileConflicting(() => enter({ part: 'link', name: nameOfToken(token) }, around))),
    byCode: async (reference, code) => {
      const [result] = await Promise.all([answering(whileConflicting(() => tryCode(reference, code, around))), around.wait(leastMs)]);
      return result;
    },
  };
}
