// What a form's FHIRPath rules say about the answers given: the words between the rules and the room around them. Pure types.
import type { AnswerValue, Constraint, FormOption } from '../../content/forms/form.js';

/** A constraint the answers break, and where. `key`: that of the step it stands on, `''` for the form itself. */
export interface BrokenConstraint {
  readonly key: string;
  readonly constraint: Constraint;
}

/** Why an expression gave nothing: it was stopped because it took too long, or it failed, with the reason in English. Never holds an answer. */
export type Failure = { readonly why: 'too-slow'; readonly message?: never } | { readonly why: 'failed'; readonly message: string };

/** An expression that could not be evaluated. */
export type RuleFault = Failure & {
  /** The linkId it stands on, `''` for the form itself. */
  readonly linkId: string;
  /** Which rule: `variable <name>`, `enableWhenExpression`, `calculatedExpression`, `initialExpression`, `answerExpression`, `constraint <key>`. */
  readonly rule: string;
};

/** Everything the rules say. Keys are answer keys (answer-key.ts). */
export interface RuleResults {
  /** Steps with an enableWhenExpression, and what it says. A faulty expression enables: when in doubt, ask. */
  readonly enabled: ReadonlyMap<string, boolean>;
  /** calculatedExpression, as values of the item's own type; absent where it gives nothing. */
  readonly calculated: ReadonlyMap<string, readonly AnswerValue[]>;
  /** initialExpression, likewise. */
  readonly initial: ReadonlyMap<string, readonly AnswerValue[]>;
  /** answerExpression: the options to choose from now. */
  readonly options: ReadonlyMap<string, readonly FormOption[]>;
  readonly broken: readonly BrokenConstraint[];
  readonly faults: readonly RuleFault[];
}
