// What a referral is made from: the answers of one conversation, as the conversation room hands them over.
import { chosenCodes } from '../content/forms/chosen-codes.js';
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import type { Content, Role } from '../content/content.js';
import type { AnsweredQuestionnaire, Referral, ReferralChange, ReferralFlag, ReferralMeasure, ReferralNearby } from './referral.js';

export interface SourceAnswer {
  readonly values: readonly AnswerValue[];
  readonly at: string;
  readonly lang: string;
  readonly by?: 'staff';
}

export interface ReferralSource {
  readonly conversationId: string;
  readonly episode: number;
  /** ISO instant of sending. */
  readonly at: string;
  readonly lang: string;
  /** By answer key: the linkId, in later repetitions with a suffix. */
  readonly answers: Readonly<Record<string, SourceAnswer>>;
  /** Every question that is not hidden, in each repetition, in the order of asking; `number` says which repetition where there are several. */
  readonly questions: readonly { readonly key: string; readonly item: FormItem; readonly number?: string }[];
  /** Which answers were changed, dropped or asked for again before sending, oldest first. */
  readonly trail: readonly { readonly at: string; readonly did: ReferralChange['did']; readonly item: FormItem }[];
  /** Keys of enabled questions: only their answers count. */
  readonly enabled: Pick<ReadonlySet<string>, 'has'>;
  readonly flags: readonly ReferralFlag[];
  readonly measures: readonly ReferralMeasure[];
  /** SNOMED codes earned by explicit answers and switched on by the deployer. */
  readonly codes: Referral['codes'];
  /** The postcode given for what is near. */
  readonly postcode?: string;
  /** What was found near them. */
  readonly nearby?: ReferralNearby;
  /** One FHIR QuestionnaireResponse for each questionnaire answered. */
  readonly responses: readonly AnsweredQuestionnaire[];
  /** Private questions left out at the desk. */
  readonly notAsked?: readonly FormItem[];
}

/** An answered item and its answer. */
export interface Answered {
  readonly item: FormItem;
  readonly answer: SourceAnswer;
  /** Which repetition, where there are several. */
  readonly number?: string;
}

/** The answer to one item, if it is enabled and answered. */
export function answeredItem(linkId: string, source: ReferralSource, content: Content): Answered | undefined {
  const item = content.journey.form.byLinkId.get(linkId);
  const answer = source.answers[linkId];
  return item && answer && answer.values.length > 0 && source.enabled.has(linkId) ? { item, answer } : undefined;
}

/** The first answered item that plays a role. */
export function roleAnswer(role: Role, source: ReferralSource, content: Content): Answered | undefined {
  for (const linkId of content.journey.roles[role]) {
    const answered = answeredItem(linkId, source, content);
    if (answered) return answered;
  }
  return undefined;
}

/** The text of a role's first value (a string or a date), if it has one. */
export function roleText(role: Role, source: ReferralSource, content: Content): string | undefined {
  const value = roleAnswer(role, source, content)?.answer.values[0];
  if (!value) return undefined;
  if ('valueString' in value) return value.valueString;
  return 'valueDate' in value ? value.valueDate : undefined;
}

/** The codes chosen for a role. */
export function roleCodes(role: Role, source: ReferralSource, content: Content): readonly string[] {
  const values = roleAnswer(role, source, content)?.answer.values ?? [];
  return chosenCodes(values);
}

/** A role's yes or no, if given. */
export function roleBoolean(role: Role, source: ReferralSource, content: Content): boolean | undefined {
  const value = roleAnswer(role, source, content)?.answer.values[0];
  return value && 'valueBoolean' in value ? value.valueBoolean : undefined;
}
