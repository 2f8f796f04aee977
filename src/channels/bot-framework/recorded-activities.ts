// A turn as it lies in the history of a Direct Line conversation: what the client sent, then what was said. Only what differs is kept; ids,
// names and the rest are put in when a client reads it.
import type { Activity } from 'botbuilder';
import type { Json } from '../../storage/ports.js';
import type { PlainActivity } from '../direct-line/line.js';

/** Longest client's own data that is given back to it, in characters of JSON. */
const mostData = 2_000;
/** Longest text and value given back, the same. */
const mostSaid = 4_000;

function shortEnough(value: unknown, most: number): boolean {
  return value !== undefined && value !== null && JSON.stringify(value).length <= most;
}

/** The client's own number for an activity: by it the client knows its message again. */
function clientIdOf(data: unknown): string | undefined {
  const id: unknown = typeof data === 'object' && data !== null && 'clientActivityID' in data ? data.clientActivityID : undefined;
  return typeof id === 'string' ? id.slice(0, 200) : undefined;
}

/** What a client sent, as it is told again to everybody who reads the conversation; undefined for what is no message. */
function echoOf(activity: Partial<Activity>, at: string): PlainActivity | undefined {
  if (activity.type !== 'message') return undefined;
  const { id, text, locale, from } = activity;
  const value: unknown = activity.value;
  const data: unknown = activity.channelData;
  const clientActivityID = clientIdOf(data);
  const kept = shortEnough(data, mostData) ? data : clientActivityID === undefined ? undefined : { clientActivityID };
  return {
    type: 'message',
    id,
    at,
    user: from?.id,
    ...(typeof text === 'string' && { text: text.slice(0, mostSaid) }),
    ...(shortEnough(value, mostSaid) && { value }),
    ...(typeof locale === 'string' && { locale: locale.slice(0, 40) }),
    ...(kept !== undefined && { channelData: kept }),
  };
}

/** One turn to be kept. `at`: ISO instant. */
export function recordTurn(activity: Partial<Activity>, said: readonly Partial<Activity>[], at: string): readonly Json[] {
  const turn = activity.id ?? '';
  const echo = echoOf(activity, at);
  const answers = said.map((one, index) => ({ ...one, id: `${turn}.${String(index + 1)}`, at, ...(echo && { to: turn }) }));
  return plain(echo ? [echo, ...answers] : answers);
}

/** What must be told of a turn that could not be saved: not what the client sent, which is to be sent again. `at`: ISO instant. */
export function unsavedTurn(activity: Partial<Activity>, said: readonly Partial<Activity>[], at: string): readonly Json[] {
  const moment = String(Date.parse(at));
  return plain(said.map((one, index) => ({ ...one, id: `${activity.id ?? ''}.${moment}-${String(index + 1)}`, at })));
}

function plain(values: readonly object[]): readonly Json[] {
  // Safe: an activity is plain data; what is undefined in it is left out.
  return JSON.parse(JSON.stringify(values)) as Json[];
}

/** A kept activity as clients of its conversation see it. */
export function plainActivity(kept: PlainActivity, conversationId: string, botName: string): PlainActivity {
  const { id, at, to, user, ...rest } = kept;
  const name = (turn: unknown): string => `${conversationId}|${String(turn)}`;
  return {
    ...rest,
    id: name(id),
    timestamp: at,
    channelId: 'directline',
    conversation: { id: conversationId },
    from: user === undefined ? { id: 'waymark', name: botName, role: 'bot' } : { id: user, name: '', role: 'user' },
    ...(to !== undefined && { replyToId: name(to) }),
  };
}
