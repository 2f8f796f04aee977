// What a turn says and does: questions as asked, replies in order, effects, and the outcome of a turn. Pure types, nothing runs here.
import type { AnswerFormat, AnswerValue, ItemControl } from '../content/forms/form.js';
import type { ItemType } from '../content/forms/questionnaire-schema.js';
import type { NeedKey } from '../content/journey/needs-schema.js';
import type { Phrase } from '../content/languages/phrase.js';
import type { Match } from '../directory/match-request.js';
import type { Referral, ReferralAddition } from '../referral/referral.js';
import type { Culture } from '../understanding/reading.js';
import type { AnswerKey, Conversation, Notice } from './conversation.js';
import type { Near } from './near.js';

export interface QuestionOption {
  readonly value: string;
  readonly label: Phrase;
}

/** A unit a number may be given in: `value` is what a client sends, `label` what a person reads. */
export interface QuestionUnit {
  readonly value: string;
  readonly label: string;
}

/** A question as asked: machine-readable, worded later. */
export interface Question {
  readonly key: AnswerKey;
  readonly linkId: string;
  readonly type: ItemType;
  readonly format?: AnswerFormat;
  /** Its answers go the red-flag way. */
  readonly safety: boolean;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly options?: readonly QuestionOption[];
  readonly exclusive?: readonly string[];
  readonly min?: number | string;
  readonly max?: number | string;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly maxDecimalPlaces?: number;
  /** An RE2 pattern a written answer must match as a whole. */
  readonly pattern?: string;
  /** How its form asks for it to be drawn. */
  readonly control?: ItemControl;
  readonly orientation?: 'horizontal' | 'vertical';
  /** Of a slider: how far one step moves it. */
  readonly step?: number;
  /** What a number is measured in; several where the person may choose. `value` is the unit's code, or its label where it has none. */
  readonly units?: readonly QuestionUnit[];
  /** Stands before the text, such as a number. */
  readonly prefix?: string;
  /** Where to read more; http or https. */
  readonly links?: readonly string[];
  readonly maxOccurs?: number;
  /**
   * Asked after a repetition: is there another one of what this key names? The question's own type is boolean. `type` is what is repeated: a
   * group, or a question, whose next answer may then be written at once instead of yes.
   */
  readonly more?: { readonly key: AnswerKey; readonly type?: ItemType };
  readonly text: Phrase;
  readonly help?: Phrase;
  readonly why?: Phrase;
  readonly example?: Phrase;
  /** Understood or answered before: shown as chosen already. */
  readonly suggested?: readonly AnswerValue[];
  /**
   * `confirm`: the suggested value is read back and a yes or no is asked (a typed date of birth). `private`: at the desk, in place of a question
   * that nobody should read aloud; the answer `not-asked` leaves it out.
   */
  readonly variant?: 'confirm' | 'review' | 'confirm-command' | 'private';
}

/** One line of "check your answers". */
export interface ReviewLine {
  readonly key: AnswerKey;
  readonly label: Phrase;
  readonly answer: Phrase;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What a person may turn to from here, beside what is asked: only what is near, or a referral. A button sends the command of this name. */
export type Offer = 'near' | 'refer';

/** What is said back, in order. */
export type Reply =
  /** Statements. `tone` steers how a channel sets them: a refusal beside the field, a crisis apart from all else. */
  | {
      readonly kind: 'say';
      readonly tone: 'plain' | 'refusal' | 'crisis';
      readonly phrases: readonly Phrase[];
      readonly notice: Notice;
      /** Ids in the order shown: those open now first. */
      readonly helplines?: readonly string[];
      /** Those of them that are closed now. */
      readonly closed?: readonly string[];
      /** Said in this language, not in that of the conversation. */
      readonly lang?: string;
      /** The whole of one service ("tell me more"): worded by the channel. */
      readonly match?: Match;
    }
  | {
      readonly kind: 'ask';
      readonly question: Question;
      readonly before: readonly Phrase[];
      readonly progress: Progress;
      /** What is near, where the question is about it. */
      readonly near?: Near;
      readonly offers?: readonly Offer[];
    }
  | {
      readonly kind: 'review';
      readonly question: Question;
      readonly lines: readonly ReviewLine[];
      readonly progress: Progress;
      /** Statements of the form that come after its last question. */
      readonly before?: readonly Phrase[];
    }
  | {
      readonly kind: 'sent';
      readonly reference: string;
      readonly status: string;
      readonly code: string;
      readonly phrases: readonly Phrase[];
      /** Where to go meanwhile. */
      readonly near?: Near;
    }
  /** The end of the way that only shows what is near: nothing is sent. */
  | { readonly kind: 'near'; readonly near: Near; readonly phrases: readonly Phrase[]; readonly offers?: readonly Offer[] }
  | { readonly kind: 'ended'; readonly end: string; readonly phrases: readonly Phrase[]; readonly offers?: readonly Offer[] }
  | { readonly kind: 'erased' };

/** What must happen once because of a turn. */
export type Effect =
  | { readonly kind: 'referral'; readonly id: string; readonly referral: Referral }
  /** Danger told after sending; `id` is its own, so that it is added once. */
  | { readonly kind: 'addition'; readonly id: string; readonly addition: ReferralAddition }
  /** Needs for which nothing near was found, counted once an episode. `area`: a district, else an outward code, else `unknown`; nobody is named. */
  | { readonly kind: 'unmet'; readonly id: string; readonly unmet: UnmetNeeds };

/** What is counted of unmet need. */
export interface UnmetNeeds {
  readonly id: string;
  readonly at: string;
  readonly needs: readonly NeedKey[];
  readonly area: string;
}

/** What a turn needs from outside before it can be decided. */
export interface TurnNeed {
  readonly opinion: { readonly key: AnswerKey; readonly culture: Culture; readonly type: 'date' | 'number'; readonly text: string };
}

export type Outcome =
  | {
      readonly kind: 'done';
      readonly conversation: Conversation | 'erased';
      readonly replies: readonly Reply[];
      readonly effects: readonly Effect[];
      readonly pending: AnswerKey | null;
      readonly changed: boolean;
    }
  | { readonly kind: 'needs'; readonly needs: TurnNeed; readonly pending: AnswerKey | null };
