// Which clients are sent cards: Teams for everything, Web Chat and other Direct Line clients where buttons are not enough. A client that wants
// none says so in what it sends, each time: channelData.waymark.cards false (public interface).
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { lineChannel } from '../converse-for-direct-line.js';
import type { Cards } from './with-cards.js';

/** channelId of Teams. */
export const teamsChannel = 'msteams';

const byChannel: ReadonlyMap<string, Cards> = new Map([
  [teamsChannel, 'whole'],
  [lineChannel, 'needed'],
  ['directline', 'needed'],
  ['webchat', 'needed'],
]);

const wantsNone = z.looseObject({ waymark: z.looseObject({ cards: z.literal(false) }) });

/** The cards this client is sent; undefined: none. */
export function cardsFor({ channelId, channelData }: Pick<Partial<Activity>, 'channelId' | 'channelData'>): Cards | undefined {
  return wantsNone.safeParse(channelData).success ? undefined : byChannel.get(channelId ?? '');
}
