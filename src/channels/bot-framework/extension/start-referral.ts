// The action command: staff begin a referral for a patient, on the patient's own phone or at the desk's page. What staff do here is written to the
// audit trail with the name the staff file gives them.
import type { InvokeResponse } from 'botbuilder';
import type { StaffMember } from '../../../access/roster.js';
import { handOverMinutes } from '../../../conversation/hand-over.js';
import { deskAddress } from '../../../directory/desk/desk-query.js';
import { StoreUnavailable } from '../../../errors.js';
import { begunWith, handOverAsStaff } from '../../hand-over-as-staff.js';
import type { Begun } from '../../pages/handing-over.js';
import type { Card } from '../cards/adaptive-card.js';
import { dialogWith, listOf } from './extension-answers.js';
import type { ExtensionParts } from './extension-parts.js';
import { askCard, chatCard, givenCard, noAddressCard, startCard, sureCard, tryAgainCard } from './hand-over-cards.js';
import type { AskedDialog, WayOver } from './read-invoke.js';

/** Who asks, and from where. */
export interface Asker {
  readonly member: StaffMember;
  /** The chat is read by several people. */
  readonly shared: boolean;
}

/** Title of the dialog. */
export const dialogTitle = 'Start a referral';

function show(card: Card): InvokeResponse {
  return dialogWith(dialogTitle, card);
}

/** Only needs that are known here: what comes back from a card is put into an address. */
function readBegun(
  { lang, needs = '' }: { readonly lang: string; readonly needs?: string | undefined },
  { content }: ExtensionParts,
): Begun {
  const chosen = needs.split(',');
  return begunWith({ lang, needs: content.needs.map(({ key }) => key).filter(key => chosen.includes(key)), services: [] }, content);
}

async function handOver(begun: Begun, origin: string, beside: boolean, { member }: Asker, parts: ExtensionParts): Promise<InvokeResponse> {
  try {
    const until = new Date(parts.clock().getTime() + handOverMinutes * 60_000).toISOString();
    const given = await handOverAsStaff(member.name, begun, parts);
    return show(givenCard({ ...given, lang: begun.lang, until }, origin, parts.content, beside));
  } catch (fault) {
    if (fault instanceof StoreUnavailable) return show(tryAgainCard);
    throw fault;
  }
}

function put(over: WayOver, origin: string, { shared }: Asker, { content }: ExtensionParts): InvokeResponse {
  if (shared && over.sure !== true) return show(sureCard(over));
  const card = chatCard(over, origin, content);
  return listOf([{ card, title: card.speak, text: '' }]);
}

/** The answer to one step of the dialog. */
export function startReferral(
  { asked, beside }: AskedDialog,
  asker: Asker,
  parts: ExtensionParts,
): InvokeResponse | Promise<InvokeResponse> {
  const { content, publicUrl } = parts;
  if (publicUrl === undefined) return show(noAddressCard);
  switch (asked.do) {
    case 'open':
      return show(askCard(content));
    case 'hand-over':
      return handOver(readBegun(asked, parts), publicUrl, beside, asker, parts);
    case 'start': {
      const { lang, needs } = readBegun(asked, parts);
      return show(startCard(`${publicUrl}${deskAddress(lang, needs)}`));
    }
    case 'put':
      return put(asked, publicUrl, asker, parts);
  }
}
