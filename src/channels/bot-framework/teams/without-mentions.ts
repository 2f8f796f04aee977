// `<at>Waymark</at> hello` -> `hello`: in Teams somebody turns to the bot by naming it, and the name is no part of what they say. Names of others
// stay, without the marks around them.
import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** Bounded, so that no text is slow to read. */
const mention = /<at(?: [^<>]{0,200})?>([^<>]{0,200})<\/at>/giu;

const mentions = z.array(z.looseObject({})).catch([]);
const ofBot = z.looseObject({ type: z.literal('mention'), mentioned: z.looseObject({ id: z.string() }), text: z.string() });

/** What the bot is called in this message. */
function ownNames({ entities, recipient }: Partial<Activity>): ReadonlySet<string> {
  const own = mentions.parse(entities).flatMap(entity => {
    const read = ofBot.safeParse(entity);
    return read.success && read.data.mentioned.id === recipient?.id ? [read.data.text.replace(mention, '$1')] : [];
  });
  return new Set([...own, ...(recipient?.name === undefined ? [] : [recipient.name])]);
}

/** The text without the bot's name as a mention; anything that is no text as it came. */
export function withoutMentions(activity: Partial<Activity>): unknown {
  const text: unknown = activity.text;
  if (typeof text !== 'string' || !text.includes('<at')) return text;
  const own = ownNames(activity);
  return text.replace(mention, (_whole, name: string) => (own.has(name) ? '' : name)).trim();
}
