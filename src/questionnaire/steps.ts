// A form laid out for the answers given: every item in every repetition, in the order of asking, and after each repetition the question
// whether there is another. A form without repetitions has one layout, made once.
// Rules: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.repeats (a group repeats as a whole, a question has
// several answers and what is nested in it belongs to each), extensions minOccurs and maxOccurs.
import { isQuestion, type Form, type FormItem } from '../content/form.js';
import { keyOf, moreKeyOf } from './answer-key.js';
import { valuesOf, type Answers } from './answers.js';

/** One place in a form as it stands: an item in one repetition (`item`), or "another one?" after a repetition (`more`). */
export interface Step {
  readonly kind: 'item' | 'more';
  /** The key its answer is held under. */
  readonly key: string;
  readonly item: FormItem;
  /** Which repetition of each repeating thing it stands in, its own included, outermost first. */
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

/** Does each of its repetitions stand alone: a repeating group, or a repeating question whose answers are written one by one? */
export function isRepeatedOneByOne(item: FormItem): boolean {
  if (!item.repeats) return false;
  return item.type === 'group' || (isQuestion(item) && item.options.length === 0 && item.rules?.options === undefined && !isGiven(item));
}

/** Is its answer never asked for: calculated, or only shown? */
function isGiven(item: FormItem): boolean {
  return item.readOnly || item.hidden || item.rules?.calculated !== undefined;
}

/** Do several answers stand in one place, each with items of its own nested in it? */
export function nestsByAnswer(item: FormItem): boolean {
  return item.repeats && !isRepeatedOneByOne(item) && item.items.some(child => child.type !== 'display');
}

interface Above {
  readonly path: readonly number[];
  readonly step?: Step;
  readonly hidden: boolean;
  readonly readOnly: boolean;
}

class Layout {
  readonly steps: Step[] = [];

  constructor(readonly answers: Answers) {}

  addAll(items: readonly FormItem[], above: Above): void {
    for (const item of items) {
      if (isRepeatedOneByOne(item)) this.#addRepetitions(item, above);
      else this.#addOne(item, above.path, above);
    }
  }

  #addRepetitions(item: FormItem, above: Above): void {
    const least = Math.max(1, item.minOccurs ?? 1);
    const most = Math.min(item.maxOccurs ?? mostRepetitions, mostRepetitions);
    for (let place = 0; place < most; place += 1) {
      const step = this.#addOne(item, [...above.path, place], above);
      if (place + 1 < least) continue;
      if (place + 1 === most) return;
      const more = this.#push({ ...step, kind: 'more', key: moreKeyOf(step.key), parent: step, askable: !step.hidden && canBeAsked(item) });
      const [said] = valuesOf(this.answers, more.key);
      if (said === undefined || !('valueBoolean' in said) || !said.valueBoolean) return;
    }
  }

  #addOne(item: FormItem, path: readonly number[], above: Above): Step {
    const hidden = above.hidden || item.hidden;
    const readOnly = above.readOnly || item.readOnly;
    const askable = isQuestion(item) && !hidden && !readOnly && item.rules?.calculated === undefined;
    const key = keyOf(item.linkId, path);
    const step = this.#push({ kind: 'item', key, item, path, ...(above.step && { parent: above.step }), askable, hidden });
    if (!nestsByAnswer(item)) this.addAll(item.items, { path, step, hidden, readOnly });
    else {
      const places = Math.max(1, valuesOf(this.answers, key).length);
      for (let place = 0; place < places; place += 1) this.addAll(item.items, { path: [...path, place], step, hidden, readOnly });
    }
    return step;
  }

  #push(step: Step): Step {
    this.steps.push(step);
    return step;
  }
}

/** Is there anything in it that a person is asked? */
function canBeAsked(item: FormItem): boolean {
  if (isGiven(item)) return false;
  return isQuestion(item) || item.items.some(canBeAsked);
}

function layOut(form: Form, answers: Answers): readonly Step[] {
  const layout = new Layout(answers);
  layout.addAll(form.roots, { path: [], hidden: false, readOnly: false });
  return layout.steps;
}

const known = new WeakMap<Form, readonly Step[]>();

/** Every step of a form for these answers, parents before what stands in them, in the order of asking. */
export function stepsOf(form: Form, answers: Answers): readonly Step[] {
  const base = known.get(form) ?? layOut(form, {});
  known.set(form, base);
  return form.order.some(item => item.repeats && (isRepeatedOneByOne(item) || nestsByAnswer(item))) ? layOut(form, answers) : base;
}
