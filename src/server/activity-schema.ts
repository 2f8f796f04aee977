// What POST /api/messages takes: the shape of an Activity that the bot relies on. botbuilder lets `text: {}` pass and answers a missing
// type with its stack, so the shape is checked before it sees anything.
// Source: https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
import { z } from 'zod';

const shortText = z.string().max(2_000);
const account = z.looseObject({
  id: shortText.optional(),
  name: shortText.optional(),
  aadObjectId: shortText.optional(),
  role: shortText.optional(),
});
const conversation = z.looseObject({ id: shortText.min(1), tenantId: shortText.optional(), conversationType: shortText.optional() });
const time = z.string().max(64);
/** `pages`, `line` and `terminal` are our own channels, which do not come this way: their conversations are not to be named from outside. */
const ofChannel = shortText.min(1).refine(id => !['pages', 'line', 'terminal'].includes(id), 'must be a channel of Bot Framework');
const httpAddress = shortText.refine(text => text === '' || /^https?:\/\//u.test(text), 'must be an http address');

/** An Activity, as far as it is checked; what is not named is passed on as it came. */
export const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: shortText.optional(),
  timestamp: time.optional(),
  localTimestamp: time.optional(),
  expiration: time.optional(),
  serviceUrl: httpAddress.optional(),
  channelId: ofChannel,
  from: account.optional(),
  recipient: account.optional(),
  conversation,
  text: z.string().optional(),
  speak: z.string().optional(),
  textFormat: shortText.optional(),
  locale: shortText.optional(),
  name: shortText.optional(),
  replyToId: shortText.optional(),
  deliveryMode: z.enum(['normal', 'expectReplies', 'notification', 'ephemeral']).optional(),
  membersAdded: z.array(account).max(1_000).optional(),
  membersRemoved: z.array(account).max(1_000).optional(),
  attachments: z.array(z.looseObject({})).max(100).nullable().optional(),
  entities: z.array(z.looseObject({})).max(100).nullable().optional(),
});
