// What Teams keeps, told where it matters: before a patient's first question, and where they ask us to delete. Messages in Teams belong to the
// employer or organisation whose Teams it is; we can delete our copy and nothing there.
import { ActivityTypes } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { Phrase } from '../../../content/languages/phrase.js';
import type { TurnResult } from '../run-turn.js';

type Sent = Partial<Activity>;

/** How it is worded. */
export interface NoticeVoice {
  readonly lang: string;
  readonly word: (phrase: Phrase) => string;
  /** Where the pages are, without a slash at the end, if that is known. */
  readonly publicUrl?: string | undefined;
}

function said(phrases: readonly Phrase[], { lang, word }: NoticeVoice): Sent {
  return { type: ActivityTypes.Message, text: phrases.map(word).join('\n'), textFormat: 'plain', locale: lang };
}

/** Where the same can be done out of an employer's sight. */
export function ourPage(publicUrl: string | undefined): readonly Phrase[] {
  return publicUrl === undefined ? [] : [{ product: 'teams.page', params: { url: { isolate: publicUrl } } }];
}

/** Was this the turn that opened the conversation? */
function begins({ conversation }: TurnResult): boolean {
  return conversation?.applied.at(-1)?.notices.some(({ code }) => code === 'welcome') === true;
}

/** Right before what is asked, which stands last. */
function beforeLast(activities: readonly Sent[], notice: Sent): readonly Sent[] {
  return [...activities.slice(0, -1), notice, ...activities.slice(-1)];
}

/** The activities of a turn in Teams, with what must be known there. */
export function withTeamsNotices(result: TurnResult, activities: readonly Sent[], voice: NoticeVoice): readonly Sent[] {
  const remain: Phrase = { product: 'teams.remain' };
  if (result.erased) return [...activities, said([remain], voice)];
  if (result.conversation?.confirming === 'delete') return beforeLast(activities, said([remain], voice));
  return begins(result) ? beforeLast(activities, said([{ product: 'teams.kept' }, ...ourPage(voice.publicUrl)], voice)) : activities;
}
