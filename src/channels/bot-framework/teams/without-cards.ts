// Cards that somebody put into the chat with a message extension: they are for people to read, and answer nothing. Teams marks in the text where
// they stand.
import type { Activity } from 'botbuilder';
import { teamsChannel } from '../cards/cards-for.js';
import { withoutMentions } from './without-mentions.js';

const mark = /<span class="inline-compose-card"[^<>]*>\s*<span [^<>]*><\/span>\s*<\/span>/gu;
const cardTypes = 'application/vnd.microsoft.card.';

/** The text without the marks; anything that is no text as it came. */
export function withoutCards(text: unknown): unknown {
  return typeof text === 'string' && text.includes('inline-compose-card') ? text.replace(mark, '').trim() : text;
}

function typeOf(attachment: unknown): unknown {
  return typeof attachment === 'object' && attachment !== null && 'contentType' in attachment ? attachment.contentType : undefined;
}

/** Is there nothing in it but such cards? Teams sends the text once more as an attachment of type text/html. */
export function bringsOnlyCards(activity: Partial<Activity>): boolean {
  const { channelId, type } = activity;
  const attachments: unknown = activity.attachments;
  const value: unknown = activity.value;
  if (channelId !== teamsChannel || type !== 'message' || (value ?? undefined) !== undefined || !Array.isArray(attachments)) return false;
  const types = attachments.map(typeOf).filter(one => one !== 'text/html');
  const cards = types.every(one => typeof one === 'string' && one.startsWith(cardTypes));
  return cards && types.length > 0 && (withoutCards(withoutMentions(activity)) ?? '') === '';
}
