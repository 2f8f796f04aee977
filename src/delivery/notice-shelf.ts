// What notices need kept, over restarts and for every server: which chats get them, and which message shows which referral. Sealed in the store.
import { z } from 'zod';
import { AppError } from '../errors.js';
import type { Json, Loaded, NoticeStore, RecordLifetime } from '../storage/ports.js';

/** Where something can be sent later, as an activity that was checked named it. */
const placeSchema = z
  .object({
    /** Id of the conversation: of a channel as a whole, not of one thread in it. */
    conversation: z.string().min(1).max(2_000),
    kind: z.enum(['channel', 'groupChat', 'personal']),
    serviceUrl: z.string().min(1).max(2_000),
    /** The bot as that conversation calls it. */
    bot: z.string().max(2_000),
    tenant: z.string().max(2_000).optional(),
  })
  .readonly();

/** A chat or channel. */
export type Place = z.infer<typeof placeSchema>;

const subscriptionSchema = z
  .object({
    where: placeSchema,
    /** ODS codes; absent: all. */
    practices: z.array(z.string()).readonly().optional(),
    /** Who set it up: it lasts as long as they may see those practices. */
    by: z.object({ tenant: z.string(), user: z.string() }).readonly(),
    at: z.string(),
  })
  .readonly();

/** A place that gets notices. */
export type Subscription = z.infer<typeof subscriptionSchema>;

const postSchema = z
  .object({
    where: placeSchema,
    /** Absent: it is being sent since `at`, or the server that was sending it is gone. */
    activity: z.string().optional(),
    /** Digest of the facts it shows. */
    shows: z.string(),
    at: z.string(),
  })
  .readonly();

/** A message that shows a referral. */
export type Post = z.infer<typeof postSchema>;

const subscriptionsSchema = z.object({ v: z.literal(1), places: z.array(subscriptionSchema).readonly() });
const postsSchema = z.object({ v: z.literal(1), posts: z.array(postSchema).readonly() });

/** More places than any organisation has link workers; more messages of one referral than anybody asks for. */
const [mostPlaces, mostPosts, mostTries] = [500, 600, 12];

type Rewrite<T> = (before: readonly T[]) => readonly T[];

/** Reads and rewrites; each rewrite is made on what is there, however many servers write. @throws StoreUnavailable; AppError `notices-locked`, `notices-busy`, `notices-full` */
export interface NoticeShelf {
  readonly subscriptions: () => Promise<readonly Subscription[]>;
  readonly rewriteSubscriptions: (rewrite: Rewrite<Subscription>) => Promise<void>;
  readonly posts: (referralId: string) => Promise<readonly Post[]>;
  readonly rewritePosts: (referralId: string, rewrite: Rewrite<Post>) => Promise<void>;
}

/** Makes the shelf. `ttlSeconds`: how long it is known which messages show a referral, from the last time that changed. */
export function createNoticeShelf(store: NoticeStore, ttlSeconds: number): NoticeShelf {
  const rewriting = async (name: string, lifetime: RecordLifetime, rewrite: (before: Json | undefined) => Json): Promise<void> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const loaded = await store.load(name);
      const rev = loaded.found === 'value' ? loaded.rev : 0;
      const before = valueOf(loaded);
      const after = rewrite(before);
      if (JSON.stringify(after) === JSON.stringify(before) || (await store.save(name, after, rev, lifetime)) === 'saved') return;
    }
    throw new AppError('notices-busy', 'What is kept for notices was changed by others each time');
  };
  const subscriptionsIn = (value: Json | undefined): readonly Subscription[] => read(value, subscriptionsSchema)?.places ?? [];
  const postsIn = (value: Json | undefined): readonly Post[] => read(value, postsSchema)?.posts ?? [];
  const postsOf = (referralId: string): string => `posts ${referralId}`;
  return {
    subscriptions: async () => subscriptionsIn(valueOf(await store.load('places'))),
    rewriteSubscriptions: rewrite =>
      rewriting('places', 'kept', before => {
        const places = rewrite(subscriptionsIn(before));
        if (places.length > mostPlaces) throw new AppError('notices-full', 'No more chats can get notices');
        return asJson({ v: 1, places });
      }),
    posts: async referralId => postsIn(valueOf(await store.load(postsOf(referralId)))),
    rewritePosts: (referralId, rewrite) =>
      rewriting(postsOf(referralId), ttlSeconds, before => asJson({ v: 1, posts: rewrite(postsIn(before)).slice(-mostPosts) })),
  };
}

function valueOf(loaded: Loaded): Json | undefined {
  if (loaded.found === 'locked') throw new AppError('notices-locked', 'What is kept for notices cannot be read with the keys at hand');
  return loaded.found === 'value' ? loaded.value : undefined;
}

function read<T>(value: Json | undefined, schema: z.ZodType<T>): T | undefined {
  if (value === undefined) return undefined;
  const { data } = schema.safeParse(value);
  if (data === undefined) throw new AppError('notices-locked', 'A newer server wrote what is kept for notices');
  return data;
}

/** Safe: what stands in it is strings, numbers and undefined in objects and arrays. */
function asJson(value: z.infer<typeof subscriptionsSchema> | z.infer<typeof postsSchema>): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
