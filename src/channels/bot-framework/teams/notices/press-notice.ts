// A button of a notice was pressed: who pressed it, whether they may, and what they are told. What it did to the referral is written by the one function
// that pages use as well; the messages that show it are drawn anew from the outbox.
import type { Activity } from 'botbuilder';
import { hasRole, seesPractice, type Roster, type StaffMember } from '../../../../access/roster.js';
import type { Service } from '../../../../content/journey/service-schema.js';
import type { Change } from '../../../../delivery/change-record.js';
import { keepChangeNow } from '../../../../delivery/keep-change.js';
import { factsOf, type NoticeFacts } from '../../../../delivery/notice-facts.js';
import { readRecord, type OpenRecord } from '../../../../delivery/read-record.js';
import type { Notices } from '../../../../delivery/teams-notice.js';
import type { Clock, ReferralStore, StoreLogger } from '../../../../storage/ports.js';
import type { Card } from '../../cards/adaptive-card.js';
import { staffOf } from '../staff-of.js';
import { noticeCard, whoCouldHave } from './notice-card.js';
import { nameInCards, type Pressed } from './notice-data.js';
import { placeOf } from './place-of.js';
import { noticesOffCard, noticesOnCard } from './staff-cards.js';
import { isOver } from '../../../../referral/referral-status.js';

/** What staff in Teams work with. */
export interface TeamsStaffParts {
  readonly roster: Roster;
  readonly notices: Notices;
  readonly referrals: ReferralStore;
  readonly service: Pick<Service, 'retention' | 'practices'>;
  readonly clock: Clock;
  readonly logger: StoreLogger;
  readonly publicUrl: string | undefined;
  /** Whoever sends activities proves who they are. */
  readonly authenticated: boolean;
}

/** What is told: a card; a plain sentence; or the card pressed as it is now, with a note for whoever was slower. */
export type Told = { readonly card: Card } | { readonly text: string } | { readonly redrawn: Card; readonly note?: string | undefined };

export const refusal: Told = { text: 'Only link workers and managers who see this practice can do that.' };
const tooOld: Told = { text: 'This button is too old. Nothing was changed.' };
const notThere: Told = { text: 'This referral is not here any more. Nothing was changed.' };

/** May they see and change referrals here? */
export function isOnDuty(member: StaffMember | undefined): member is StaffMember {
  return member !== undefined && hasRole(member, 'link-worker', 'manager');
}

/** This chat gets notices for what this person sees, or gets them no more. */
export async function setNotices(parts: TeamsStaffParts, activity: Partial<Activity>, member: StaffMember, on: boolean): Promise<Told> {
  const { notices, service, clock, authenticated } = parts;
  const where = placeOf(activity, authenticated);
  if (where === undefined) return { text: 'Notices cannot be sent to this chat.' };
  if (!on) return { card: noticesOffCard(await notices.end(where, member.name)) };
  const { practices } = member;
  await notices.begin({ where, ...(practices && { practices }), by: member.teams, at: clock().toISOString() }, member.name);
  return { card: noticesOnCard(practices?.map(ods => service.practices.find(one => one.ods === ods)?.name ?? ods)) };
}

/** Does what was pressed. @throws StoreUnavailable */
export async function pressNotice(parts: TeamsStaffParts, activity: Partial<Activity>, pressed: Pressed | 'unreadable'): Promise<Told> {
  const member = staffOf(activity, parts.roster);
  if (!isOnDuty(member)) return refusal;
  if (pressed === 'unreadable') return tooOld;
  if (pressed.do === 'notices' || pressed.do === 'notices-off') return setNotices(parts, activity, member, pressed.do === 'notices');
  const stored = await parts.referrals.get(pressed.referral);
  const open = stored && readRecord(stored);
  if (open === undefined) return notThere;
  if (!seesPractice(member, factsOf(open.record).practice?.ods)) return refusal;
  const told = await change(parts, member, open, pressed);
  await showSoon(parts, activity, open.id);
  return told;
}

async function change(parts: TeamsStaffParts, member: StaffMember, open: OpenRecord, pressed: Pressed): Promise<Told> {
  const what = changeOf(parts.roster, factsOf(open.record), pressed);
  if (what === undefined) return redrawn(parts, factsOf(open.record), 'Choose who takes it.');
  const { done, open: after } = await keepChangeNow(parts, open, what, member);
  const facts = factsOf(after.record);
  return redrawn(parts, facts, done ? undefined : whyNot(facts));
}

function redrawn(parts: TeamsStaffParts, facts: NoticeFacts, note: string | undefined): Told {
  return { redrawn: noticeCard(facts, parts, note), note };
}

/** Undefined: nobody whom it could be given to was chosen. */
function changeOf(roster: Roster, facts: NoticeFacts, pressed: Pressed): Change | undefined {
  if (pressed.do === 'accept') return { kind: 'accept' };
  const chosen = whoCouldHave(facts, roster).find(member => nameInCards(member) === pressed.to);
  return chosen && { kind: 'assign', to: { who: chosen.name, teams: chosen.teams } };
}

/** Told to whoever was slower. */
function whyNot({ status, assigned }: NoticeFacts): string {
  const who = assigned === undefined ? '' : ` ${assigned} has it.`;
  if (isOver(status)) return 'Nothing was changed: it is closed.';
  return `Nothing was changed: somebody was quicker, or it was so already.${who}`;
}

/** The message that was pressed changes from now on, and all of them now where one shows what is no more. A fault is told in the log: the answer stands. */
async function showSoon({ notices, logger, authenticated }: TeamsStaffParts, activity: Partial<Activity>, id: string): Promise<void> {
  const where = placeOf(activity, authenticated);
  try {
    if (where !== undefined && activity.replyToId) await notices.remember(where, activity.replyToId, id);
  } catch (err) {
    logger.error({ err, referral: id }, 'which message shows a referral could not be kept');
  }
  notices.refresh(id).catch((err: unknown) => {
    logger.error({ err, referral: id }, 'a notice could not be drawn anew');
  });
}
