// What the pages ask of the conversation: run one turn, or show where it stands. Made in app.ts from the bot and the thin adapter.
import type { KeyedAnswer } from '../../conversation/conversation.js';
import type { Progress, Reply } from '../../conversation/reply.js';
import type { WholeForm } from '../../conversation/whole-form.js';
import type { Command } from '../../content/content.js';
import type { Phrase } from '../../content/languages/phrase.js';

/** One answer already given: shown in the story so far, changeable unless the referral was sent. */
export interface StoryLine {
  readonly key: string;
  readonly question: Phrase;
  readonly answer: Phrase;
  readonly changeable: boolean;
}

/** The way back to a paused conversation. `address`: the whole link, where the public address of the pages is known. */
export interface WayBack {
  readonly path: string;
  readonly address?: string;
  readonly reference: string;
  readonly code: string;
}

/** `form`: all questions on one page; else one at a time. */
export type PageView = 'form';

export interface PageTurn {
  readonly conversationId: string;
  /** Unique per form shown (hidden field), so that a form sent twice counts once. */
  readonly activityId: string;
  readonly locale: string;
  /** Belongs to a conversation that is under way: where that is gone, none begins. */
  readonly goesOn?: true;
  /** How the conversation is to be shown after it. */
  readonly view?: PageView | undefined;
  readonly said:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'text'; readonly text: string }
    /** `language`: of the page they were given on, where the conversation is not in it. `each`: each for itself. */
    | {
        readonly kind: 'answers';
        readonly answers: readonly KeyedAnswer[];
        readonly text?: string;
        readonly language?: string;
        readonly each?: true;
      }
    | { readonly kind: 'command'; readonly command: Command; readonly language?: string; readonly key?: string };
}

/** What a page shows. `replies` holds what this turn said, the current question (or review, sent, end) last. */
export interface Spoken {
  /** `over`: it has gone on on another phone or computer. */
  readonly state: 'ok' | 'try-again' | 'none' | 'over';
  readonly lang: string;
  readonly replies: readonly Reply[];
  readonly story: readonly StoryLine[];
  readonly progress: Progress;
  /** A red flag was raised in this conversation: urgent help stays open. */
  readonly flagged: boolean;
  /** Nothing is left of it (the person deleted it). */
  readonly erased: boolean;
  /** Staff of the practice write down what the person says. */
  readonly by?: 'staff';
  /** When they had last written in it, before this turn (ISO instant). */
  readonly deskAt?: string;
  /** They wrote down some of what was answered so far, before it went over to the person's own phone. */
  readonly typedByStaff?: true;
  /** How to come back, where this turn paused; told once. */
  readonly wayBack?: WayBack;
  /** All of it as one form, where that was asked for and can be shown now. */
  readonly form?: WholeForm;
}

export interface Conversing {
  readonly say: (turn: PageTurn) => Promise<Spoken>;
  /** Where the conversation stands; with an activity id, what that turn said is worded again first. `none`: no such conversation. */
  readonly show: (conversationId: string, lang: string, activityId?: string, view?: PageView) => Promise<Spoken>;
}
