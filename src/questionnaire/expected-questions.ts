// How many questions may yet come that are not enabled now: each counted by how likely its condition is, so that progress hardly ever
// runs backwards when an answer opens a section.
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import type { EnableWhen } from '../content/forms/questionnaire-schema.js';
import { valuesOf } from './answers.js';
import { isConditionMet } from './enable-when.js';
import { planOf } from './form-plan.js';
import type { FormState } from './form-state.js';
import { answerAbove, nearestSteps, touchedSteps, type Occurrences } from './nearest-steps.js';
import type { Step } from './steps.js';

type Standing = Pick<FormState, 'form' | 'steps' | 'byLinkId' | 'enabled' | 'answers' | 'rules'>;

/** How many options of a list that takes several people choose, as a rule. */
const usuallyChosen = 2;

/** How likely is a condition on a question that is still to be answered? Each option as likely as the next; else evens. */
function likelihood(condition: EnableWhen, question: FormItem): number {
  if (condition.operator !== '=' || question.options.length < 2) return 0.5;
  return Math.min(1, (question.repeats ? usuallyChosen : 1) / question.options.length);
}

const add = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

class Expectation {
  readonly #known: (number | undefined)[];
  readonly #occurrences: Occurrences;

  constructor(
    readonly standing: Standing,
    readonly isDone: (step: Step) => boolean,
  ) {
    const { form, steps, answers, byLinkId } = standing;
    let touched: ReadonlySet<Step> | undefined;
    this.#occurrences = { byLinkId, plan: planOf(form), touched: () => (touched ??= touchedSteps(steps, answers)) };
    this.#known = new Array<number | undefined>(standing.steps.length).fill(undefined);
  }

  /** How likely it is that a step which is not enabled now will be: 1 for one that is, 0 where everything it hangs on is settled. */
  readonly chance = (step: Step): number => {
    if (this.standing.enabled.hasStep(step)) return 1;
    const before = this.#known[step.index];
    if (before !== undefined) return before;
    this.#known[step.index] = 0;
    const result = (step.parent === undefined ? 1 : this.chance(step.parent)) * this.#ownChance(step);
    this.#known[step.index] = result;
    return result;
  };

  #ownChance(step: Step): number {
    const { enableWhen, enableBehavior } = step.item;
    // Closed by an expression: what it will say nobody can guess.
    if (this.standing.rules.enabled.get(step.key) === false) return 0;
    // Closed without a condition of its own: by what it stands in.
    if (enableWhen.length === 0) return 1;
    if (enableBehavior === 'any') return Math.min(1, add(enableWhen.map(condition => this.#conditionChance(condition, step))));
    let chance = 1;
    for (const condition of enableWhen) {
      chance *= this.#conditionChance(condition, step);
      if (chance === 0) return 0;
    }
    return chance;
  }

  /** 1 or 0 where the question is settled: answered, or never to be asked. */
  #conditionChance(condition: EnableWhen, from: Step): number {
    const above = answerAbove(condition.question, from);
    const steps = above === undefined ? nearestSteps(condition.question, from, this.#occurrences) : [above.step];
    const open = steps.find(step => step.askable && !this.isDone(step));
    if (open !== undefined) return this.chance(open) * likelihood(condition, open.item);
    const values = steps.flatMap(step => this.#counted(step));
    const counting = above === undefined ? values : values.slice(above.place, above.place + 1);
    return isConditionMet(condition, () => counting) ? 1 : 0;
  }

  #counted(step: Step): readonly AnswerValue[] {
    return this.standing.enabled.hasStep(step) ? valuesOf(this.standing.answers, step.key) : [];
  }
}

/** The number of questions expected beside those that are enabled now; not whole. */
export function expectedQuestions(standing: Standing, isDone: (step: Step) => boolean): number {
  const expectation = new Expectation(standing, isDone);
  let expected = 0;
  for (const step of standing.steps) {
    if (step.askable && step.kind === 'item' && !standing.enabled.hasStep(step)) expected += expectation.chance(step);
  }
  return expected;
}
