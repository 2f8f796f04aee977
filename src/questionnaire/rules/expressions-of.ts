// Every expression of a form, for whoever checks them one by one.
import type { Expression, RulesPlan } from './compile-rules.js';

/** Every expression of a plan: the form's own, then each item's, in the order they are seen. */
export function expressionsOf({ root, items }: RulesPlan): readonly Expression[] {
  return [...(root ? [root] : []), ...items.values()].flatMap(each => [
    ...each.variables,
    ...[each.enableWhen, each.calculated, each.initial, each.options].filter(expression => expression !== undefined),
    ...each.constraints.map(({ expression }) => expression),
  ]);
}
