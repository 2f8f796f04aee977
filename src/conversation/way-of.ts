// Which way a conversation goes (the hidden item of role `way`): the whole of it, just a call, or only what is near.
import type { Content } from '../content/content.js';
import type { Conversation } from './conversation.js';
import { roleValues } from './role-values.js';

/** The code of the way chosen by a command; undefined while it is the one the form begins with. */
export function wayOf(conversation: Pick<Conversation, 'answers'>, content: Content): string | undefined {
  const [value] = roleValues('way', conversation, content);
  return value && 'valueCoding' in value ? value.valueCoding.code : undefined;
}

/** The conversation going another way from `at` on, all answers kept; undefined where the journey has no such way. */
export function withWay(conversation: Conversation, code: string, { journey }: Content, at: string): Conversation | undefined {
  const [way] = journey.roles.way;
  const option = way === undefined ? undefined : journey.form.byLinkId.get(way)?.options.find(one => one.code === code);
  if (way === undefined || option === undefined) return undefined;
  const { lang, by, answers } = conversation;
  return { ...conversation, answers: { ...answers, [way]: { values: [option.value], at, lang, ...(by && { by }) } } };
}
