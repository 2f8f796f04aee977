// A way back is given at each pause: kept before the conversation is saved and made good by that very save, so that a pause that was
// acknowledged can be come back from. What an older pause gave is void from the same save on.
import type { Conversation, KeptWayBack, Turn } from '../../conversation/conversation.js';
import type { Outcome, Reply } from '../../conversation/reply.js';
import { makeWayBack, nameOfReference, nameOfToken } from '../../conversation/way-back.js';
import type { WayBack } from '../../conversation/way-back.js';
import type { Content } from '../../content/content.js';
import type { Phrase } from '../../content/languages/phrase.js';
import { StoreUnavailable } from '../../errors.js';
import type { WayBackStore } from '../../storage/ports.js';
import { hashWayBackCode } from './slow-hash.js';

export interface WayBackSurroundings {
  readonly content: Content;
  readonly waysBack: WayBackStore;
  /** 32 random hexadecimal digits at each call. */
  readonly entropy: () => string;
  /** Where patients reach the pages, without a slash at the end; undefined where nobody has said. */
  readonly publicUrl?: string | undefined;
}

/** The way back as a channel tells it, once. */
export interface TellableWayBack {
  /** Path of the link on the pages. */
  readonly path: string;
  /** The whole link, where the pages' public address is known. */
  readonly address?: string;
  readonly reference: string;
  readonly code: string;
}

type Decided = Extract<Outcome, { kind: 'done' }>;

/** What a turn left to be saved, with the way back it gives if it paused. */
export interface Parting {
  readonly conversation: Conversation | 'erased';
  readonly wayBack?: TellableWayBack;
}

const day = 24 * 3600;
/** A name outlives the conversation by this much, so that the conversation is never there without it. */
const graceSeconds = 60;

function says(replies: readonly Reply[], code: 'paused'): boolean {
  return replies.some(reply => reply.kind === 'say' && reply.notice.code === code);
}

function tellable({ token, reference, code }: WayBack, publicUrl: string | undefined): TellableWayBack {
  const path = `/chat/resume/${token}`;
  return { path, ...(publicUrl === undefined ? {} : { address: `${publicUrl}${path}` }), reference, code };
}

async function give(conversationId: string, conversation: Conversation, turn: Turn, around: WayBackSurroundings): Promise<Parting> {
  const wayBack = makeWayBack(around.entropy());
  const names = { link: nameOfToken(wayBack.token), reference: nameOfReference(wayBack.reference) };
  const lives = around.content.service.retention.pausedDays * day;
  const [code] = await Promise.all([
    hashWayBackCode(wayBack.reference, wayBack.code),
    ...Object.values(names).map(name => around.waysBack.put(name, conversationId, lives + graceSeconds)),
  ]);
  const until = new Date(Date.parse(turn.at) + lives * 1000).toISOString();
  const kept: KeptWayBack = { ...names, code, tries: 0, until };
  return { conversation: { ...conversation, wayBack: kept }, wayBack: tellable(wayBack, around.publicUrl) };
}

/** The conversation without the way back of its last pause. */
export function withoutWayBack(conversation: Conversation): Conversation {
  const { wayBack: _wayBack, ...rest } = conversation;
  return rest;
}

/** What is to be saved of a decided turn: with a new way back if it paused, without any once the referral is sent. */
export async function partWith(conversationId: string, decided: Decided, turn: Turn, around: WayBackSurroundings): Promise<Parting> {
  const { conversation, changed, replies } = decided;
  if (conversation === 'erased' || !changed) return { conversation };
  if (conversation.sent) return { conversation: withoutWayBack(conversation) };
  return says(replies, 'paused') ? give(conversationId, conversation, turn, around) : { conversation };
}

function namesOf(conversation: Conversation | 'erased' | undefined): readonly string[] {
  const { wayBack, handOver } = conversation === 'erased' || conversation === undefined ? {} : conversation;
  return [...(wayBack ? [wayBack.link, wayBack.reference] : []), ...(handOver ? [handOver.link, handOver.code] : [])];
}

/** Removes those of these names that lead to this conversation: one whose time was over may lead to another by now. */
async function dropOwn(names: readonly string[], id: string, waysBack: WayBackStore): Promise<void> {
  const leadTo = await Promise.all(names.map(name => waysBack.find(name)));
  const own = names.filter((_name, at) => leadTo[at] === id);
  if (own.length > 0) await waysBack.drop(own);
}

/**
 * Removes the names of `before` that `after` does not hold, where they lead to the conversation `id`. They lead nowhere by then, so a store
 * that does not answer now is no reason to say that the turn failed: they go when their time is over.
 */
export async function forgetNames(
  id: string,
  before: Parting['conversation'] | undefined,
  after: Parting['conversation'] | undefined,
  waysBack: WayBackStore,
): Promise<void> {
  const kept = namesOf(after);
  const unused = namesOf(before).filter(name => !kept.includes(name));
  if (unused.length === 0) return;
  await dropOwn(unused, id, waysBack).catch((fault: unknown) => {
    if (!(fault instanceof StoreUnavailable)) throw fault;
  });
}

function phrasesOf({ address, reference, code }: TellableWayBack): readonly Phrase[] {
  // On a line of its own and without marks around it: whatever shows it makes a link of it.
  const link: readonly Phrase[] = address === undefined ? [] : [{ product: 'notice.paused-link' }, { verbatim: address }];
  const typed: Phrase = { product: 'notice.paused-code', params: { reference: { isolate: reference }, code: { isolate: code } } };
  return [...link, typed, { product: 'notice.paused-private' }];
}

/** The replies with how to come back told after "paused"; where it was told before, that it was. */
export function tellWayBack(replies: readonly Reply[], wayBack: TellableWayBack | undefined): readonly Reply[] {
  const told = wayBack === undefined ? ([{ product: 'notice.paused-told' }] as const) : phrasesOf(wayBack);
  return replies.map(reply =>
    reply.kind === 'say' && reply.notice.code === 'paused' ? { ...reply, phrases: [...reply.phrases, ...told] } : reply,
  );
}
