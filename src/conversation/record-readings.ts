// The recording phase: put accepted answers in, drop what they make unreachable. Several at once are recorded together or not at all.
import { isDeepStrictEqual } from 'node:util';
import { unreachableKeys } from '../questionnaire/clear-unreachable.js';
import type { Conversation, Notice } from './conversation.js';
import { brokenByAnswer } from './broken-rules.js';
import { derivePosition } from './derive-position.js';
import type { Position } from './derive-position.js';
import { keepTrail } from './keep-trail.js';
import { answeredKeys, placeAnswer } from './place-answer.js';
import { withConversation, withNotices } from './turn-state.js';
import type { Accepted, Phase, TurnState } from './turn-state.js';
import { wayOf, withWay } from './way-of.js';

/** What an accepted answer did: one notice for each question it is put under. */
function noticesOf(accepted: Accepted, before: Conversation, after: Conversation): readonly Notice[] {
  const { kind } = accepted.understood;
  return answeredKeys(accepted).map((key): Notice => {
    if (kind === 'skip') return { code: 'skipped', key };
    if (kind === 'propose') return { code: 'proposed', key };
    const earlier = before.answers[key]?.values;
    return { code: earlier && !isDeepStrictEqual(earlier, after.answers[key]?.values) ? 'changed' : 'recorded', key };
  });
}

/** The form as it decides what is kept: a person who only looks at what is near may still ask for a referral, and keeps what a referral asks. */
function keptBy({ conversation, content, position }: TurnState): Position['state'] {
  const [full] = wayOf(conversation, content) === 'near' ? [withWay(conversation, 'full', content, conversation.startedAt)] : [];
  return full === undefined ? position.state : derivePosition(full, content, position.state).state;
}

/** Answers and skips of questions that are not asked any more are dropped, until nothing more falls away: what falls can change a fact. */
export function dropUnreachable(state: TurnState): TurnState {
  const { conversation } = state;
  const gone = new Set(unreachableKeys(keptBy(state), [...Object.keys(conversation.answers), ...conversation.skipped]));
  if (gone.size === 0) return state;
  const answers = Object.fromEntries(Object.entries(conversation.answers).filter(([key]) => !gone.has(key)));
  const skipped = conversation.skipped.filter(key => !gone.has(key));
  return dropUnreachable(withConversation(state, { ...conversation, answers, skipped }));
}

/** Questions whose answers are gone, of those that had one: "another one?" is no answer anybody would miss. */
function dropped(before: Conversation, after: Conversation): readonly string[] {
  return Object.keys(before.answers).filter(key => !key.endsWith('+') && after.answers[key] === undefined);
}

/** Records what was accepted, if every question of it is one that may be answered now. */
export const recordReadings: Phase = state => {
  const { accepted, conversation, turn, content } = state;
  if (accepted.length === 0) return state;
  const placing = { form: content.journey.form, at: turn.at };
  const placed = withConversation(
    state,
    accepted.reduce((current, one) => placeAnswer(current, one, placing), conversation),
  );
  const outside = accepted.find(one => !placed.position.state.enabled.has(one.asked.key));
  if (outside) return { ...withNotices(state, { code: 'not-asked', key: outside.asked.key }), accepted: [] };
  const broken = brokenByAnswer(placed, accepted);
  if (broken) return { ...withNotices(state, broken), accepted: [] };
  const next = dropUnreachable({ ...placed, accepted: [] });
  const notices = accepted.flatMap(one => noticesOf(one, conversation, placed.conversation));
  const answered = new Set(accepted.flatMap(answeredKeys));
  const keys = dropped(conversation, next.conversation).filter(key => !answered.has(key));
  const told: readonly Notice[] = keys.length > 0 ? [...notices, { code: 'dropped', keys }] : notices;
  return withNotices(keepTrail(next, told), ...told);
};
