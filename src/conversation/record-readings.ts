// The recording phase: put accepted answers in, drop what they make unreachable. Several at once are recorded together or not at all.
import { isDeepStrictEqual } from 'node:util';
import { clearUnreachable } from '../questionnaire/clear-unreachable.js';
import type { Conversation, Notice } from './conversation.js';
import { withConversation, withNotices, without } from './turn-state.js';
import type { Accepted, Phase, TurnState } from './turn-state.js';

function place(conversation: Conversation, { item, understood }: Accepted, at: string): Conversation {
  const key = item.linkId;
  if (understood.kind === 'propose') return { ...conversation, proposed: { ...conversation.proposed, [key]: understood.values } };
  const { changing, reviewing: _, ...rest } = conversation;
  const others = changing === undefined || changing === key ? rest : { ...rest, changing };
  const proposed = without(others.proposed, key);
  const skipped = others.skipped.filter(name => name !== key);
  if (understood.kind === 'skip') return { ...others, proposed, skipped: [...skipped, key], answers: without(others.answers, key) };
  const answer = { values: understood.values, at, lang: others.lang };
  return { ...others, proposed, skipped, answers: { ...others.answers, [key]: answer } };
}

function noticeOf({ item, understood }: Accepted, before: Conversation): Notice {
  const key = item.linkId;
  if (understood.kind === 'skip') return { code: 'skipped', key };
  if (understood.kind === 'propose') return { code: 'proposed', key };
  const earlier = before.answers[key]?.values;
  return { code: earlier && !isDeepStrictEqual(earlier, understood.values) ? 'changed' : 'recorded', key };
}

/** Answers and skips of questions that are not asked any more are dropped, until nothing more falls away: what falls can change a fact. */
function dropUnreachable(state: TurnState): TurnState {
  const { conversation, position, content } = state;
  const reachable = clearUnreachable(content.journey.form, position.answers);
  const kept = Object.entries(conversation.answers).filter(([key]) => reachable.answers[key] !== undefined);
  const skipped = conversation.skipped.filter(key => position.enabled.has(key));
  const isStable = kept.length === Object.keys(conversation.answers).length && skipped.length === conversation.skipped.length;
  return isStable ? state : dropUnreachable(withConversation(state, { ...conversation, answers: Object.fromEntries(kept), skipped }));
}

/** Records what was accepted, if every question of it is one that may be answered now. */
export const recordReadings: Phase = state => {
  const { accepted, conversation, turn } = state;
  if (accepted.length === 0) return state;
  const placed = withConversation(
    state,
    accepted.reduce((current, one) => place(current, one, turn.at), conversation),
  );
  const outside = accepted.find(one => !placed.position.enabled.has(one.item.linkId));
  if (outside) return { ...withNotices(state, { code: 'not-asked', key: outside.item.linkId }), accepted: [] };
  const next = dropUnreachable({ ...placed, accepted: [] });
  return withNotices(next, ...accepted.map(one => noticeOf(one, conversation)));
};
