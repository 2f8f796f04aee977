// Which answers a FHIRPath expression reads, by its text: the linkIds it compares with. What it reads of the questionnaire itself
// (%questionnaire, %qitem) is no answer. The rules proper are judged above this room; here it is only asked what hangs on what.
import type { FormItem, Rules, Variable } from './form.js';

const compared = /linkId\s*(?:=|~|in)\s*(?<list>\(?\s*(?:'(?:[^'\\]|\\.)*'\s*\|?\s*){1,200})/gu;
const literal = /'((?:[^'\\]|\\.)*)'/gu;
const names = /%(?:([A-Za-z_][\w-]*)|'([^']*)'|`([^`]*)`)/gu;
const notAnswers = new Set(['questionnaire', 'qitem']);

function lastName(text: string): string | undefined {
  return [...text.matchAll(names)].map(([, plain, quoted, ticked]) => plain ?? quoted ?? ticked).at(-1);
}

/** linkIds named by an expression whose answers it reads. */
function readLinkIds(expression: string): readonly string[] {
  const found: string[] = [];
  for (const match of expression.matchAll(compared)) {
    const from = lastName(expression.slice(0, match.index));
    if (from !== undefined && notAnswers.has(from)) continue;
    for (const [, text = ''] of (match.groups?.['list'] ?? '').matchAll(literal)) found.push(text.replace(/\\(.)/gu, '$1'));
  }
  return [...new Set(found)];
}

function usedNames(expression: string): readonly string[] {
  return [...expression.matchAll(names)].flatMap(([, plain, quoted, ticked]) => plain ?? quoted ?? ticked ?? []);
}

/** linkIds read by expressions, the variables they use included; `scopes` are the rules around them, innermost first. */
export function readsOf(expressions: readonly string[], scopes: readonly (Rules | undefined)[]): readonly string[] {
  const variables = new Map<string, Variable>();
  for (const variable of scopes.flatMap(rules => rules?.variables ?? [])) {
    if (!variables.has(variable.name)) variables.set(variable.name, variable);
  }
  const found = new Set<string>();
  const waiting = [...expressions];
  for (let expression = waiting.pop(); expression !== undefined; expression = waiting.pop()) {
    for (const linkId of readLinkIds(expression)) found.add(linkId);
    for (const name of usedNames(expression)) {
      const variable = variables.get(name);
      if (variable !== undefined) waiting.push(variable.expression);
      variables.delete(name);
    }
  }
  return [...found];
}

/** The expressions that decide whether an item is asked and what its answer is, told again whenever answers change. */
export function steeringExpressions({ rules }: FormItem): readonly string[] {
  return [rules?.enableWhen, rules?.calculated, rules?.options].flatMap(expression => expression ?? []);
}
