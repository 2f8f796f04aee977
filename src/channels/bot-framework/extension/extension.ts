// The message extension in Teams: staff look up services and start a referral from where they write to one another. Who they are is what Microsoft
// signed; whoever may not use it is told so, and where to find help.
import type { Activity, InvokeResponse } from 'botbuilder';
import type { StaffMember, StaffRole } from '../../../access/roster.js';
import { matchLanguage } from '../../../content/languages/match-language.js';
import type { Phrase } from '../../../content/languages/phrase.js';
import { helpAtOnce } from '../../../conversation/help-at-once.js';
import { paragraphs } from '../cards/adaptive-card.js';
import { toActivities } from '../send-replies.js';
import { isShared } from '../teams/shared-chat.js';
import { staffOf } from '../teams/staff-of.js';
import { ourPage } from '../teams/teams-notices.js';
import { dialogWith, insteadOfList, malformed } from './extension-answers.js';
import type { ExtensionParts } from './extension-parts.js';
import { findServices } from './find-services.js';
import { readInvoke } from './read-invoke.js';
import type { Asked } from './read-invoke.js';
import { dialogTitle, startReferral } from './start-referral.js';

/** The message extension. */
export interface Extension {
  /** The answer to an invoke for which `isForExtension`, within milliseconds: Teams waits five seconds. Malformed: 400. */
  readonly answer: (activity: Partial<Activity>) => Promise<InvokeResponse>;
}

const allowed: readonly StaffRole[] = ['receptionist', 'link-worker', 'manager'];

function mayUse(member: StaffMember | undefined): member is StaffMember {
  return member?.roles.some(role => allowed.includes(role)) === true;
}

/** That it is for staff, in the language of who asks; help first, where their words tell of danger. */
function refuse(asked: Asked, activity: Partial<Activity>, { content, clock, publicUrl }: ExtensionParts): InvokeResponse {
  const lang = matchLanguage(activity.locale, [...content.languages.keys()]) ?? 'en-GB';
  const words: readonly Phrase[] = [{ product: 'teams.staff-only' }, ...ourPage(publicUrl)];
  const said = words.map(phrase => content.translator.word(phrase, lang)).join('\n');
  if (asked.kind === 'search') {
    const help = helpAtOnce({ strings: [asked.text], at: clock().toISOString() }, content);
    return insteadOfList([...toActivities(help, lang, content, {}).map(({ text }) => text ?? ''), said].join('\n'));
  }
  const rtl = content.languages.get(lang)?.dir === 'rtl';
  return dialogWith(dialogTitle, { lang, rtl, speak: said, fallbackText: said, body: paragraphs(said) });
}

/** The extension. */
export function createExtension(parts: ExtensionParts): Extension {
  return {
    answer: async activity => {
      const asked = readInvoke(activity.name, activity.value);
      if (asked === undefined) return malformed;
      const member = staffOf(activity, parts.roster);
      if (!mayUse(member)) return refuse(asked, activity, parts);
      return asked.kind === 'search' ? findServices(asked, parts) : startReferral(asked, { member, shared: isShared(activity) }, parts);
    },
  };
}
