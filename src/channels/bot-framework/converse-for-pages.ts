// The pages' way to the one bot: a page turn becomes an activity, the thin adapter runs it, and the replies come back unworded.
import { ActivityTypes } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { Conversation } from '../../conversation/conversation.js';
import type { Conversing, PageTurn, PageView, Spoken } from '../pages/conversing.js';
import { goesOn, pagesChannel, repliesEvent } from './bot.js';
import type { WaymarkBot } from './bot.js';
import type { Turns, TurnResult } from './run-turn.js';
import type { ThinAdapter } from './thin-adapter.js';

function bodyOf(said: PageTurn['said']): Partial<Activity> {
  switch (said.kind) {
    case 'nothing':
      return { type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: 'patient', name: '' }] };
    case 'text':
      return { type: ActivityTypes.Message, text: said.text };
    case 'answers':
      return {
        type: ActivityTypes.Message,
        value: {
          answers: said.answers,
          ...(said.language === undefined ? {} : { language: said.language }),
          ...(said.each ? { each: true } : {}),
        },
        ...(said.text === undefined ? {} : { text: said.text }),
      };
    case 'command': {
      const { command, language, key } = said;
      return { type: ActivityTypes.Message, value: { command, language, key } };
    }
  }
}

function activityOf(turn: PageTurn): Partial<Activity> {
  return {
    ...bodyOf(turn.said),
    id: turn.activityId,
    channelId: pagesChannel,
    locale: turn.locale,
    from: { id: 'patient', name: '' },
    recipient: { id: 'waymark', name: '' },
    ...(turn.goesOn && { channelData: goesOn }),
    conversation: { id: turn.conversationId, isGroup: false, conversationType: 'personal', name: '' },
  };
}

const nothing = { story: [], progress: { done: 0, total: 0 }, flagged: false };

/** Do staff write it down, or did they? */
function whoWrites({ by, answers }: Conversation, deskAt: string | undefined): Pick<Spoken, 'by' | 'deskAt' | 'typedByStaff'> {
  if (by) return { by, ...(deskAt === undefined ? {} : { deskAt }) };
  return Object.values(answers).some(answer => answer.by === 'staff') ? { typedByStaff: true } : {};
}

/** All of it as one form, where the page asks for that and it can be shown. */
function formOf(conversation: Conversation, view: PageView | undefined, turns: Turns): Pick<Spoken, 'form'> {
  const form = view === 'form' ? turns.layOut(conversation) : undefined;
  return form ? { form } : {};
}

function spokenOf(result: TurnResult, turn: PageTurn, turns: Turns): Spoken {
  if (result.state !== 'ok') {
    const state = result.state === 'newer' ? 'try-again' : result.state;
    return { ...nothing, state, lang: turn.locale, replies: result.replies, erased: false };
  }
  if (!result.conversation) return { ...nothing, state: 'ok', lang: result.lang ?? turn.locale, replies: result.replies, erased: true };
  const shown = turns.describe(result.conversation);
  const { conversation, replies, wayBack } = result;
  return {
    ...shown,
    state: 'ok',
    lang: conversation.lang,
    replies,
    erased: false,
    ...formOf(conversation, turn.view, turns),
    ...whoWrites(conversation, result.deskAt),
    ...(wayBack ? { wayBack } : {}),
  };
}

/** Conversing (what pages ask for) over the bot. */
export function converseForPages(bot: WaymarkBot, adapter: ThinAdapter, turns: Turns): Conversing {
  return {
    say: async turn => {
      const sent = await adapter.run(activityOf(turn), bot);
      const event = sent.find(activity => activity.name === repliesEvent);
      if (!event) throw new Error('the bot gave no replies to a page turn');
      // Safe: bot.ts puts the TurnResult itself under this event name.
      return spokenOf(event.value as TurnResult, turn, turns);
    },
    show: async (conversationId, lang, activityId, view) => {
      const shown = await turns.show(`${pagesChannel}:${conversationId}`, activityId);
      if (typeof shown === 'string') return { ...nothing, state: shown, lang, replies: [], erased: false };
      const { conversation } = shown;
      const form = formOf(conversation, view, turns);
      return { ...shown, state: 'ok', lang: conversation.lang, erased: false, ...form, ...whoWrites(conversation, conversation.deskAt) };
    },
  };
}
