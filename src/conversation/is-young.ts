// Somebody known to be a child, by the age they gave or by words such as "I am 13": answered in a child's words, with a child's numbers.
import type { Content } from '../content/content.js';
import type { Conversation } from './conversation.js';
import { roleValues } from './role-values.js';

/** Is the person known to be under the age of the policy? Their age counts before anything else they wrote. */
export function isYoung({ answers, flags }: Pick<Conversation, 'answers' | 'flags'>, content: Content): boolean {
  const age = roleValues('age', { answers }, content)[0];
  if (age && 'valueInteger' in age) return age.valueInteger < content.redFlags.young.under;
  return flags.some(flag => flag.young);
}
