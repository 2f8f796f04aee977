// Where a notice can be sent later: the chat or channel an activity came from. Only of activities that came through /api/messages, whose sender was
// checked there; and only addresses that such a sender may name.
import type { Activity, ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { Place } from '../../../../delivery/notice-shelf.js';
import { isLoopbackAddress } from '../../../loopback-address.js';
import { teamsChannel } from '../../cards/cards-for.js';

const shape = z.looseObject({
  channelId: z.literal(teamsChannel),
  serviceUrl: z.string().min(1).max(2_000),
  conversation: z.looseObject({
    id: z.string().min(1).max(2_000),
    conversationType: z.enum(['channel', 'groupChat', 'personal']).optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().max(2_000).optional(),
  }),
  recipient: z.looseObject({ id: z.string().max(2_000) }),
});

/** May something be sent there? `authenticated`: senders prove who they are; where they do not, only this machine is spoken to. */
export function mayGoTo(serviceUrl: string, authenticated: boolean): boolean {
  if (!authenticated) return isLoopbackAddress(serviceUrl);
  return URL.canParse(serviceUrl) && new URL(serviceUrl).protocol === 'https:';
}

/** The place; undefined where nothing may be sent. Threads of a channel are one place: what is new begins a thread of its own. */
export function placeOf(activity: Partial<Activity>, authenticated: boolean): Place | undefined {
  const { data } = shape.safeParse(activity);
  if (data === undefined || !mayGoTo(data.serviceUrl, authenticated)) return undefined;
  const { id, conversationType, isGroup, tenantId } = data.conversation;
  const kind = conversationType ?? (isGroup === true ? 'groupChat' : 'personal');
  const conversation = id.replace(/;messageid=[^;]*/u, '');
  return { conversation, kind, serviceUrl: data.serviceUrl, bot: data.recipient.id, ...(tenantId !== undefined && { tenant: tenantId }) };
}

/** The place as Bot Framework names it. */
export function referenceTo({ conversation, kind, serviceUrl, bot, tenant }: Place): Partial<ConversationReference> {
  return {
    channelId: teamsChannel,
    serviceUrl,
    bot: { id: bot, name: '' },
    conversation: { id: conversation, name: '', isGroup: kind !== 'personal', conversationType: kind, ...(tenant && { tenantId: tenant }) },
  };
}
