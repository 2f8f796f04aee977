// A sink, and what Teams asks of it: chats of link workers are told that a referral has come, and what they were told changes with its record.
import { auditLine } from '../audit/audit-line.js';
import type { Service } from '../content/journey/service-schema.js';
import { AppError } from '../errors.js';
import type { Clock, NoticeStore, OutboxEntry, ReferralStore, StoreLogger } from '../storage/ports.js';
import { readChanged } from './changed-entry.js';
import { recordOfEntry } from './keep-referral.js';
import { digestOf, factsOf, isNews, type NoticeFacts } from './notice-facts.js';
import { createNoticeSlot, type NoticeWay } from './notice-sender.js';
import { createNoticeShelf, type Place, type Subscription } from './notice-shelf.js';
import { createPostNotices, isIn } from './post-notices.js';
import { readRecord } from './read-record.js';
import { createRefreshNotices } from './refresh-notices.js';
import type { Sink } from './sink.js';
import { createUnhurried } from './unhurried.js';

const daySeconds = 24 * 3600;

/** A change told by the outbox may come this much before it is saved, or never be saved. */
const notYetMs = 10_000;

/** After this long a notice is news to nobody. */
const giveUpMs = 3 * daySeconds * 1000;

export interface NoticesParts {
  readonly store: NoticeStore;
  readonly referrals: ReferralStore;
  readonly service: Pick<Service, 'retention'>;
  readonly clock: Clock;
  readonly logger: StoreLogger;
  /** How long the outbox waits for Teams before it goes on with others (default 5 s). */
  readonly patienceMs?: number;
}

/** Notices in Teams. */
export interface Notices {
  readonly sink: Sink;
  /** Says who sends them; until then, and in a process without Teams, none is sent. */
  readonly sendBy: (way: NoticeWay) => void;
  /** Sends no more; resolves when what was being sent is sent or given up. */
  readonly stop: () => Promise<void>;
  /** A place begins to get them, or gets them for other practices. `who`: for the audit trail. */
  readonly begin: (subscription: Subscription, who: string) => Promise<void>;
  /** It gets no more; false: it got none. */
  readonly end: (where: Place, who: string) => Promise<boolean>;
  /** This message shows a referral, with these facts or (absent) with older ones: from now on it changes with its record. */
  readonly remember: (where: Place, activity: string, referralId: string, shown?: NoticeFacts) => Promise<void>;
  /** Draws every message of it anew where it shows something else. */
  readonly refresh: (referralId: string) => Promise<void>;
}

/** Makes them. */
export function createNotices({ store, referrals, service, clock, logger, patienceMs = 5_000 }: NoticesParts): Notices {
  const shelf = createNoticeShelf(store, service.retention.referralDays * daySeconds);
  const slot = createNoticeSlot();
  const unhurried = createUnhurried(patienceMs);
  const post = createPostNotices({ shelf, slot, referrals, clock, logger });
  const refresh = createRefreshNotices({ shelf, slot, referrals });
  const isTooOld = (at: string): boolean => clock().getTime() - Date.parse(at) > giveUpMs;

  /** As it stands in the store, or as it was sent where the store has not got it yet. */
  const factsOfEntry = async (entry: OutboxEntry): Promise<NoticeFacts> => {
    const stored = await referrals.get(entry.id);
    const record = stored === undefined ? recordOfEntry(entry).record : readRecord(stored)?.record;
    if (record === undefined)
      throw new AppError('record-newer', 'A newer server wrote this referral; it must tell of it', { id: entry.id });
    return factsOf(record);
  };

  const tellNew = async (entry: OutboxEntry): Promise<void> => {
    const facts = await factsOfEntry(entry);
    if (!isNews(facts)) return;
    if (isTooOld(facts.submittedAt)) logger.error({ referral: entry.id }, 'a notice could not be sent for three days and is given up');
    else await post(facts);
    // What was changed while it was being sent.
    await refresh(entry.id);
  };

  const tellChange = async (entry: OutboxEntry): Promise<void> => {
    const { referralId, rev, at } = readChanged(entry);
    const stored = await referrals.get(referralId);
    if (stored !== undefined && stored.rev < rev && clock().getTime() - Date.parse(at) < notYetMs)
      throw new AppError('change-not-yet', 'A change that is told of is not saved yet', { id: referralId });
    if (isTooOld(at)) logger.error({ referral: referralId }, 'a notice could not be changed for three days and is given up');
    else await refresh(referralId);
  };

  const sink: Sink = {
    name: 'teams-notice',
    anyOrder: true,
    deliver: async entry => {
      if (entry.kind === 'referral') await unhurried.wait(entry.id, () => tellNew(entry));
      if (entry.kind === 'changed') await unhurried.wait(entry.id, () => tellChange(entry));
    },
  };

  const stop = (): Promise<void> => {
    slot.empty();
    return unhurried.stop();
  };

  return { sink, sendBy: slot.fill, stop, refresh, ...createKeeping(shelf, referrals, clock) };
}

function createKeeping(
  shelf: ReturnType<typeof createNoticeShelf>,
  referrals: ReferralStore,
  clock: Clock,
): Pick<Notices, 'begin' | 'end' | 'remember'> {
  return {
    begin: async (subscription, who) => {
      await shelf.rewriteSubscriptions(all => [...all.filter(one => !isIn(subscription.where)(one)), subscription]);
      await referrals.audit(auditLine('notices-begun', who, clock()));
    },
    end: async (where, who) => {
      let ended: readonly Subscription[] = [];
      await shelf.rewriteSubscriptions(all => {
        ended = all.filter(isIn(where));
        return all.filter(one => !isIn(where)(one));
      });
      if (ended.length > 0) await referrals.audit(auditLine('notices-ended', who, clock()));
      return ended.length > 0;
    },
    remember: (where, activity, referralId, shown) =>
      shelf.rewritePosts(referralId, posts => {
        const known = posts.some(post => post.activity === activity && isIn(where)(post));
        return known ? posts : [...posts, { where, activity, shows: shown ? digestOf(shown) : '', at: clock().toISOString() }];
      }),
  };
}
