// The answers that play a role in the referral (dialogs/roles.json).
import type { AnswerValue } from '../content/forms/form.js';
import type { Content, Role } from '../content/content.js';
import type { Conversation } from './conversation.js';

/** First answer to the items that play a role, as text, number or code. */
export function roleValues(role: Role, conversation: Pick<Conversation, 'answers'>, content: Content): readonly AnswerValue[] {
  for (const linkId of content.journey.roles[role]) {
    const answer = conversation.answers[linkId];
    if (answer && answer.values.length > 0) return answer.values;
  }
  return [];
}
