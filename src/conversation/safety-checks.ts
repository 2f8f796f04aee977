// The direct questions of the safety check (dialogs/safety-check.json): which belong to which kind of red flag.
import { chosenCodes } from '../content/forms/chosen-codes.js';
import type { Content, RedFlagKind } from '../content/content.js';
import type { AnswerKey, Conversation } from './conversation.js';

/** The part of the journey they stand in. */
export const safetyPart = 'safety-check';

/** The direct questions of a kind: items enabled by its fact. */
export function checksOf(kind: RedFlagKind, content: Content): readonly AnswerKey[] {
  const fact = `facts.flag-${kind}`;
  return content.journey.form.order.filter(item => item.enableWhen.some(when => when.question === fact)).map(item => item.linkId);
}

/** Was a direct question of this kind answered by what is no danger itself ("No, I can go on here")? */
export function isSettled(kind: RedFlagKind, { answers }: Pick<Conversation, 'answers'>, content: Content): boolean {
  return checksOf(kind, content).some(linkId => {
    const codes = chosenCodes(answers[linkId]?.values ?? []);
    return codes.length > 0 && !content.redFlags.answers.some(answer => answer.linkId === linkId && codes.includes(answer.code));
  });
}
