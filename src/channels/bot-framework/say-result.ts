// What a turn brought, as activities: its replies, or, where nothing could be saved, help for danger and when to try again.
import { ActivityTypes } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { Content } from '../../content/content.js';
import type { TurnResult } from './run-turn.js';
import { toActivities } from './send-replies.js';
import type { Telling } from './send-replies.js';
import { withTeamsNotices } from './teams/teams-notices.js';

/** The activities to send, worded in the conversation's language; in `fallback` where that is not known. `how`: as for toActivities. */
export function sayResult(result: TurnResult, fallback: string, content: Content, how: Telling = {}): readonly Partial<Activity>[] {
  const lang = result.lang ?? fallback;
  const said = toActivities(result.replies, lang, content, how);
  if (result.state === 'ok') {
    if (how.teams !== true) return said;
    return withTeamsNotices(result, said, { lang, publicUrl: how.publicUrl, word: phrase => content.translator.word(phrase, lang) });
  }
  const product = result.state === 'newer' ? 'notice.newer' : 'notice.try-again';
  return [...said, { type: ActivityTypes.Message, text: content.translator.word({ product }, lang), locale: lang }];
}
