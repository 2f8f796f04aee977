// Who of the staff wrote this in Teams: Microsoft signs what Teams sends, with the person's own id in it, so nobody needs a password here.
// Whoever the staff file does not name is a patient.
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Roster, StaffMember } from '../../../access/roster.js';
import { teamsChannel } from '../cards/cards-for.js';

const fromTeams = z.looseObject({
  channelId: z.literal(teamsChannel),
  from: z.looseObject({ aadObjectId: z.string().min(1) }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string().min(1) }) }),
});

/**
 * The member of staff, if it is one. Only for activities that came through /api/messages, where their signature was checked; outside production,
 * without a registration, that address serves this machine alone.
 * Source: https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bots-conversations (channelData.tenant, from.aadObjectId)
 */
export function staffOf(activity: Partial<Activity>, roster: Roster): StaffMember | undefined {
  const { data } = fromTeams.safeParse(activity);
  return data && roster.find({ tenant: data.channelData.tenant.id, user: data.from.aadObjectId });
}
