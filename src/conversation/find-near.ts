// The phase that looks round: as soon as needs and place are known, what is near is found and kept, and found anew where what it hangs on changes.
// A question about the services is asked again where these are others now.
import { createHash } from 'node:crypto';
import type { LocalDirectory } from '../directory/local-directory.js';
import type { MatchRequest } from '../directory/match-request.js';
import { matchServices } from '../directory/match-services.js';
import type { FoundNear, ShownService } from './conversation.js';
import { nearItems } from './near-items.js';
import { nearRequests } from './near-requests.js';
import { isPlaceSettled, postcodeTold } from './place-told.js';
import { without, withConversation, withNotices } from './turn-state.js';
import type { TurnState } from './turn-state.js';
import { wayOf } from './way-of.js';

const nothing: FoundNear = { for: '', shown: [], unmet: [] };

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);
}

/** Fingerprint in two halves: what is asked before the list is shown, and everything with the directory's version; '' where nothing is asked. */
function fingerprint(requests: readonly MatchRequest[], { conversation, content }: TurnState, { version }: LocalDirectory): string {
  if (requests.length === 0) return '';
  const asked = requests.map(({ need, age, languages, access, withoutReferral }) => [need, age, languages, access, withoutReferral]);
  const all = requests.map(({ today: _, ...request }) => request);
  return `${digest([asked, postcodeTold(conversation, content)])}.${digest([version, all])}`;
}

/** Was the question about the services answered or skipped? */
function isAskedAbout({ conversation: { answers, skipped } }: TurnState): boolean {
  return answers[nearItems.askAbout] !== undefined || skipped.includes(nearItems.askAbout);
}

/** Does what was found still hold? Once a person has chosen from the list it stays as it is, unless needs, place or access become others. */
function holds(before: FoundNear, now: string, state: TurnState): boolean {
  const [asked, wasAsked] = [now, before.for].map(each => each.split('.', 1)[0]);
  return isAskedAbout(state) ? asked === wasAsked : now === before.for;
}

function search(requests: readonly MatchRequest[], { index }: LocalDirectory): Pick<FoundNear, 'shown' | 'unmet'> {
  const found = requests.map(request => ({ need: request.need, matches: matchServices(index, request).matches }));
  return {
    shown: found.flatMap(({ need, matches }) => matches.map(({ service: { id, name } }): ShownService => ({ need, id, name }))),
    unmet: found.filter(({ matches }) => matches.length === 0).map(({ need }) => need),
  };
}

const idsOf = ({ shown }: FoundNear): string => shown.map(({ id }) => id).join('\n');

/** Puts the question about the services again, where they are others than those it was answered for. */
function askAgain(state: TurnState): TurnState {
  const { conversation } = state;
  const { askAbout } = nearItems;
  if (!isAskedAbout(state)) return state;
  const skipped = conversation.skipped.filter(key => key !== askAbout);
  const next = withConversation(state, { ...conversation, skipped, answers: without(conversation.answers, askAbout) });
  return conversation.answers[askAbout] === undefined ? next : withNotices(next, { code: 'asked-again', keys: [askAbout] });
}

/** Was the place told, or not told, in this very turn? */
function isPlaceToldNow({ notices }: TurnState): boolean {
  return notices.some(
    notice => 'key' in notice && notice.key === nearItems.postcode && ['recorded', 'changed', 'skipped'].includes(notice.code),
  );
}

function keep(state: TurnState, before: FoundNear, found: FoundNear): TurnState {
  const next = withConversation(state, { ...state.conversation, near: found });
  const isAlone = wayOf(state.conversation, state.content) === 'near';
  // In the way that only shows what is near nothing is asked about it, and what was answered before is kept.
  const asked = isAlone || idsOf(before) === idsOf(found) ? next : askAgain(next);
  const isNothing = found.unmet.length > 0 && found.shown.length === 0;
  const isTold = isNothing && isPlaceToldNow(state) && !isAlone;
  return isTold ? withNotices(asked, { code: 'near-nothing' }) : asked;
}

/** Looks round; the state as it is where nothing that counts has changed. */
function lookRound(state: TurnState, before: FoundNear, directory: LocalDirectory): TurnState {
  const { conversation, content } = state;
  const requests = isPlaceSettled(conversation, content) ? nearRequests(conversation, content, directory) : [];
  const now = fingerprint(requests, state, directory);
  if (holds(before, now, state)) return state;
  const counted = before.counted === true ? ({ counted: true } as const) : {};
  return keep(state, before, { ...search(requests, directory), for: now, ...counted });
}

/** Finds what is near, where a directory is there and nothing is sent yet. */
export function findNear(state: TurnState): TurnState {
  const { directory, conversation, erased } = state;
  if (directory === undefined || conversation.sent || erased) return state;
  const begun = conversation.near ? state : withConversation(state, { ...conversation, near: nothing });
  return lookRound(begun, conversation.near ?? nothing, directory);
}
