// Content changed while a person was away: a question that is not the one they answered is asked again, every other answer is kept.
import { readKey } from '../questionnaire/answer-key.js';
import { keepTrail } from './keep-trail.js';
import { dropUnreachable } from './record-readings.js';
import { withConversation, withNotices } from './turn-state.js';
import type { TurnState } from './turn-state.js';

/** Drops answers to questions whose fingerprint is another one now, and says which. A referral that was sent stays as it was. */
export function askChangedAgain(state: TurnState): TurnState {
  const { conversation, content } = state;
  if (conversation.contentVersion === content.version || conversation.sent) return state;
  const { byLinkId } = content.journey.form;
  const changed = Object.entries(conversation.answers).flatMap(([key, { asked }]) => {
    const now = byLinkId.get(readKey(key).linkId)?.fingerprint;
    return asked !== undefined && now !== undefined && now !== asked ? [key] : [];
  });
  if (changed.length === 0) return state;
  const gone = new Set(changed);
  const answers = Object.fromEntries(Object.entries(conversation.answers).filter(([key]) => !gone.has(key)));
  const next = dropUnreachable(withConversation(state, { ...conversation, answers, contentVersion: content.version }));
  const keys = changed.filter(key => !readKey(key).more);
  const notice = { code: 'asked-again', keys } as const;
  return keys.length === 0 ? next : withNotices(keepTrail(next, [notice]), notice);
}
