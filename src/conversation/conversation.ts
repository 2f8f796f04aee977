// What a conversation is, what one turn brings and what comes out: the words the whole house uses. Pure types, nothing runs here.
import type { AnswerValue } from '../content/forms/form.js';
import type { RedFlagKind, RedFlagTier } from '../content/content.js';
import type { NeedKey } from '../content/journey/needs-schema.js';
import type { AnswerFault } from '../questionnaire/answer-fault.js';
import type { KeptHandOver } from './hand-over.js';
import type { Why } from '../understanding/reading.js';
import type { Said } from './said.js';

export type { KeyedAnswer, RawAnswer, Said } from './said.js';

/** Names an item and its repetition (questionnaire/answer-key.ts); opaque to clients. */
export type AnswerKey = string;

/** One answer as recorded: FHIR values, when, and in which language of conversation it was given. */
export interface Answer {
  readonly values: readonly AnswerValue[];
  readonly at: string;
  readonly lang: string;
  /** Told to staff of the practice, who wrote it down. */
  readonly by?: 'staff';
  /** Fingerprint of the question as it was asked: where it has changed since, it is asked again. */
  readonly asked?: string;
}

/** One entry of a conversation's trail: an answer that was changed, dropped, or asked for again. Never words. */
export interface TrailEntry {
  readonly at: string;
  readonly did: 'changed' | 'dropped' | 'asked-again';
  readonly key: AnswerKey;
}

export interface RaisedFlag {
  readonly kind: RedFlagKind;
  readonly tier: RedFlagTier;
  /** Id of the rule that found it, `answer:<linkId>=<code>`, or `unasked:<linkId>` where a direct question could not be asked at a desk. */
  readonly rule: string;
  readonly at: string;
  /** The item being asked when it was raised, if any. */
  readonly key?: AnswerKey;
  /** They said that they are a child. */
  readonly young?: true;
  /** What the person wrote, cut short: goes with the referral to those who must act on it. Nowhere else, and never in a log. */
  readonly words?: string;
}

/** Why something could not be accepted. The words are product key `refused.<why>`. */
export type RefusalCode =
  | AnswerFault
  | Why
  | 'date-not-age'
  | 'not-understood'
  | 'breaks-rule'
  | 'two-at-once'
  /** Only a file or a picture came: nothing of it is fetched or kept. */
  | 'no-files';

/** What one turn did, as codes: stored in `applied`, so that a redelivered activity is worded again. Never words of the patient. */
export type Notice =
  | { readonly code: 'welcome' }
  | { readonly code: 'recorded'; readonly key: AnswerKey }
  | { readonly code: 'changed'; readonly key: AnswerKey }
  | { readonly code: 'skipped'; readonly key: AnswerKey }
  /** Answers that are not asked for any more since another one changed. */
  | { readonly code: 'dropped'; readonly keys: readonly AnswerKey[] }
  /** Answers to questions that were changed meanwhile by those who write them. */
  | { readonly code: 'asked-again'; readonly keys: readonly AnswerKey[] }
  /** Understood, but to be confirmed first: the question comes back with what was understood. */
  | { readonly code: 'proposed'; readonly key: AnswerKey }
  | {
      readonly code: 'refused';
      readonly key?: AnswerKey;
      readonly why: RefusalCode;
      readonly limit?: number | string;
      readonly rule?: string;
    }
  | { readonly code: 'cannot-skip'; readonly key: AnswerKey }
  /** A keyed answer to something no longer asked. */
  | { readonly code: 'not-asked'; readonly key?: AnswerKey }
  /** It was answered otherwise since the sender saw it: what was saved then is kept. */
  | { readonly code: 'answered-meanwhile'; readonly key: AnswerKey }
  /** Typed text that belonged to a question another message has answered meanwhile. */
  | { readonly code: 'not-applied' }
  | { readonly code: 'already-sent' }
  | { readonly code: 'red-flag'; readonly kind: RedFlagKind; readonly tier: RedFlagTier; readonly rule: string; readonly young?: true }
  /** After "sent": what was written is added to the referral. */
  | { readonly code: 'flag-added' }
  /** A call was asked for, with a number; or it is plain that nobody will call. */
  | { readonly code: 'call-asked' }
  | { readonly code: 'call-refused' }
  | { readonly code: 'language'; readonly lang: string }
  | { readonly code: 'language-offer'; readonly lang: string }
  | { readonly code: 'language-unknown' }
  /** Asked for a language that cannot carry a conversation yet: told, in that language, how to talk with an interpreter. */
  | { readonly code: 'language-unready'; readonly lang: string }
  | { readonly code: 'help' }
  | { readonly code: 'person' }
  | { readonly code: 'urgent' }
  | { readonly code: 'exit' }
  | { readonly code: 'back' }
  | { readonly code: 'at-start' }
  | { readonly code: 'changing'; readonly key: AnswerKey }
  | { readonly code: 'restarted' }
  | { readonly code: 'paused' }
  | { readonly code: 'stopped' }
  | { readonly code: 'erased' }
  | { readonly code: 'confirm-restart' }
  | { readonly code: 'confirm-delete' }
  | { readonly code: 'call-me' }
  /** Only what is near is wanted: nothing is sent. */
  | { readonly code: 'near-only' }
  /** Nothing near was found, said when the place was told. */
  | { readonly code: 'near-nothing' }
  /** A referral is wanted after all. */
  | { readonly code: 'refer' }
  /** More is wanted of one service of the directory, by its id. */
  | { readonly code: 'service'; readonly id: string }
  | { readonly code: 'sent' }
  | { readonly code: 'ended'; readonly end: string }
  | { readonly code: 'began-anew' };

export interface Applied {
  readonly id: string;
  readonly notices: readonly Notice[];
  /** What was asked before that turn; absent when it was the first. Redelivered, it is said whether that has changed since. */
  readonly from?: string;
}

export interface Sent {
  readonly referralId: string;
  readonly reference: string;
  readonly at: string;
}

/** What was found near the person, kept so that it is the same when it is shown again. Services by id; what is told of them is looked up. */
export interface FoundNear {
  /** Fingerprint of what was asked of which directory; '' while nothing was. */
  readonly for: string;
  readonly shown: readonly ShownService[];
  /** Needs for which nothing was found. */
  readonly unmet: readonly NeedKey[];
  /** Its unmet needs have been counted. */
  readonly counted?: true;
}

/** A service shown for a need. */
export interface ShownService {
  readonly need: NeedKey;
  readonly id: string;
  readonly name: string;
}

/** What is kept of the way back given at the last pause: digests alone, the token and the code themselves nowhere. */
export interface KeptWayBack {
  /** Names the link and the reference are found under. */
  readonly link: string;
  readonly reference: string;
  /** Slow hash of the code, bound to the reference. */
  readonly code: string;
  /** Codes tried with the reference. */
  readonly tries: number;
  /** ISO instant until which it leads back, and the conversation is kept. */
  readonly until: string;
}

/** What is stored of a conversation. `rev` stands outside, in the store. */
export interface Conversation {
  readonly v: 1;
  /** Random, made at the first turn; names the referral together with `episode`. */
  readonly id: string;
  readonly episode: number;
  readonly lang: string;
  readonly contentVersion: string;
  readonly startedAt: string;
  readonly answers: Readonly<Record<AnswerKey, Answer>>;
  readonly skipped: readonly AnswerKey[];
  /** Of those skipped, the private questions left out at the desk because others could hear. */
  readonly unasked?: readonly AnswerKey[];
  /** Understood, awaiting a yes: needs found in free text, a typed date of birth. */
  readonly proposed: Readonly<Record<AnswerKey, readonly AnswerValue[]>>;
  /** Staff of the practice write down what the person says, at their desk. */
  readonly by?: 'staff';
  /** When they last wrote in it, or took it up again. */
  readonly deskAt?: string;
  /** What staff knew when they began it for the person: codes of needs, ids of services picked. */
  readonly known?: { readonly needs: readonly string[]; readonly services: readonly string[] };
  /** A way to go on with it on another phone or computer, until it is used. Digests alone. */
  readonly handOver?: KeptHandOver;
  /** The question asked again because the person wants to change it. */
  readonly changing?: AnswerKey;
  /** Asked to see what has been said so far, before the end: all of it, or one part of the journey by its id. */
  readonly reviewing?: boolean | string;
  readonly flags: readonly RaisedFlag[];
  /** Answers changed, dropped or asked for again, newest last. */
  readonly trail?: readonly TrailEntry[];
  /** The last eight turns, newest last. */
  readonly applied: readonly Applied[];
  /** What is near; there as soon as a directory is. */
  readonly near?: FoundNear;
  readonly sent?: Sent;
  /** The short referral of a person who asked for a call after urgent help; `count`: how many this episode. */
  readonly called?: Sent & { readonly count: number };
  /** What an earlier episode sent: deleting the chat does not take it back from the practice, and is said so. */
  readonly earlier?: Sent;
  readonly paused?: { readonly at: string };
  /** Given at the last pause, until it is used, the next pause, sending or starting again. */
  readonly wayBack?: KeptWayBack;
  /** A destructive command waiting for its second yes. */
  readonly confirming?: 'restart' | 'delete';
}

/** A second opinion of a recogniser, fetched outside the turn. ISO date, number, or undefined when it saw nothing sure. */
export interface Opinion {
  readonly key: AnswerKey;
  readonly value?: AnswerValue;
}

/** One thing a person did, free of any channel. */
export interface Turn {
  /** Activity id: the turn is applied once per id. */
  readonly id: string;
  /** ISO instant, from the server's clock. */
  readonly at: string;
  /** 32 random hex digits: what a new conversation's id and a referral's reference are made of. */
  readonly entropy: string;
  /** What the channel or browser says of the person's language (BCP 47). */
  readonly locale?: string;
  readonly said: Said;
  /** Every string the person sent, wherever it stood: read for red flags. */
  readonly strings: readonly string[];
  /** Set when a save met a conflict: the question that was pending when this turn was first loaded (null: none). */
  readonly pendingAtFirst?: AnswerKey | null;
  readonly opinion?: Opinion;
}
