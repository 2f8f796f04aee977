// Handing a conversation over. As with a way back after a pause, names only lead to a conversation, and whether they count is written in the
// conversation itself: a hand-over is used once, and void when another is made, in the same compare-and-set write as everything else.
import { beginConversation } from '../../conversation/begin-conversation.js';
import type { Conversation } from '../../conversation/conversation.js';
import { handOverMinutes, makeHandOver, nameOfHandOver, showHandOverCode } from '../../conversation/hand-over.js';
import { AppError, StoreUnavailable } from '../../errors.js';
import { makeReferralId } from '../../referral/make-reference.js';
import type { CameBack } from '../pages/coming-back.js';
import type { Begun, GivenOver, HandedOver, HandingOver } from '../pages/handing-over.js';
import { putAwaySeconds } from '../pages/put-away.js';
import { makeCode } from '../pages/session.js';
import { forgetNames } from './give-way-back.js';
import { loadConversation, plainJson } from './load-conversation.js';
import type { Stored } from './load-conversation.js';
import { hashWayBackCode } from './slow-hash.js';
import { storeIdOf, takeOver } from './take-over.js';
import type { TakeOverSurroundings } from './take-over.js';

export interface HandingOverSurroundings extends TakeOverSurroundings {
  readonly clock: () => Date;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

type Part = 'link' | 'code';

const lives = handOverMinutes * 60;
/** A name outlives what it leads to by this much. */
const grace = 60;
const mostConflicts = 12;
/** So often a code is drawn that somebody else holds. */
const mostTaken = 3;
/** Every answer to a code takes at least this long, whatever it had to do. */
const leastMs = 600;

/** The name a code is kept under: slow to make, as there are only sixteen million codes. */
function nameOfCode(code: string): Promise<string> {
  return hashWayBackCode('hand-over', code);
}

/** The conversation staff begin for somebody: what they know is proposed, nothing is answered. */
function begin({ lang, needs, services }: Begun, by: Conversation['by'], around: HandingOverSurroundings): Conversation {
  const { content } = around;
  const turn = {
    id: '',
    at: around.clock().toISOString(),
    entropy: around.entropy(),
    locale: lang,
    said: { kind: 'nothing' },
    strings: [],
  } as const;
  const [asked = ''] = content.journey.roles.needs;
  const options = content.journey.form.byLinkId.get(asked)?.options ?? [];
  const chosen = options.filter(option => needs.includes(option.code));
  return {
    ...beginConversation(turn, content),
    ...(chosen.length > 0 && { proposed: { [asked]: chosen.map(option => option.value) } }),
    ...((chosen.length > 0 || services.length > 0) && { known: { needs: chosen.map(option => option.code), services } }),
    ...(by && { by, deskAt: turn.at }),
  };
}

interface Named {
  readonly names: Readonly<Record<Part, string>>;
  readonly handOver: HandedOver;
}

interface Made {
  readonly conversation: Conversation;
  readonly handOver: HandedOver;
}

/** Names that lead to `id`, and what is shown of them; undefined where one of them leads to another already: there are not many codes. */
async function nameHandOver(id: string, { entropy, waysBack }: HandingOverSurroundings): Promise<Named | undefined> {
  const { token, code } = makeHandOver(entropy());
  const names = { link: nameOfHandOver(token), code: await nameOfCode(code) };
  const own = await Promise.all(
    Object.values(names).map(async name => {
      await waysBack.put(name, id, lives + grace);
      return (await waysBack.find(name)) === id;
    }),
  );
  return own.every(Boolean) ? { names, handOver: { path: `/code/${token}`, code: showHandOverCode(code) } } : undefined;
}

/** The conversation with a new way over. Names are written before it is saved: a crash in between leaves names that lead nowhere. */
async function withHandOver(id: string, conversation: Conversation, around: HandingOverSurroundings): Promise<Made> {
  for (let tries = 0; tries < mostTaken; tries += 1) {
    const named = await nameHandOver(id, around);
    if (named === undefined) continue;
    const until = new Date(around.clock().getTime() + lives * 1000).toISOString();
    return { conversation: { ...conversation, handOver: { ...named.names, until } }, handOver: named.handOver };
  }
  throw new AppError('hand-over-names', 'Every code that was drawn is in use', { tries: mostTaken });
}

async function save(id: string, conversation: Conversation, ttlSeconds: number, around: HandingOverSurroundings): Promise<void> {
  await around.conversations.save(id, plainJson(conversation), { rev: 0, ttlSeconds, effects: [] });
}

async function prepare(begun: Begun, around: HandingOverSurroundings): Promise<HandedOver> {
  const id = storeIdOf(makeCode(around.entropy()));
  const { conversation, handOver } = await withHandOver(id, begin(begun, undefined, around), around);
  await save(id, conversation, lives, around);
  return handOver;
}

async function beginWithStaff(begun: Begun, around: HandingOverSurroundings): ReturnType<HandingOver['beginWithStaff']> {
  const session = makeCode(around.entropy());
  const conversation = begin(begun, 'staff', around);
  await save(storeIdOf(session), conversation, around.content.service.retention.conversationHours * 3600, around);
  return { session, referralId: makeReferralId(conversation.id, conversation.episode) };
}

/** Does it again while somebody else saves in between. */
async function whileConflicting<T>(attempt: () => Promise<T | 'conflict'>, otherwise: T): Promise<T> {
  for (let tries = 0; tries < mostConflicts; tries += 1) {
    const result = await attempt();
    if (result !== 'conflict') return result;
  }
  return otherwise;
}

async function giveOnce(session: string, around: HandingOverSurroundings): Promise<GivenOver | 'conflict'> {
  const stored = await loadConversation(around.conversations, storeIdOf(session));
  if (typeof stored === 'string') return { state: stored === 'over' ? 'over' : 'try-again' };
  const { conversation: before, id, rev } = stored;
  if (before === undefined) return { state: 'none' };
  const { conversation, handOver } = await withHandOver(id, before, around);
  const saved = await around.conversations.save(id, plainJson(conversation), { rev, ttlSeconds: 'as-it-was', effects: [] });
  if (saved === 'conflict') {
    await forgetNames(id, conversation, before, around.waysBack);
    return 'conflict';
  }
  await forgetNames(id, before, conversation, around.waysBack);
  return { state: 'given', handOver };
}

/** What is found where a conversation has gone on elsewhere. */
const nothing: Stored = { id: '', rev: 0, unreadable: false };

interface Way {
  readonly part: Part;
  readonly name: string;
  /** Who asks, if they hold a session already: a desk cannot take over what it hands over. */
  readonly own: string | undefined;
}

async function takeOnce({ part, name, own }: Way, around: HandingOverSurroundings): Promise<CameBack | 'conflict'> {
  const leadsTo = await around.waysBack.find(name);
  if (leadsTo === undefined || (own !== undefined && leadsTo === storeIdOf(own))) return { state: 'unknown' };
  const stored = await loadConversation(around.conversations, leadsTo);
  if (stored === 'newer') return { state: 'try-again' };
  const { id, rev, conversation } = stored === 'over' ? nothing : stored;
  if (conversation?.handOver?.[part] !== name) return { state: 'unknown' };
  const counts = Date.parse(conversation.handOver.until) > around.clock().getTime();
  return counts ? takeOver({ id, rev, conversation }, around) : { state: 'unknown' };
}

/** What was sent is the practice's; what the person was told a way back to was promised to be kept. */
function isPromised({ sent, wayBack }: Conversation, { clock }: HandingOverSurroundings): boolean {
  return sent !== undefined || (wayBack !== undefined && Date.parse(wayBack.until) > clock().getTime());
}

async function putAsideOnce(session: string, around: HandingOverSurroundings): Promise<'put-aside' | 'not-here' | 'conflict'> {
  const stored = await loadConversation(around.conversations, storeIdOf(session));
  if (typeof stored === 'string' || stored.conversation?.by === undefined) return 'not-here';
  const { conversation, id, rev } = stored;
  if (isPromised(conversation, around)) return 'put-aside';
  const saved = await around.conversations.save(id, plainJson(conversation), { rev, ttlSeconds: putAwaySeconds, effects: [] });
  return saved === 'conflict' ? 'conflict' : 'put-aside';
}

async function takeUpOnce(session: string, around: HandingOverSurroundings): Promise<'taken' | 'conflict'> {
  const stored = await loadConversation(around.conversations, storeIdOf(session));
  if (typeof stored === 'string' || stored.conversation?.by === undefined) return 'taken';
  const now = { ...stored.conversation, deskAt: around.clock().toISOString() };
  const saved = await around.conversations.save(stored.id, plainJson(now), { rev: stored.rev, ttlSeconds: 'as-it-was', effects: [] });
  return saved === 'conflict' ? 'conflict' : 'taken';
}

async function wipeOnce(session: string, around: HandingOverSurroundings): Promise<'wiped' | 'conflict'> {
  const stored = await loadConversation(around.conversations, storeIdOf(session));
  if (typeof stored === 'string' || stored.conversation === undefined) return 'wiped';
  const { conversation, id, rev } = stored;
  if (isPromised(conversation, around)) return 'wiped';
  if ((await around.conversations.erase(id, rev)) === 'conflict') return 'conflict';
  await forgetNames(id, conversation, 'erased', around.waysBack);
  return 'wiped';
}

async function answering<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    if (fault instanceof StoreUnavailable) return otherwise;
    throw fault;
  }
}

/** Handing over, over a store. */
export function createHandingOver(around: HandingOverSurroundings): HandingOver {
  const later = { state: 'try-again' } as const;
  const take = (way: Way): Promise<CameBack> => whileConflicting(() => takeOnce(way, around), later);
  return {
    prepare: begun => prepare(begun, around),
    beginWithStaff: begun => beginWithStaff(begun, around),
    give: session =>
      answering<GivenOver>(
        whileConflicting(() => giveOnce(session, around), later),
        later,
      ),
    isOver: async session => {
      const stored = await answering(loadConversation(around.conversations, storeIdOf(session)), 'newer');
      return stored === 'over';
    },
    byLink: (token, own) => answering<CameBack>(take({ part: 'link', name: nameOfHandOver(token), own }), later),
    byCode: async (code, own) => {
      const taken = nameOfCode(code).then(name => take({ part: 'code', name, own }));
      const [result] = await Promise.all([answering<CameBack>(taken, later), around.wait(leastMs)]);
      return result;
    },
    putAside: session =>
      answering(
        whileConflicting<'put-aside' | 'not-here' | 'try-again'>(() => putAsideOnce(session, around), 'try-again'),
        'try-again',
      ),
    takeUp: async session => {
      await answering<unknown>(
        whileConflicting<unknown>(() => takeUpOnce(session, around), 'try-again'),
        'try-again',
      );
    },
    wipe: session =>
      answering(
        whileConflicting<'wiped' | 'try-again'>(() => wipeOnce(session, around), 'try-again'),
        'try-again',
      ),
  };
}
