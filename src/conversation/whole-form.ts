// The whole of a conversation as one form: every question that may be answered now, in the order of asking, under the title of its part, with what
// was answered. The same state as one question at a time; nothing here is stored.
import type { Phrase } from '../content/languages/phrase.js';
import type { AnswerKey } from './conversation.js';
import type { Near } from './near.js';
import type { Question } from './reply.js';

/** One question of a form. */
export interface WholeFormQuestion {
  readonly kind: 'question';
  readonly question: Question;
  /** Its short name. */
  readonly label: Phrase;
  /** Sent back with its answer as `was` (answer-stamp.ts). */
  readonly stamp: string;
  /** Answered, or left out on purpose. */
  readonly settled: boolean;
  /** Left out on purpose. */
  readonly skipped: boolean;
  /** What was understood and waits for a yes, read back; the question's suggested values are what was understood. */
  readonly confirm?: Phrase;
  /** There is an answer that is not shown again, as others may be looking. */
  readonly keptPrivate?: true;
  /** What is near, where the question is about that. */
  readonly near?: Near;
}

/** Something told between questions. */
export interface WholeFormText {
  readonly kind: 'told';
  readonly phrase: Phrase;
}

/** One part of the journey. */
export interface WholeFormSection {
  readonly id: string;
  /** Absent where a single form has no parts. */
  readonly title?: Phrase;
  /** Nothing after it is shown before all of it is settled, and nothing in it is passed over in silence. */
  readonly gate: boolean;
  readonly lines: readonly (WholeFormQuestion | WholeFormText)[];
}

/** The form as it can be filled in now. */
export interface WholeForm {
  readonly sections: readonly WholeFormSection[];
  /** Titles of the parts that come when what is shown is settled. */
  readonly later: readonly Phrase[];
  /** One question is being asked again to be changed. */
  readonly changing?: AnswerKey;
  /** What is shown is sent as soon as nothing is open: this way has no reading through. */
  readonly sends: boolean;
  /** Nothing is open: what comes next is reading it through. */
  readonly complete: boolean;
}
