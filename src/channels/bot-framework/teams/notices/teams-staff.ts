// Staff in Teams: what they press and what they write, answered; everything else is left to the conversation with patients. Nothing that is written here
// is kept. Only for activities that came through /api/messages: our own pages and Direct Line have no staff.
import { ActivityTypes } from 'botbuilder';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { seesPractice, type StaffMember } from '../../../../access/roster.js';
import { factsOf } from '../../../../delivery/notice-facts.js';
import { readRecord } from '../../../../delivery/read-record.js';
import type { RecordIndex, ReferralStore } from '../../../../storage/ports.js';
import { cardType, toAttachment, type Card } from '../../cards/adaptive-card.js';
import { teamsChannel } from '../../cards/cards-for.js';
import { ThinAdapter } from '../../thin-adapter.js';
import { isShared } from '../shared-chat.js';
import { staffOf } from '../staff-of.js';
import { withoutMentions } from '../without-mentions.js';
import { noticeCard } from './notice-card.js';
import { readPressed } from './notice-data.js';
import { placeOf } from './place-of.js';
import { isOnDuty, pressNotice, setNotices, type TeamsStaffParts, type Told } from './press-notice.js';
import { cardMessage } from './send-notice.js';
import { helpCard, newCard } from './staff-cards.js';
import { readCommand, type StaffCommand } from './staff-command.js';

/** Referrals in a list, of at most so many looked at. */
const [mostListed, mostLookedAt, pageSize] = [10, 2_000, 100];

/** What the bot asks before it takes a turn. */
export interface TeamsStaff {
  /** The answer to a button of a notice; undefined: it is none. */
  readonly press: (context: TurnContext) => Promise<InvokeResponse | undefined>;
  /** Answers what staff wrote, under `first` (help for danger that stands in it); false: it is a patient's, and nothing was said. */
  readonly answer: (context: TurnContext, first: () => readonly Partial<Activity>[]) => Promise<boolean>;
}

/** Makes it. */
export function createTeamsStaff(parts: TeamsStaffParts): TeamsStaff {
  const isOurs = ({ activity, adapter }: TurnContext): boolean => activity.channelId === teamsChannel && !(adapter instanceof ThinAdapter);
  return {
    press: async context => {
      const pressed = isOurs(context) ? readPressed(context.activity) : undefined;
      return pressed && answerInvoke(await pressNotice(parts, context.activity, pressed));
    },
    answer: async (context, first) => {
      const say = isOurs(context) && isMessage(context) ? sayingTo(parts, context) : undefined;
      if (say === undefined) return false;
      const help = first();
      if (help.length > 0) await context.sendActivities([...help]);
      await say();
      return true;
    },
  };
}

function isMessage({ activity }: TurnContext): boolean {
  return activity.type === 'message';
}

/** What there is to say to it; undefined: it is a patient's. */
function sayingTo(parts: TeamsStaffParts, context: TurnContext): (() => Promise<void>) | undefined {
  const { activity } = context;
  const pressed = readPressed(activity);
  if (pressed !== undefined) return async () => sayPressed(context, await pressNotice(parts, activity, pressed));
  const member = staffOf(activity, parts.roster);
  const command = member && readCommand(withoutMentions(activity), isShared(activity));
  return member && command && (() => sayCommand(parts, context, member, command));
}

/** Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
function answerInvoke(told: Told): InvokeResponse {
  if ('text' in told)
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: told.text } };
  // Safe: toAttachment puts an object there.
  const value = toAttachment('card' in told ? told.card : told.redrawn).content as object;
  return { status: 200, body: { statusCode: 200, type: cardType, value } };
}

function plain(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, text, textFormat: 'plain', locale: 'en-GB' };
}

/** A button that came as a message: the message it stands on is drawn anew from the outbox, so only what that does not show is said. */
async function sayPressed(context: TurnContext, told: Told): Promise<void> {
  const text = 'text' in told ? told.text : 'redrawn' in told ? told.note : undefined;
  if (text !== undefined) await context.sendActivity(plain(text));
  if ('card' in told) await context.sendActivity(cardMessage(told.card));
}

async function sayCommand(parts: TeamsStaffParts, context: TurnContext, member: StaffMember, command: StaffCommand): Promise<void> {
  if (command.kind === 'reference' && isOnDuty(member)) return sayReferral(parts, context, member, command.reference);
  await sayPressed(context, await answerTo(parts, context.activity, member, command));
}

async function answerTo(parts: TeamsStaffParts, activity: Partial<Activity>, member: StaffMember, { kind }: StaffCommand): Promise<Told> {
  if (kind === 'help' || !isOnDuty(member)) return { card: helpCard(isShared(activity), isOnDuty(member)) };
  if (kind === 'new') return { card: await listNew(parts, member) };
  return setNotices(parts, activity, member, kind === 'notices');
}

/** How a referral stands; the same for one that is not there and one of a practice they do not see. From now on the message changes with it. */
async function sayReferral(parts: TeamsStaffParts, context: TurnContext, member: StaffMember, reference: string): Promise<void> {
  const stored = await parts.referrals.findByReference(reference);
  const open = stored && readRecord(stored);
  const facts = open && factsOf(open.record);
  if (open === undefined || facts === undefined || !seesPractice(member, facts.practice?.ods)) {
    await context.sendActivity(plain(`You see no referral with the reference ${reference}.`));
    return;
  }
  const sent = await context.sendActivity(cardMessage(noticeCard(facts, parts)));
  const where = placeOf(context.activity, parts.authenticated);
  if (where !== undefined && sent?.id) await parts.notices.remember(where, sent.id, open.id, facts);
}

async function listNew({ referrals, clock, publicUrl }: TeamsStaffParts, member: StaffMember): Promise<Card> {
  const found = await findNew(referrals, member);
  return newCard(found.slice(0, mostListed), found.length > mostListed, clock(), publicUrl);
}

/** In the worklist's order: red flags, urgent, newest; one more than is listed where there are more. */
async function findNew(referrals: ReferralStore, member: StaffMember): Promise<readonly RecordIndex[]> {
  const found: RecordIndex[] = [];
  for (let offset = 0; offset < mostLookedAt; offset += pageSize) {
    const { records, total } = await referrals.list({ offset, limit: pageSize });
    const theirs = records.filter(
      ({ status, practice }) => status === 'requested' && seesPractice(member, practice === '' ? undefined : practice),
    );
    found.push(...theirs);
    if (found.length > mostListed || offset + pageSize >= total) break;
  }
  return found;
}
