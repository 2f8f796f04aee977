// Sends and redraws notices outside of any turn, and tells what is gone for ever from what may work later.
import { ActivityTypes } from 'botbuilder';
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { NoticeFacts } from '../../../../delivery/notice-facts.js';
import type { NoticeSender } from '../../../../delivery/notice-sender.js';
import type { Place } from '../../../../delivery/notice-shelf.js';
import { AppError } from '../../../../errors.js';
import { toAttachment, type Card } from '../../cards/adaptive-card.js';
import type { ContinueIn } from '../../cloud-adapter.js';
import { noticeCard, type NoticeDrawing } from './notice-card.js';
import { mayGoTo, referenceTo } from './place-of.js';

/** Teams, or a machine in between, that does not answer at all (milliseconds). */
const deadlineMs = 10_000;

/** Codes of 403 that say that the bot is not there or not wanted. Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
const shutOut: ReadonlySet<string> = new Set([
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'BotDisabledByAdmin',
  'MessageWritesBlocked',
]);

const coded = z.looseObject({ error: z.looseObject({ code: z.string() }) });
const faultShape = z.looseObject({
  statusCode: z.number(),
  code: z.string().optional().catch(undefined),
  body: z.unknown().optional(),
  details: z.unknown().optional(),
});

/** Why it will never work; undefined: it may. */
function whyGone(fault: unknown): string | undefined {
  const { data } = faultShape.safeParse(fault);
  if (data === undefined) return undefined;
  const code = [data.body, data.details].map(one => coded.safeParse(one).data?.error.code).find(Boolean) ?? data.code;
  if (data.statusCode === 404) return code ?? 'ConversationNotFound';
  return data.statusCode === 403 && code !== undefined && shutOut.has(code) ? code : undefined;
}

/** A message that is this card. */
export function cardMessage(card: Card): Partial<Activity> {
  return { type: ActivityTypes.Message, summary: card.speak, locale: card.lang, attachments: [toAttachment(card)] };
}

/** How it reaches Teams. */
export interface SendNoticeParts extends NoticeDrawing {
  readonly continueIn: ContinueIn;
  readonly authenticated: boolean;
}

/** Makes the sender. */
export function createNoticeSender({ continueIn, authenticated, ...drawing }: SendNoticeParts): NoticeSender {
  /** What it comes to, or why it never will. */
  const within = async <T>(
    where: Place,
    work: (context: TurnContext) => Promise<T>,
  ): Promise<{ readonly value: T } | { readonly gone: string }> => {
    if (!mayGoTo(where.serviceUrl, authenticated)) throw new AppError('notice-place', 'A notice is not sent to this address');
    try {
      return { value: await inTime(continueIn(referenceTo(where), work)) };
    } catch (fault) {
      const why = whyGone(fault);
      if (why === undefined) throw fault;
      return { gone: why };
    }
  };
  const draw = (told: NoticeFacts): Partial<Activity> => cardMessage(noticeCard(told, drawing));

  return {
    post: async (where, told) => {
      const end = await within(where, context => context.sendActivity(draw(told)));
      if ('gone' in end) return { kind: 'gone', why: end.gone };
      const activity = end.value?.id;
      if (activity === undefined || activity === '') throw new AppError('notice-id', 'Teams took a notice and gave it no id');
      return { kind: 'posted', activity };
    },
    update: async (where, activity, told) => {
      const end = await within(where, context => context.updateActivity({ ...draw(told), id: activity }));
      return 'gone' in end ? 'gone' : 'shown';
    },
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new AppError('notice-late', 'Teams did not answer in time'));
    }, deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
