// The port by which notices reach Teams. app.ts fills it; delivery knows of no bot framework.
import type { Roster } from '../access/roster.js';
import { AppError } from '../errors.js';
import type { NoticeFacts } from './notice-facts.js';
import type { Place } from './notice-shelf.js';

/** `gone`: the chat, or the message, is there no more, or the bot may not write there; trying again is of no use. */
export type Posted = { readonly kind: 'posted'; readonly activity: string } | { readonly kind: 'gone'; readonly why: string };

/** Sends cards. @throws when it did not work now and may later */
export interface NoticeSender {
  readonly post: (where: Place, facts: NoticeFacts) => Promise<Posted>;
  /** Draws a message anew. */
  readonly update: (where: Place, activity: string, facts: NoticeFacts) => Promise<'shown' | 'gone'>;
}

/** Who sends, and who is staff; a process without Teams has neither. */
export interface NoticeWay {
  readonly sender: NoticeSender;
  readonly roster: Roster;
}

/** Handed in once everything is made. */
export interface NoticeSlot {
  readonly fill: (way: NoticeWay) => void;
  readonly empty: () => void;
  /** @throws AppError `notices-not-here`: another process has to send */
  readonly get: () => NoticeWay;
}

/** An empty slot. */
export function createNoticeSlot(): NoticeSlot {
  let filled: NoticeWay | undefined;
  return {
    fill: way => {
      filled = way;
    },
    empty: () => {
      filled = undefined;
    },
    get: () => {
      if (filled === undefined)
        throw new AppError('notices-not-here', 'This process does not speak to Teams; another one must send the notice');
      return filled;
    },
  };
}
