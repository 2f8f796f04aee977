// What the buttons of notices send: which referral and what to do, under `waymark.notice`; never anything of a person. Nothing of it is believed but its
// shape: whoever presses is known by Teams, and the referral is read from the store.
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { StaffMember } from '../../../../access/roster.js';
import { createHash } from 'node:crypto';

const id = z.string().min(1).max(200);
const chosen = z.string().min(1).max(60);

const pressedSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('accept'), referral: id }),
  z.object({ do: z.literal('assign'), referral: id }),
  z.object({ do: z.literal('notices') }),
  z.object({ do: z.literal('notices-off') }),
]);

/** What a button sends. */
export type NoticeButton = z.infer<typeof pressedSchema>;

/** A button that was pressed; `to`: whom the list beside it named. `unreadable`: it is one of ours in no shape we know. */
export type Pressed = NoticeButton & { readonly to?: string };

const outer = z.looseObject({ waymark: z.looseObject({ notice: z.unknown().optional() }), to: z.unknown().optional() });
const ofAction = z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) });

/** The data of a button. */
export function buttonData(button: NoticeButton): Readonly<Record<string, unknown>> {
  return { waymark: { notice: button } };
}

/** Reads what was pressed; undefined: no button of a notice, so that others may look at it. */
export function readPressed({ type, value }: Pick<Partial<Activity>, 'type' | 'value'>): Pressed | 'unreadable' | undefined {
  const sent: unknown = type === 'invoke' ? ofAction.safeParse(value).data?.action.data : value;
  const { data } = outer.safeParse(sent);
  if (data?.waymark.notice === undefined) return undefined;
  const button = pressedSchema.safeParse(data.waymark.notice).data;
  const to = chosen.safeParse(data.to).data;
  return button === undefined ? 'unreadable' : { ...button, ...(to !== undefined && { to }) };
}

/** Names one of the staff in a list of a card, without their ids: the same as long as they are in the staff file. */
export function nameInCards({ teams }: Pick<StaffMember, 'teams'>): string {
  return createHash('sha256').update(`${teams.tenant} ${teams.user}`.toLowerCase()).digest('base64url').slice(0, 22);
}
