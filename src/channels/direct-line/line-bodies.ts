// What the bodies and parameters of Direct Line requests may hold; undefined where they cannot be read.
import { z } from 'zod';
import type { PlainActivity } from './line.js';

/** A user id that a server gives begins with dl_, as at Microsoft's service: no client can choose it. */
const serverUser = z.string().regex(/^dl_[\w.@:-]{1,100}$/u);

const origin = z
  .string()
  .max(300)
  .refine(text => URL.canParse(text) && new URL(text).origin === text, 'must be an origin');

const tokenParameters = z
  .looseObject({
    user: z.looseObject({ id: serverUser.optional() }).nullish(),
    trustedOrigins: z.array(origin).max(20).nullish(),
  })
  .nullish();

/** Body of tokens/generate. */
export function tokenBody(body: unknown): { readonly user?: string; readonly origins?: readonly string[] } | undefined {
  const { success, data } = tokenParameters.safeParse(body);
  if (!success) return undefined;
  const [user, origins] = [data?.user?.id, data?.trustedOrigins];
  return { ...(user !== undefined && { user }), ...(origins && { origins }) };
}

const startParameters = z
  .looseObject({ user: z.looseObject({ id: z.string().max(200).optional() }).nullish(), locale: z.string().max(40).nullish() })
  .nullish();

/** Body of a start. A user id that no server gave counts for nothing. */
export function startBody(body: unknown): { readonly user?: string; readonly locale?: string } | undefined {
  const { success, data } = startParameters.safeParse(body);
  if (!success) return undefined;
  const user = serverUser.safeParse(data?.user?.id).data;
  return { ...(user !== undefined && { user }), ...(typeof data?.locale === 'string' && { locale: data.locale }) };
}

const activity = z.looseObject({
  type: z.string().min(1).max(100),
  text: z.string().nullish(),
  locale: z.string().max(100).nullish(),
  name: z.string().max(2_000).nullish(),
  from: z.looseObject({ id: z.string().max(200).optional() }).nullish(),
  attachments: z.array(z.looseObject({})).max(100).nullish(),
  entities: z.array(z.looseObject({})).max(100).nullish(),
  channelData: z.unknown().optional(),
});

const clientData = z.looseObject({ clientActivityID: z.string().min(1).max(200) });

/** An activity that a client sends. */
export interface ReadActivity {
  readonly activity: PlainActivity & { readonly type: string };
  /** The client's own number for it. */
  readonly clientId?: string;
  readonly from?: string;
}

/** Body of a new activity. Only what a turn reads goes on: nobody outside sets a delivery mode or an address. */
export function turnBody(body: unknown): ReadActivity | undefined {
  const { success, data } = activity.safeParse(body);
  if (!success) return undefined;
  const { type, text, locale, name, value, attachments, channelData, from } = data;
  const clientId = clientData.safeParse(channelData).data?.clientActivityID;
  const kept = { text, locale, name, value, attachments, channelData };
  const present = Object.fromEntries(Object.entries(kept).filter(([, one]) => one !== undefined && one !== null));
  return { activity: { type, ...present }, ...(clientId !== undefined && { clientId }), ...(from?.id !== undefined && { from: from.id }) };
}

/** A watermark as it was given out; none is before everything. */
export function readWatermark(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return 0;
  return /^\d{1,12}$/u.test(text) ? Number(text) : undefined;
}
