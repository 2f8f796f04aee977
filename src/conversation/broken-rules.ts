// Answers that break a rule of their form: one that an answer breaks by itself is refused at once; one that hangs on several answers is
// told when everything is answered, since the next answer may yet put it right.
// Rule: https://build.fhir.org/ig/HL7/sdc/behavior.html (targetConstraint) and
// https://hl7.org/fhir/R4/extension-questionnaire-constraint.html
import type { BrokenConstraint } from '../questionnaire/rules/rule-results.js';
import type { Constraint, FormItem } from '../content/forms/form.js';
import type { Phrase } from '../content/languages/phrase.js';
import type { Notice } from './conversation.js';
import { answeredKeys } from './place-answer.js';
import type { Accepted, TurnState } from './turn-state.js';

/** The refusal of the first accepted answer that breaks a rule standing on its own question. */
export function brokenByAnswer({ position }: TurnState, accepted: readonly Accepted[]): Notice | undefined {
  const answered = new Set(accepted.flatMap(answeredKeys));
  const broken = position.state.rules.broken.find(({ key, constraint }) => constraint.severity === 'error' && answered.has(key));
  return broken && { code: 'refused', key: broken.key, why: 'breaks-rule', rule: broken.constraint.key };
}

/** A rule of an item by its own key. */
export function findConstraint(item: FormItem | undefined, rule: string | undefined): Constraint | undefined {
  return item?.rules?.constraints.find(constraint => constraint.key === rule);
}

/** What the form's author wrote about each broken rule. */
export function wordBroken(broken: readonly BrokenConstraint[]): readonly Phrase[] {
  return broken.map(({ constraint }): Phrase => ({ verbatim: constraint.human }));
}
