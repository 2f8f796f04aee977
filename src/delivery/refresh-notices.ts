// Draws every message of a referral anew as its record stands now. Several servers may do so at once, each with what it read: whoever drew looks at the
// record again, and draws again where it is another by then, so that the last one drawn is the newest.
import { AppError } from '../errors.js';
import type { ReferralStore } from '../storage/ports.js';
import { digestOf, factsOf, type NoticeFacts } from './notice-facts.js';
import type { NoticeSlot } from './notice-sender.js';
import type { NoticeShelf, Post } from './notice-shelf.js';
import { readRecord } from './read-record.js';

const mostRounds = 8;

/** What drawing anew needs. */
export interface RefreshNoticesParts {
  readonly shelf: NoticeShelf;
  readonly slot: NoticeSlot;
  readonly referrals: Pick<ReferralStore, 'get'>;
}

type Sent = Post & { readonly activity: string };

const isSent = (post: Post): post is Sent => post.activity !== undefined;
const keyOf = ({ where, activity }: Post): string => `${where.conversation} ${activity ?? ''}`;

/** Makes it. A referral that is gone is left as it is shown. @throws the first failure, when all messages were tried */
export function createRefreshNotices({ shelf, slot, referrals }: RefreshNoticesParts): (referralId: string) => Promise<void> {
  const factsNow = async (id: string): Promise<NoticeFacts | undefined> => {
    const stored = await referrals.get(id);
    if (stored === undefined) return undefined;
    const open = readRecord(stored);
    if (open === undefined) throw new AppError('record-newer', 'A newer server wrote this referral; it must show it', { id });
    return factsOf(open.record);
  };

  /** Draws these; what became of each. */
  const draw = async (posts: readonly Sent[], facts: NoticeFacts): Promise<ReadonlyMap<string, 'shown' | 'gone' | Error>> => {
    const ends = new Map<string, 'shown' | 'gone' | Error>();
    for (const post of posts) {
      const end = await slot
        .get()
        .sender.update(post.where, post.activity, facts)
        .catch((fault: unknown) => (fault instanceof Error ? fault : new Error('a notice could not be drawn anew')));
      ends.set(keyOf(post), end);
    }
    return ends;
  };

  return async id => {
    const drawn = new Map<string, string>();
    for (let round = 0; round < mostRounds; round += 1) {
      const facts = await factsNow(id);
      if (facts === undefined) return;
      const shows = digestOf(facts);
      // What was drawn here counts, whatever another server has written down about its own drawing meanwhile.
      const stale = (await shelf.posts(id)).filter(isSent).filter(post => (drawn.get(keyOf(post)) ?? post.shows) !== shows);
      if (stale.length === 0) return;
      const ends = await draw(stale, facts);
      for (const [key, end] of ends) if (end === 'shown') drawn.set(key, shows);
      await shelf.rewritePosts(id, posts =>
        posts.filter(post => ends.get(keyOf(post)) !== 'gone').map(post => (ends.get(keyOf(post)) === 'shown' ? { ...post, shows } : post)),
      );
      const fault = [...ends.values()].find(end => end instanceof Error);
      if (fault !== undefined) throw fault;
    }
  };
}
