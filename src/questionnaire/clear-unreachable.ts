// Drops answers that are no longer asked for, so that a changed mind leaves nothing behind.
// Rule: an item that is not enabled allows no answers, https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen
import { isQuestion, type Form } from '../content/form.js';
import { type GivenAnswer } from './answers.js';
import { enabledItems } from './enable-when.js';

/** The answers that remain, and the keys of those dropped. */
export interface Cleared<A extends GivenAnswer> {
  readonly answers: Readonly<Record<string, A>>;
  readonly dropped: readonly string[];
}

function reachable(form: Form, enabled: ReadonlySet<string>, key: string): boolean {
  const item = form.byLinkId.get(key);
  return item !== undefined && isQuestion(item) && (item.hidden || enabled.has(key));
}

/**
 * Drops answers whose item is not enabled, holds no answer, or is not in this form, until nothing more falls; facts kept in hidden
 * items stay. Gives the very same object back when nothing was dropped.
 */
export function clearUnreachable<A extends GivenAnswer>(form: Form, answers: Readonly<Record<string, A>>): Cleared<A> {
  const dropped: string[] = [];
  let kept = answers;
  for (let before = -1; before < dropped.length;) {
    before = dropped.length;
    const enabled = enabledItems(form, kept);
    const fallen = Object.keys(kept).filter(key => !reachable(form, enabled, key));
    if (fallen.length === 0) continue;
    dropped.push(...fallen);
    kept = Object.fromEntries(Object.entries(kept).filter(([key]) => !fallen.includes(key)));
  }
  return { answers: kept, dropped };
}
