// The answers given so far, as the rules of this room read them: FHIR values by answer key (answer-key.ts).
import type { AnswerValue } from '../content/forms/form.js';

/** The values of one answer; `lang` is the language of conversation it was given in, when known (BCP 47). */
export interface GivenAnswer {
  readonly values: readonly AnswerValue[];
  readonly lang?: string;
}

/** All answers by answer key. */
export type Answers = Readonly<Record<string, GivenAnswer>>;

const none: readonly AnswerValue[] = [];

/** What was given for a key, if anything. Safe for keys such as `constructor`, whose inherited values hold no list. */
export function givenFor(answers: Answers, key: string): GivenAnswer | undefined {
  const given = answers[key];
  return Array.isArray(given?.values) ? given : undefined;
}

/** The values given for a key; empty when there is no answer. */
export function valuesOf(answers: Answers, key: string): readonly AnswerValue[] {
  return givenFor(answers, key)?.values ?? none;
}
