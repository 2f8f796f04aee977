// The recording phase: put accepted answers in, drop what they make unreachable. Several at once are recorded together or not at all; those of a
// whole form each for itself.
import { isDeepStrictEqual } from 'node:util';
import { unreachableKeys } from '../questionnaire/clear-unreachable.js';
import type { Conversation, Notice } from './conversation.js';
import { brokenByAnswer } from './broken-rules.js';
import { derivePosition } from './derive-position.js';
import type { Position } from './derive-position.js';
import { keepTrail } from './keep-trail.js';
import { answeredKeys, placeAnswer } from './place-answer.js';
import { answersEach, withConversation, withNotices } from './turn-state.js';
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

/** The state with these answers put in. */
function placeAll(state: TurnState, accepted: readonly Accepted[]): TurnState {
  const { conversation, turn, content } = state;
  const placing = { form: content.journey.form, at: turn.at };
  return withConversation(
    state,
    accepted.reduce((current, one) => placeAnswer(current, one, placing), conversation),
  );
}

/** What of the accepted can be put in, what cannot, and what is said of that. */
interface Fitted {
  readonly placed: TurnState;
  readonly accepted: readonly Accepted[];
  /** Keys of answers to what is not asked any more, now that the others are in. */
  readonly outside: readonly string[];
  readonly notices: readonly Notice[];
}

const nothingWrong = { outside: [], notices: [] } as const;

/** All of it or none. */
function fitTogether(state: TurnState): Fitted {
  const { accepted } = state;
  const placed = placeAll(state, accepted);
  const outside = accepted.find(one => !placed.position.state.enabled.has(one.asked.key));
  const wrong: Notice | undefined = outside ? { code: 'not-asked', key: outside.asked.key } : brokenByAnswer(placed, accepted);
  if (wrong) return { placed: state, accepted: [], outside: [], notices: [wrong] };
  return { placed, accepted, ...nothingWrong };
}

/** Each for itself: those that do not go with the others are left out, one by one, until the rest fits. */
function fitEach(state: TurnState, accepted: readonly Accepted[], found: Pick<Fitted, 'outside' | 'notices'> = nothingWrong): Fitted {
  const placed = placeAll(state, accepted);
  const outside = accepted.filter(one => !placed.position.state.enabled.has(one.asked.key));
  if (outside.length > 0) {
    const rest = accepted.filter(one => !outside.includes(one));
    return fitEach(state, rest, { ...found, outside: [...found.outside, ...outside.map(one => one.asked.key)] });
  }
  const broken = brokenByAnswer(placed, accepted);
  if (broken === undefined) return { placed, accepted, ...found };
  const rest = accepted.filter(one => !answeredKeys(one).some(key => 'key' in broken && key === broken.key));
  return fitEach(state, rest, { ...found, notices: [...found.notices, broken] });
}

/** Records what was accepted, if every question of it is one that may be answered now. */
export const recordReadings: Phase = state => {
  if (state.accepted.length === 0) return state;
  const { conversation } = state;
  const { placed, accepted, outside, notices: refused } = answersEach(state) ? fitEach(state, state.accepted) : fitTogether(state);
  if (accepted.length === 0 && outside.length === 0) return { ...withNotices(state, ...refused), accepted: [] };
  const next = dropUnreachable({ ...placed, accepted: [] });
  const notices = accepted.flatMap(one => noticesOf(one, conversation, placed.conversation));
  const answered = new Set(accepted.flatMap(answeredKeys));
  const keys = [...new Set([...outside, ...dropped(conversation, next.conversation)])].filter(key => !answered.has(key));
  const told: readonly Notice[] = [...notices, ...refused, ...(keys.length > 0 ? [{ code: 'dropped', keys } as const] : [])];
  return withNotices(keepTrail(next, told), ...told);
};
