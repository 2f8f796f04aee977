// Rules that hang on one another in a circle: a calculated value or a condition that, by way of others, reads itself.
import { isQuestion, type Form, type FormItem } from '../../content/forms/form.js';
import type { Expression, RulesPlan } from './compile-rules.js';

/** The questions an expression and its variables name. What is only part of a larger thing they read is not counted. */
function named(expression: Expression, form: Form): readonly string[] {
  const { part } = expression.element;
  const own = form.order.filter(item => isQuestion(item) && (part === undefined || item.part === part));
  const wanted = expression.reads?.linkIds;
  const direct = own.filter(item => wanted?.has(part === undefined ? item.linkId : item.localId) === true).map(({ linkId }) => linkId);
  return [...direct, ...[...expression.variables.values()].flatMap(variable => named(variable, form))];
}

/** What decides an item's value or whether it is asked: by linkId. What stands in an item hangs on it. */
function reasonsOf(form: Form, { items }: RulesPlan): ReadonlyMap<string, readonly string[]> {
  const reasons = ({ linkId, parent, enableWhen }: FormItem): readonly string[] => {
    const plan = items.get(linkId);
    const expressions = [plan?.calculated, plan?.enableWhen].filter(each => each !== undefined);
    const above = parent === undefined ? [] : [parent];
    return [...new Set([...expressions.flatMap(each => named(each, form)), ...enableWhen.map(({ question }) => question), ...above])];
  };
  return new Map(form.order.map(item => [item.linkId, reasons(item)]));
}

/** Each circle once, as the linkIds along it, in the order in which one hangs on the next. */
export function findCircles(form: Form, plan: RulesPlan): readonly (readonly string[])[] {
  const reasons = reasonsOf(form, plan);
  const done = new Set<string>();
  const circles: (readonly string[])[] = [];
  const visit = (linkId: string, path: readonly string[]): void => {
    const start = path.indexOf(linkId);
    if (start >= 0) circles.push(path.slice(start));
    if (start >= 0 || done.has(linkId)) return;
    for (const next of reasons.get(linkId) ?? []) visit(next, [...path, linkId]);
    done.add(linkId);
  };
  for (const linkId of reasons.keys()) visit(linkId, []);
  const hasExpression = (linkId: string): boolean => {
    const found = plan.items.get(linkId);
    return (found?.calculated ?? found?.enableWhen) !== undefined;
  };
  return circles.filter(circle => circle.some(hasExpression));
}
