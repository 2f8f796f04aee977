// What the phases of one turn hand from one to the next. Each phase takes a state and gives back a state; none calls another.
import type { AnswerValue } from '../content/forms/form.js';
import type { Reading as Read } from '../understanding/read-answer.js';
import type { Content } from '../content/content.js';
import type { AnswerKey, Conversation, KeyedAnswer, Notice, RefusalCode, Said, Turn } from './conversation.js';
import type { AskedStep } from './asked-step.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import type { Effect, TurnNeed } from './reply.js';
import { derivePosition } from './derive-position.js';
import type { Position } from './derive-position.js';

/** An answer that may be recorded. */
export interface Accepted {
  readonly asked: AskedStep;
  readonly understood:
    | { readonly kind: 'values'; readonly values: readonly AnswerValue[] }
    /** To "another one?": not yes, but the next answer itself. */
    | { readonly kind: 'another'; readonly values: readonly AnswerValue[] }
    | { readonly kind: 'propose'; readonly values: readonly AnswerValue[] }
    /** `unasked`: left out at the desk, where there is no privacy. */
    | { readonly kind: 'skip'; readonly unasked?: true };
}

/** What was understood for one question. */
export interface Reading {
  readonly asked: AskedStep;
  readonly understood: Accepted['understood'] | { readonly kind: 'unclear'; readonly why: RefusalCode; readonly limit?: number | string };
}

export interface TurnState {
  readonly turn: Turn;
  readonly content: Content;
  /** The directory in force, where there is one. */
  readonly directory: LocalDirectory | undefined;
  readonly conversation: Conversation;
  readonly position: Position;
  /** Where it stood when the person spoke: what typed words answer, whatever a red flag in them has put first since. */
  readonly asked: Position;
  /** What is left to be read of what the person said; a phase that has dealt with it leaves `nothing`. */
  readonly said: Said;
  /** Nobody had said or been asked anything before this turn. */
  readonly isNew: boolean;
  /** What was read and is still to be checked. */
  readonly readings: readonly Reading[];
  /** What was checked and is still to be recorded. */
  readonly accepted: readonly Accepted[];
  readonly notices: readonly Notice[];
  readonly effects: readonly Effect[];
  /** "Send" was said at the review. */
  readonly sending: boolean;
  readonly erased: boolean;
}

/** A phase: the next state, or what it needs from outside before it can go on. */
export type Phase = (state: TurnState) => TurnState | { readonly needs: TurnNeed };

/** The answers, where several were given, each for itself (a whole form). */
export function answersEach({ turn: { said } }: Pick<TurnState, 'turn'>): readonly KeyedAnswer[] | undefined {
  return said.kind === 'answers' && said.each === true ? said.answers : undefined;
}

/** The state with another conversation, its position derived again. */
export function withConversation(state: TurnState, conversation: Conversation): TurnState {
  return { ...state, conversation, position: derivePosition(conversation, state.content, state.position.state) };
}

/** The state with more notices. */
export function withNotices(state: TurnState, ...notices: readonly Notice[]): TurnState {
  return { ...state, notices: [...state.notices, ...notices] };
}

/** A reading of text or data as the phases after it take it. */
export function toUnderstood(read: Exclude<Read, { readonly kind: 'ask-opinion' }>): Reading['understood'] {
  return read.kind === 'answered' ? { kind: 'values', values: read.values } : read;
}

/** The state with nothing left to read. */
export function settled(state: TurnState): TurnState {
  return { ...state, said: { kind: 'nothing' } };
}

/** The conversation without its passing marks: nothing is being changed, reviewed or confirmed. */
export function withoutMarks(conversation: Conversation): Conversation {
  const { changing: _changing, reviewing: _reviewing, confirming: _confirming, ...rest } = conversation;
  return rest;
}

/** A record without one key. */
export function without<T>(record: Readonly<Record<AnswerKey, T>>, key: AnswerKey): Readonly<Record<AnswerKey, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
