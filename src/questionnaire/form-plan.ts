// What can be known of a form before anybody answers, worked out once: which items repeat, in which repetitions each one stands, and what
// is asked of a person at all.
import { isQuestion, type Form, type FormItem } from '../content/forms/form.js';

/** What is known of one item. */
export interface ItemPlan {
  /** Place in the form's order. */
  readonly place: number;
  /** linkIds of what repeats round it, outermost first; the last is its own where it repeats one by one. A key's path has one place for each. */
  readonly repetitions: readonly string[];
  /** It, or something it stands in, is hidden. */
  readonly hidden: boolean;
  /** A person can be asked it. */
  readonly askable: boolean;
}

/** What is known of a form. */
export interface FormPlan {
  readonly items: ReadonlyMap<string, ItemPlan>;
  /** Is there anything in it that may stand more than once? */
  readonly repeats: boolean;
  /** May something in it have to be answered though it is not required by itself (owed-steps.ts)? */
  readonly owes: boolean;
}

const none: readonly string[] = [];

/** The repetitions that an item stands in, as ItemPlan has them; none where the form has no such item. */
export function repetitionsOf(linkId: string, plan: FormPlan): readonly string[] {
  return plan.items.get(linkId)?.repetitions ?? none;
}

/** Is its answer never asked for: calculated, only shown, or not even that? */
function isGiven(item: FormItem): boolean {
  return item.readOnly || item.hidden || item.rules?.calculated !== undefined;
}

/** Is each of its repetitions asked by itself: a repeating group, or a repeating question whose answers are written one by one? */
export function isRepeatedOneByOne(item: FormItem): boolean {
  if (!item.repeats || item.type === 'display') return false;
  return item.type === 'group' || (item.options.length === 0 && item.rules?.options === undefined && !isGiven(item));
}

/** Do its several answers stand in one place, each with items of its own nested in it? */
export function nestsByAnswer(item: FormItem): boolean {
  return item.repeats && isQuestion(item) && !isRepeatedOneByOne(item) && item.items.length > 0;
}

/** Is there anything in it that a person is asked? */
export function asksAnything(item: FormItem): boolean {
  if (isGiven(item)) return false;
  return isQuestion(item) || item.items.some(asksAnything);
}

interface Above {
  readonly repetitions: readonly string[];
  readonly hidden: boolean;
  readonly readOnly: boolean;
}

function makePlan(form: Form): FormPlan {
  const items = new Map<string, ItemPlan>();
  const visit = (item: FormItem, above: Above): void => {
    const hidden = above.hidden || item.hidden;
    const readOnly = above.readOnly || item.readOnly;
    const repetitions = isRepeatedOneByOne(item) ? [...above.repetitions, item.linkId] : above.repetitions;
    const askable = isQuestion(item) && !hidden && !readOnly && !isGiven(item);
    if (!items.has(item.linkId)) items.set(item.linkId, { place: items.size, repetitions, hidden, askable });
    const below = nestsByAnswer(item) ? [...repetitions, item.linkId] : repetitions;
    for (const child of item.items) visit(child, { repetitions: below, hidden, readOnly });
  };
  for (const root of form.roots) visit(root, { repetitions: [], hidden: false, readOnly: false });
  return {
    items,
    repeats: form.order.some(item => isRepeatedOneByOne(item) || nestsByAnswer(item)),
    owes: form.order.some(item => (item.type === 'group' && item.required) || (item.minOccurs ?? 0) > 1),
  };
}

const plans = new WeakMap<Form, FormPlan>();

/** The plan of a form, made once. */
export function planOf(form: Form): FormPlan {
  const known = plans.get(form);
  if (known !== undefined) return known;
  const plan = makePlan(form);
  plans.set(form, plan);
  return plan;
}
