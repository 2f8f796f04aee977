// The command phase: help, back, change, skip, another language, a person, start again … A command is a whole message; a sentence that
// merely contains such a word is an answer, and an option's label is never a command.
import { matchLanguage } from '../content/languages/match-language.js';
import type { Command } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { readCommand } from '../understanding/read-command.js';
import type { Notice } from './conversation.js';
import { goBack, startChanging } from './go-back.js';
import { isLabel } from './option-labels.js';
import { callMe, canShowNear, refer, showNear } from './take-way.js';
import { pendingKey } from './derive-position.js';
import { settled, withConversation, withNotices, withoutMarks } from './turn-state.js';
import type { Phase, TurnState } from './turn-state.js';

interface Order {
  readonly command: Command;
  readonly language?: string;
  readonly key?: string;
}

function isOption(state: TurnState, text: string): boolean {
  const { standing } = state.position;
  if (standing.kind !== 'question') return false;
  const folded = foldText(text);
  return isLabel(standing.asked.item, folded, state.content);
}

function orderOf(state: TurnState): Order | undefined {
  const { said, conversation, content } = state;
  if (said.kind === 'command') return said;
  if (said.kind !== 'text' || isOption(state, said.text)) return undefined;
  const order = readCommand(said.text, conversation.lang, new Map([...content.unready, ...content.languages]));
  // Where nothing can be shown, "what is near me" is an answer like any other.
  return order?.command === 'near' && !canShowNear(state) ? undefined : order;
}

/** A language we cannot talk in here: one whose words are not ready leads to an interpreter. */
function notOffered({ content }: TurnState, wanted: string | undefined): Notice {
  const lang = matchLanguage(wanted, content.unready.keys());
  return lang === undefined ? { code: 'language-unknown' } : { code: 'language-unready', lang };
}

function switchLanguage(state: TurnState, wanted: string | undefined): TurnState {
  const lang = wanted === undefined ? undefined : matchLanguage(wanted, [...state.content.languages.keys()]);
  if (lang === undefined) return withNotices(state, notOffered(state, wanted));
  // Only the last word on it is told, where the language the conversation was in has just been withdrawn.
  const notices = state.notices.filter(notice => notice.code !== 'language');
  return withNotices(withConversation({ ...state, notices }, { ...state.conversation, lang }), { code: 'language', lang });
}

/** Tells more of one service. */
function tellMore(state: TurnState, id: string | undefined): TurnState {
  return withNotices(state, id === undefined ? { code: 'help' } : { code: 'service', id });
}

function restart(state: TurnState): TurnState {
  return withConversation(state, { ...withoutMarks(state.conversation), confirming: 'restart' });
}

/** Shows what has been said: all of it, or the section asked for. */
function review(state: TurnState, section?: string): TurnState {
  if (state.conversation.sent) return withNotices(state, { code: 'already-sent' });
  const known = section !== undefined && state.content.journey.form.byLinkId.has(section);
  return withConversation(state, { ...withoutMarks(state.conversation), reviewing: known ? section : true });
}

function skip(state: TurnState): TurnState {
  const key = pendingKey(state.position.standing);
  if (state.position.standing.kind !== 'question' || key === null) return settled(state);
  return { ...state, said: { kind: 'answers', answers: [{ key, skip: true }] } };
}

const orders: Readonly<Record<Exclude<Command, 'skip'>, (state: TurnState, order: Order) => TurnState>> = {
  back: state => goBack(state),
  review: (state, order) => review(state, order.key),
  change: (state, order) => (order.key === undefined ? review(state) : startChanging(state, order.key)),
  restart: state => restart(state),
  pause: state => withNotices(state, { code: state.conversation.sent ? 'already-sent' : 'paused' }),
  stop: state => withNotices(state, { code: state.conversation.sent ? 'already-sent' : 'stopped' }),
  help: state => withNotices(state, { code: 'help' }),
  person: state => withNotices(state, { code: 'person' }),
  'call-me': state => callMe(state),
  near: state => showNear(state),
  refer: state => refer(state),
  more: (state, order) => tellMore(state, order.key),
  urgent: state => withNotices(state, { code: 'urgent' }),
  exit: state => withNotices(state, { code: 'exit' }),
  delete: state => withConversation(state, { ...withoutMarks(state.conversation), confirming: 'delete' }),
  language: (state, order) => switchLanguage(state, order.language),
};

/** Obeys a command, if the message is one; leaves everything else to be read. */
export const obeyCommand: Phase = state => {
  const order = orderOf(state);
  if (!order) return state;
  if (order.command === 'skip') return skip(state);
  return settled(orders[order.command](state, order));
};
