// The recording phase: put checked answers in, drop what they make unreachable. Several at once are recorded together or not at all.
import { isDeepStrictEqual } from 'node:util';
import { clearUnreachable } from '../questionnaire/clear-unreachable.js';
import type { Content } from '../content/content.js';
import type { Conversation, Notice } from './conversation.js';
import { derivePosition } from './derive-position.js';
import { withConversation, withNotices, without } from './turn-state.js';
import type { Phase, Reading, TurnState } from './turn-state.js';

function place(conversation: Conversation, reading: Reading, state: TurnState): Conversation {
  const { item, understood } = reading;
  const key = item.linkId;
  const { changing, reviewing: _reviewing, ...rest } = conversation;
  const others = changing === undefined || changing === key ? rest : { ...rest, changing };
  const proposed = without(others.proposed, key);
  const skipped = others.skipped.filter(name => name !== key);
  switch (understood.kind) {
    case 'skip':
      return { ...others, proposed, skipped: [...skipped, key], answers: without(others.answers, key) };
    case 'values': {
      const answer = { values: understood.values, at: state.turn.at, lang: others.lang };
      return { ...others, proposed, skipped, answers: { ...others.answers, [key]: answer } };
    }
    case 'propose':
      return { ...conversation, proposed: { ...conversation.proposed, [key]: understood.values } };
    case 'unclear':
      return conversation;
  }
}

function noticeOf(reading: Reading, before: Conversation): Notice {
  const key = reading.item.linkId;
  switch (reading.understood.kind) {
    case 'skip':
      return { code: 'skipped', key };
    case 'propose':
      return { code: 'proposed', key };
    case 'values':
    case 'unclear': {
      const earlier = before.answers[key]?.values;
      const values = reading.understood.kind === 'values' ? reading.understood.values : [];
      return { code: earlier && !isDeepStrictEqual(earlier, values) ? 'changed' : 'recorded', key };
    }
  }
}

/** Answers and skips of questions that are not asked any more are dropped, until nothing more falls away. */
function dropUnreachable(conversation: Conversation, content: Content): Conversation {
  let current = conversation;
  for (let round = 0; round < 10; round += 1) {
    const { answers, enabled } = derivePosition(current, content);
    const reachable = clearUnreachable(content.journey.form, answers);
    const kept = Object.fromEntries(Object.entries(current.answers).filter(([key]) => reachable.answers[key] !== undefined));
    const skipped = current.skipped.filter(key => enabled.has(key));
    const stable = Object.keys(kept).length === Object.keys(current.answers).length && skipped.length === current.skipped.length;
    if (stable) return current;
    current = { ...current, answers: kept, skipped };
  }
  return current;
}

/** Records what was read, if every question of it is one that may be answered now. */
export const recordReadings: Phase = state => {
  const { readings, conversation, content } = state;
  if (readings.length === 0) return state;
  const placed = readings.reduce((current, reading) => place(current, reading, state), conversation);
  const { enabled } = derivePosition(placed, content);
  const outside = readings.find(reading => !enabled.has(reading.item.linkId));
  if (outside) return { ...withNotices(state, { code: 'not-asked', key: outside.item.linkId }), readings: [] };
  const next = withConversation(state, dropUnreachable(placed, content));
  return { ...withNotices(next, ...readings.map(reading => noticeOf(reading, conversation))), readings: [] };
};
