// A new referral, told in every chat that is to hear of it: once each, however often the outbox tells it. It is written down that a message is being sent
// before it is, and which one it became after; between the two a crash leaves a message that nothing knows of, and after a minute another is sent.
import { auditLine } from '../audit/audit-line.js';
import { hasRole, seesPractice, type Roster } from '../access/roster.js';
import { AppError } from '../errors.js';
import type { Clock, ReferralStore, StoreLogger } from '../storage/ports.js';
import { waymark } from './keep-addition.js';
import { digestOf, type NoticeFacts } from './notice-facts.js';
import type { NoticeSlot, Posted } from './notice-sender.js';
import type { NoticeShelf, Place, Post, Subscription } from './notice-shelf.js';

/** A message that was being sent this long ago and is not known of is sent again. */
const inHandMs = 60_000;

/** What posting needs. */
export interface PostNoticesParts {
  readonly shelf: NoticeShelf;
  readonly slot: NoticeSlot;
  readonly referrals: Pick<ReferralStore, 'audit'>;
  readonly clock: Clock;
  readonly logger: StoreLogger;
}

/** Is this message the one in that place? */
export const isIn = (where: Place) => (one: { readonly where: Place }) => one.where.conversation === where.conversation;

/** May this place hear of it? Its practices may, and whoever set it up still may. */
function mayHear({ practices, by }: Subscription, { practice }: NoticeFacts, roster: Roster): 'yes' | 'no' | 'left' {
  if (!seesPractice({ practices: practices && [...practices] }, practice?.ods)) return 'no';
  const member = roster.find(by);
  if (member === undefined || !hasRole(member, 'link-worker', 'manager')) return 'left';
  return seesPractice(member, practice?.ods) ? 'yes' : 'no';
}

/** Posts to every place that has no message of it yet. @throws the first failure, when all places were tried */
export function createPostNotices(parts: PostNoticesParts): (facts: NoticeFacts) => Promise<void> {
  const { shelf, slot, logger } = parts;
  const postTo = createPostTo(parts);
  return async facts => {
    const faults: unknown[] = [];
    for (const subscription of await shelf.subscriptions()) {
      const may = mayHear(subscription, facts, slot.get().roster);
      if (may === 'left')
        logger.warn({ referral: facts.id }, 'a chat gets no notice: whoever set it up is no link worker or manager any more');
      if (may !== 'yes') continue;
      await postTo(subscription.where, facts).catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw faults[0];
  };
}

function createPostTo({ shelf, slot, referrals, clock, logger }: PostNoticesParts): (where: Place, facts: NoticeFacts) => Promise<void> {
  /** Writes down that it is being sent; false: it was sent. */
  const claim = async (where: Place, { id }: NoticeFacts): Promise<boolean> => {
    const at = clock().toISOString();
    let before: Post | undefined;
    await shelf.rewritePosts(id, posts => {
      before = posts.find(isIn(where));
      const isOurs = before === undefined || (before.activity === undefined && isOld(before, clock()));
      return isOurs ? [...posts.filter(post => post !== before), { where, shows: '', at }] : posts;
    });
    if (before?.activity !== undefined) return false;
    if (before !== undefined && !isOld(before, clock())) throw new AppError('notice-in-hand', 'Somebody is sending this notice just now');
    return true;
  };

  const settle = (where: Place, facts: NoticeFacts, end: Posted | undefined): Promise<void> =>
    shelf.rewritePosts(facts.id, posts => {
      const others = posts.filter(post => !isIn(where)(post) || post.activity !== undefined);
      if (end?.kind !== 'posted') return others;
      return [...others, { where, activity: end.activity, shows: digestOf(facts), at: clock().toISOString() }];
    });

  const endPlace = async (where: Place, why: string): Promise<void> => {
    await shelf.rewriteSubscriptions(all => all.filter(one => !isIn(where)(one)));
    await referrals.audit(auditLine('notices-ended', waymark, clock()));
    logger.warn({ kind: where.kind, why }, 'a chat that got notices is gone; it gets no more');
  };

  return async (where, facts) => {
    if (!(await claim(where, facts))) return;
    let end: Posted | undefined;
    try {
      end = await slot.get().sender.post(where, facts);
    } finally {
      await settle(where, facts, end);
    }
    if (end.kind === 'gone') await endPlace(where, end.why);
  };
}

function isOld({ at }: Post, now: Date): boolean {
  return now.getTime() - Date.parse(at) >= inHandMs;
}
