// A form laid out for the answers given: every item in every repetition, in the order of asking, and after each repetition the question
// whether there is another. A form without repetitions has one layout, made once.
// Rules: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.repeats (a group repeats as a whole, a question has
// several answers and what is nested in it belongs to each), extensions minOccurs and maxOccurs.
import { type Form, type FormItem } from '../content/forms/form.js';
import { keyOf, moreKeyOf } from './answer-key.js';
import { valuesOf, type Answers } from './answers.js';
import { asksAnything, isRepeatedOneByOne, nestsByAnswer, planOf, type FormPlan } from './form-plan.js';

/** One place in a form as it stands: an item in one repetition (`item`), or "another one?" after a repetition (`more`). */
export interface Step {
  readonly kind: 'item' | 'more';
  /** The key its answer is held under. */
  readonly key: string;
  readonly item: FormItem;
  /** Place in the layout. */
  readonly index: number;
  /** Which repetition of each repeating thing it stands in, its own included, outermost first (as ItemPlan.repetitions). */
  readonly path: readonly number[];
  /** The step it stands in. For `more`, the repetition it follows. */
  readonly parent?: Step;
  /** A person can be asked it, once it is enabled. */
  readonly askable: boolean;
  /** Nothing of it is told to anybody: it, or what it stands in, is hidden. */
  readonly hidden: boolean;
}

/** The most repetitions of one thing a conversation takes. */
export const mostRepetitions = 50;

class Layout {
  readonly steps: Step[] = [];

  constructor(
    readonly plan: FormPlan,
    readonly answers: Answers,
  ) {}

  addAll(items: readonly FormItem[], path: readonly number[], parent?: Step): void {
    for (const item of items) {
      if (isRepeatedOneByOne(item)) this.#addRepetitions(item, path, parent);
      else this.#addOne(item, path, parent);
    }
  }

  #addRepetitions(item: FormItem, path: readonly number[], parent: Step | undefined): void {
    const least = item.minOccurs ?? 1;
    const most = Math.min(item.maxOccurs ?? mostRepetitions, mostRepetitions);
    let step: Step;
    let count = 0;
    do {
      step = this.#addOne(item, [...path, count], parent);
      count += 1;
    } while (count < least || this.#isAnother(step, count < most));
  }

  /** Adds the question whether there is another, and says what was answered. A response from outside may hold more than may be asked. */
  #isAnother(step: Step, mayAsk: boolean): boolean {
    const askable = mayAsk && !step.hidden && asksAnything(step.item);
    const more = this.#push({ ...step, kind: 'more', key: moreKeyOf(step.key), index: this.steps.length, parent: step, askable });
    const [said] = valuesOf(this.answers, more.key);
    return said !== undefined && 'valueBoolean' in said && said.valueBoolean;
  }

  #addOne(item: FormItem, path: readonly number[], parent: Step | undefined): Step {
    const key = keyOf(item.linkId, path);
    const plan = this.plan.items.get(item.linkId);
    const asked = { askable: plan?.askable === true, hidden: plan?.hidden === true };
    const step = this.#push({ kind: 'item', key, item, index: this.steps.length, path, ...(parent && { parent }), ...asked });
    if (!nestsByAnswer(item)) this.addAll(item.items, path, step);
    else {
      const answers = Math.max(1, valuesOf(this.answers, key).length);
      for (let place = 0; place < answers; place += 1) this.addAll(item.items, [...path, place], step);
    }
    return step;
  }

  #push(step: Step): Step {
    this.steps.push(step);
    return step;
  }
}

function layOut(form: Form, answers: Answers): readonly Step[] {
  const layout = new Layout(planOf(form), answers);
  layout.addAll(form.roots, []);
  return layout.steps;
}

const unanswered = new WeakMap<Form, readonly Step[]>();

/** Every step of a form for these answers, parents before what stands in them, in the order of asking. */
export function stepsOf(form: Form, answers: Answers): readonly Step[] {
  if (planOf(form).repeats) return layOut(form, answers);
  const known = unanswered.get(form);
  if (known !== undefined) return known;
  const steps = layOut(form, {});
  unanswered.set(form, steps);
  return steps;
}
