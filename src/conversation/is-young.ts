// Somebody known to be a child, by the age they gave or by words such as "I am 13": answered in a child's words, with a child's numbers.
import type { Content } from '../content/content.js';
import type { Conversation } from './conversation.js';
import { roleValues } from './role-values.js';

/** Is the person known to be under the age of the policy? By either: when in doubt they are answered as a child. */
export function isYoung({ answers, flags }: Pick<Conversation, 'answers' | 'flags'>, content: Content): boolean {
  const age = roleValues('age', { answers }, content)[0];
  const byAge = age !== undefined && 'valueInteger' in age && age.valueInteger < content.redFlags.young.under;
  return byAge || flags.some(flag => flag.young);
}
