// A stored conversation read back: version first, then its whole shape. An unknown newer version is left alone; an older unreadable one
// begins anew, politely.
import { z } from 'zod';
import { redFlagKinds } from '../content/content.js';
import { needKeys } from '../content/journey/needs-schema.js';
import { attachmentSchema, quantitySchema, referenceSchema } from '../content/forms/questionnaire-schema.js';
import type { Conversation, Notice } from './conversation.js';

const value = z.union([
  z.strictObject({ valueBoolean: z.boolean() }),
  z.strictObject({ valueInteger: z.number() }),
  z.strictObject({ valueDecimal: z.number() }),
  z.strictObject({ valueDate: z.string() }),
  z.strictObject({ valueDateTime: z.string() }),
  z.strictObject({ valueTime: z.string() }),
  z.strictObject({ valueString: z.string() }),
  z.strictObject({ valueUri: z.string() }),
  z.strictObject({ valueQuantity: quantitySchema.required({ value: true }) }),
  z.strictObject({ valueReference: referenceSchema }),
  z.strictObject({ valueAttachment: attachmentSchema }),
  z.strictObject({ valueCoding: z.object({ system: z.string().optional(), code: z.string(), display: z.string().optional() }) }),
]);

// Notices are written by this code alone and only worded again; their shape beyond `code` is the writer's.
const notice = z.looseObject({ code: z.string() });

const tier = z.enum(['act', 'ask']);

const sent = z.object({ referralId: z.string(), reference: z.string(), at: z.string() });

const by = z.literal('staff').optional();

const stored = z.object({
  v: z.literal(1),
  id: z.string().min(8),
  episode: z.number().int().positive(),
  lang: z.string(),
  contentVersion: z.string(),
  startedAt: z.string(),
  answers: z.record(z.string(), z.object({ values: z.array(value), at: z.string(), lang: z.string(), by, asked: z.string().optional() })),
  skipped: z.array(z.string()),
  unasked: z.array(z.string()).optional(),
  proposed: z.record(z.string(), z.array(value)),
  by,
  deskAt: z.string().optional(),
  known: z.object({ needs: z.array(z.string()), services: z.array(z.string()) }).optional(),
  handOver: z.object({ link: z.string(), code: z.string(), until: z.string() }).optional(),
  changing: z.string().optional(),
  reviewing: z.union([z.boolean(), z.string()]).optional(),
  flags: z.array(
    z.object({
      kind: z.enum(redFlagKinds),
      tier,
      rule: z.string(),
      at: z.string(),
      key: z.string().optional(),
      words: z.string().optional(),
      young: z.literal(true).optional(),
    }),
  ),
  trail: z.array(z.object({ at: z.string(), did: z.enum(['changed', 'dropped', 'asked-again']), key: z.string() })).optional(),
  applied: z.array(z.object({ id: z.string(), notices: z.array(notice), from: z.string().optional() })),
  near: z
    .object({
      for: z.string(),
      shown: z.array(z.object({ need: z.enum(needKeys), id: z.string(), name: z.string() })),
      unmet: z.array(z.enum(needKeys)),
      counted: z.literal(true).optional(),
    })
    .optional(),
  sent: sent.optional(),
  called: sent.extend({ count: z.number() }).optional(),
  earlier: sent.optional(),
  paused: z.object({ at: z.string() }).optional(),
  wayBack: z.object({ link: z.string(), reference: z.string(), code: z.string(), tries: z.number(), until: z.string() }).optional(),
  confirming: z.enum(['restart', 'delete']).optional(),
});

export type Parsed =
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  /** Written by a newer server: leave it untouched. */
  | { readonly kind: 'newer' }
  /** Older or broken: begin anew. */
  | { readonly kind: 'unreadable' };

/** Reads what the store held. Never throws. */
export function parseConversation(json: unknown): Parsed {
  const version = z.looseObject({ v: z.number() }).safeParse(json);
  if (version.success && version.data.v > 1) return { kind: 'newer' };
  const result = stored.safeParse(json);
  if (!result.success) return { kind: 'unreadable' };
  const { applied, ...rest } = result.data;
  // Safe: `notices` holds what wordNotices wrote as Notice; a code it does not know is worded as nothing.
  const conversation = { ...rest, applied: applied.map(a => ({ ...a, notices: a.notices as unknown as Notice[] })) } as Conversation;
  return { kind: 'conversation', conversation };
}
