// The phase that counts unmet need: where a conversation ends and nothing near was found for a need, that need and the area are counted, once an
// episode. Nothing in it leads back to the person.
import type { FoundPlace } from '../directory/places/places.js';
import { makeUnmetId } from '../referral/make-reference.js';
import { postcodeTold } from './place-told.js';
import { withConversation } from './turn-state.js';
import type { TurnState } from './turn-state.js';

/** The district by name or code, else the first half of the postcode. */
function areaOf({ conversation, content, directory }: TurnState): string {
  const postcode = postcodeTold(conversation, content);
  if (postcode === undefined) return 'unknown';
  const { districtName, district, outward }: Partial<FoundPlace> = directory?.places.find(postcode) ?? {};
  return districtName ?? district ?? outward ?? postcode.replace(/ .*$/u, '');
}

/** Counts what is unmet when the referral is sent, or when the list is reached without one. */
export function countUnmet(state: TurnState): TurnState {
  const { conversation, position, turn } = state;
  const { near, id: conversationId, episode, sent } = conversation;
  const isOver = sent?.at === turn.at || position.standing.kind === 'near';
  if (!isOver || near === undefined || near.unmet.length === 0 || near.counted === true) return state;
  const id = makeUnmetId(conversationId, episode);
  const unmet = { id, at: turn.at, needs: near.unmet, area: areaOf(state) };
  const next = withConversation(state, { ...conversation, near: { ...near, counted: true } });
  return { ...next, effects: [...state.effects, { kind: 'unmet', id, unmet }] };
}
