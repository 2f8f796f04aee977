// Activity -> Turn. After this nothing knows Bot Framework. The activity is hostile: every string in it is kept for red flags, text is
// capped, and data that does not have the public shape is `malformed`, never guessed at.
import type { Activity } from 'botbuilder';
import { capText } from '../../text/cap-text.js';
import type { Said, Turn } from '../../conversation/conversation.js';
import { withoutInputs } from './cards/card-inputs.js';
import { collectStrings, mostStrings } from './collect-strings.js';
import { saidByValue } from './said-by-value.js';
import { withoutCards } from './teams/without-cards.js';
import { withoutMentions } from './teams/without-mentions.js';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function saidByText(text: unknown): Said {
  if (typeof text !== 'string' || text.trim() === '') return { kind: 'nothing' };
  const capped = capText(text);
  return { kind: 'text', text: capped.text, ...(capped.cut ? { cut: true } : {}) };
}

/** The data a client sent: an activity's value, or what an Adaptive Card's action carries (Action.Execute; null: nothing, which is no answer). */
function valueOf(activity: Partial<Activity>): unknown {
  const value: unknown = activity.value;
  if (activity.type !== 'invoke') return value ?? undefined;
  return isObject(value) && isObject(value.action) ? (value.action.data ?? null) : (value ?? null);
}

/** Attachments as they came: a client may send anything in their place. */
function attachmentsOf(activity: Partial<Activity>): readonly unknown[] {
  const attachments: unknown = activity.attachments;
  return Array.isArray(attachments) ? attachments : [];
}

/** Is it a file or a picture? Teams sends the text of a message a second time as an attachment of type text/html, which is none. */
function isFile(attachment: unknown): boolean {
  return isObject(attachment) && attachment.contentType !== 'text/html';
}

/** Files are never fetched and never kept: beside words they are passed over, alone they are answered as what they are. */
function withoutText(activity: Partial<Activity>, value: unknown): Said {
  const attachments = attachmentsOf(activity);
  if (attachments.some(isFile)) return { kind: 'attachment' };
  return value !== undefined || attachments.length > 0 ? { kind: 'malformed' } : { kind: 'nothing' };
}

function saidBy(activity: Partial<Activity>): Said {
  if (activity.type !== 'message' && activity.type !== 'invoke') return { kind: 'nothing' };
  const value = valueOf(activity);
  const byValue = isObject(value) ? saidByValue(withoutInputs(value)) : undefined;
  if (byValue) return byValue;
  const byText = saidByText(activity.text);
  return byText.kind === 'nothing' ? withoutText(activity, value) : byText;
}

/** What a person may have called a file. */
function fileNames(activity: Partial<Activity>): readonly unknown[] {
  return attachmentsOf(activity).map(attachment => (isObject(attachment) ? attachment.name : undefined));
}

/**
 * Reads an activity as a turn.
 * @param at ISO instant of arrival, from the server's clock
 * @param entropy 32 random hex digits; also stands for a missing activity id
 */
export function readTurn(sent: Partial<Activity>, at: string, entropy: string): Turn {
  // Safe: what stands in the place of a text is only ever read as unknown.
  const activity = { ...sent, text: withoutCards(withoutMentions(sent)) as string };
  const locale: unknown = activity.locale;
  const strings = collectStrings([activity.text, activity.value, fileNames(activity)]);
  return {
    id: typeof activity.id === 'string' && activity.id !== '' ? activity.id.slice(0, 200) : entropy,
    at,
    entropy,
    ...(typeof locale === 'string' ? { locale: locale.slice(0, 40) } : {}),
    // What was not read for red flags is not taken for an answer either.
    said: strings.length < mostStrings ? saidBy(activity) : { kind: 'malformed' },
    strings,
  };
}
