// Walks a form from its start: the first enabled question without an answer is the next one. Position is derived, never stored.
// Rules: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item (order of asking) and #Questionnaire.item.required
import { isQuestion, type Form, type FormItem } from '../content/form.js';
import { valuesOf, type Answers } from './answers.js';
import { isAskable, isHidden } from './askable.js';

/** Where a conversation stands in a form. */
export interface Walk {
  /** The question to ask now; absent when every one is answered or skipped. */
  readonly next?: FormItem;
  /** Display items and headed groups to show before `next`; when there is no next, those after the last question. */
  readonly before: readonly FormItem[];
  /** Enabled questions that were answered, or skipped where they may be. */
  readonly done: number;
  /** All enabled questions a person can be asked. */
  readonly total: number;
}

function isTold(form: Form, item: FormItem): boolean {
  return !isQuestion(item) && item.text !== '' && !isHidden(form, item);
}

/**
 * Walks the form. `enabled` comes from enabledItems, `skipped` holds answer keys. A skipped question that has become required is
 * asked again; hidden and read-only items are never asked and never counted.
 */
export function walk(form: Form, enabled: ReadonlySet<string>, answers: Answers, skipped: readonly string[]): Walk {
  const passed = new Set(skipped);
  const isDone = (item: FormItem): boolean => valuesOf(answers, item.linkId).length > 0 || (passed.has(item.linkId) && !item.required);
  let next: FormItem | undefined;
  let before: FormItem[] = [];
  let done = 0;
  let total = 0;
  for (const item of form.order) {
    if (!enabled.has(item.linkId)) continue;
    if (isAskable(form, item)) {
      total += 1;
      if (isDone(item)) {
        done += 1;
        if (next === undefined) before = [];
      } else next ??= item;
    } else if (next === undefined && isTold(form, item)) before.push(item);
  }
  return { ...(next !== undefined && { next }), before, done, total };
}
