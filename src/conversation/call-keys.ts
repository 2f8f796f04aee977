// The questions of "Would you like someone to call you?".
import type { Content } from '../content/content.js';
import type { AnswerKey } from './conversation.js';

/** The yes or no, and the number that completes it; undefined where the journey does not ask. */
export function callKeys({ journey }: Content): { readonly ask: AnswerKey | undefined; readonly number: AnswerKey | undefined } {
  const ask = journey.roles['call-back'][0];
  return { ask, number: journey.roles.phone.find(linkId => ask !== undefined && journey.form.byLinkId.get(linkId)?.part === partOf(ask)) };
}

function partOf(linkId: string): string {
  return linkId.slice(0, linkId.indexOf('.'));
}
