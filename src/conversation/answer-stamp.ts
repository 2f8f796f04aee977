// A stamp of an answer as it stands: whoever shows a whole form sends it back with what was filled in, so that an answer given somewhere else
// meanwhile is never overwritten unseen.
import { createHash } from 'node:crypto';
import type { AnswerKey, Conversation } from './conversation.js';

/** Eight letters that differ when the answer under this key does; '' while there is none. */
export function answerStamp(key: AnswerKey, { answers }: Pick<Conversation, 'answers'>): string {
  const values = answers[key]?.values;
  return values === undefined ? '' : createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 8);
}
