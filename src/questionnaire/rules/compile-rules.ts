// The rules of a form made ready once: every expression compiled, what it reads found, every `%name` bound to the variable it means. Holds
// no answers. Scope of variables: https://build.fhir.org/ig/HL7/sdc/expressions.html#fhirpath-supplements
import type { Constraint, Form, FormItem, Rules } from '../../content/forms/form.js';
import type { QuestionnaireItem } from '../../content/forms/questionnaire-schema.js';
import { compileExpression, itemNode, type Compiled } from './engine.js';
import { readExpression, type Reads } from './read-expression.js';
import { runLimited } from './run-limited.js';
import type { Failure } from './rule-results.js';

/** Which items of the response an expression is given: these whole, and on the way to them those above. Undefined: all of it. */
export interface Keep {
  readonly whole: ReadonlySet<string>;
  readonly above: ReadonlySet<string>;
}

/** One expression, ready. */
export interface Expression {
  /** Which rule it is, as in RuleFault. */
  readonly rule: string;
  readonly source: string;
  readonly element: Element;
  /** How to evaluate it, or why it cannot be. */
  readonly ready: Compiled | Failure;
  /** What its author wrote; absent where it is no FHIRPath. */
  readonly reads?: Reads;
  readonly keep?: Keep;
  /** Variables it uses, by name. */
  readonly variables: ReadonlyMap<string, Expression>;
  /** The linkIds whose answers its result hangs on, its variables' included; undefined: all. */
  readonly dependsOn?: ReadonlySet<string>;
  readonly day: boolean;
  readonly moment: boolean;
}

/** What rules stand on: an item, or (no item) the form. */
export interface Element {
  readonly item?: FormItem;
  /** Which questionnaire it is in; undefined: rules of a journey as a whole. */
  readonly part?: string;
  /** `%qitem`. */
  readonly qitem: readonly unknown[];
  readonly rules: Rules;
}

/** The rules of one element. */
export interface ElementPlan {
  readonly element: Element;
  readonly variables: readonly Expression[];
  readonly enableWhen?: Expression;
  readonly calculated?: Expression;
  readonly initial?: Expression;
  readonly options?: Expression;
  readonly constraints: readonly { readonly constraint: Constraint; readonly expression: Expression }[];
}

/** Every rule of a form. */
export interface RulesPlan {
  readonly root?: ElementPlan;
  /** By linkId; items without rules are absent. */
  readonly items: ReadonlyMap<string, ElementPlan>;
}

/** Milliseconds an expression of a foreign form may take to be read: far more than any real one needs. Each that is stopped halves it for the rest. */
const longestReading = 500;
/** The longest expression read, in characters. */
const longestExpression = 10_000;

type Prepared = { readonly compiled: Compiled; readonly reads: Reads } | Failure;

function messageOf(error: unknown): string {
  return String(error).replace(/^\w+: /u, '');
}

class Compilation {
  readonly #localIds = new Map<string | undefined, Map<string, FormItem>>();
  #patience = longestReading;

  constructor(readonly form: Form) {}

  compile(): RulesPlan {
    const { form } = this;
    const rootPart = form.sources.has('') ? '' : undefined;
    const root = form.rules && this.#plan({ ...(rootPart !== undefined && { part: rootPart }), qitem: [], rules: form.rules }, new Map());
    const items = new Map<string, ElementPlan>();
    const scope = scopeOf(root, new Map());
    const visit = (item: FormItem, above: ReadonlyMap<string, Expression>): void => {
      const plan = item.rules && this.#plan({ item, part: item.part, qitem: this.#sourceOf(item), rules: item.rules }, above);
      if (plan) items.set(item.linkId, plan);
      const below = scopeOf(plan, above);
      for (const child of item.items) visit(child, below);
    };
    for (const item of form.roots) visit(item, scope);
    return { ...(root && { root }), items };
  }

  #sourceOf({ part, localId }: FormItem): readonly unknown[] {
    const find = (items: readonly QuestionnaireItem[]): QuestionnaireItem | undefined => {
      for (const item of items) {
        const found = item.linkId === localId ? item : find(item.item ?? []);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const source = find(this.form.sources.get(part)?.item ?? []);
    return source === undefined ? [] : [itemNode('Questionnaire', source)];
  }

  #plan(element: Element, above: ReadonlyMap<string, Expression>): ElementPlan {
    const { rules } = element;
    const seen = new Map(above);
    const make = (rule: string, source: string, also: readonly Expression[] = []): Expression =>
      this.#expression(rule, source, element, seen, also);
    const variables = rules.variables.map(({ name, expression }) => {
      const variable = make(`variable ${name}`, expression);
      seen.set(name, variable);
      return variable;
    });
    const options = rules.options === undefined ? [] : [make('answerExpression', rules.options)];
    return {
      element,
      variables,
      ...(rules.enableWhen !== undefined && { enableWhen: make('enableWhenExpression', rules.enableWhen) }),
      ...(options[0] && { options: options[0] }),
      ...(rules.calculated !== undefined && { calculated: make('calculatedExpression', rules.calculated, options) }),
      ...(rules.initial !== undefined && { initial: make('initialExpression', rules.initial, options) }),
      constraints: rules.constraints.map(constraint => ({
        constraint,
        expression: make(`constraint ${constraint.key}`, constraint.expression),
      })),
    };
  }

  #expression(
    rule: string,
    source: string,
    element: Element,
    seen: ReadonlyMap<string, Expression>,
    also: readonly Expression[],
  ): Expression {
    const prepared = this.#prepare(source, element);
    const base = { rule, source, element };
    if (!('compiled' in prepared)) {
      return { ...base, ready: prepared, variables: new Map(), dependsOn: new Set(), day: false, moment: false };
    }
    const { compiled, reads } = prepared;
    const variables = new Map([...seen].filter(([name]) => reads.variables.has(name)));
    // What it gives is read by what may be chosen: that, too, it hangs on.
    const used = [...variables.values(), ...also];
    const keep = this.#keep(reads, element);
    const dependsOn = this.#dependsOn(keep, used);
    return {
      ...base,
      ready: compiled,
      reads,
      ...(keep && { keep }),
      variables,
      ...(dependsOn && { dependsOn }),
      day: reads.day || used.some(({ day }) => day),
      moment: reads.moment || used.some(({ moment }) => moment),
    };
  }

  #prepare(source: string, { item }: Element): Prepared {
    if (source.length > longestExpression) return { why: 'failed', message: `it is longer than ${String(longestExpression)} characters` };
    const work = (): Prepared => ({
      reads: readExpression(source, item === undefined ? 'questionnaire' : 'item'),
      compiled: compileExpression(source),
    });
    try {
      if (this.form.foreign !== true) return work();
      const done = runLimited(work, this.#patience);
      if (done !== 'too-slow') return done.value;
      this.#patience = Math.ceil(this.#patience / 2);
      return { why: 'too-slow' };
    } catch (error) {
      return { why: 'failed', message: messageOf(error) };
    }
  }

  /** linkIds as written in the questionnaire an element is in, to the items of the form. */
  #itemsOf(part: string | undefined): ReadonlyMap<string, FormItem> {
    const known = this.#localIds.get(part);
    if (known !== undefined) return known;
    const { order } = this.form;
    const items = part === undefined ? order : order.filter(item => item.part === part);
    const byId = new Map(items.map((item): [string, FormItem] => [part === undefined ? item.linkId : item.localId, item]));
    this.#localIds.set(part, byId);
    return byId;
  }

  #keep(reads: Reads, { item: own, part }: Element): Keep | undefined {
    if (reads.everything) return undefined;
    const byId = this.#itemsOf(part);
    const items = [...reads.linkIds].flatMap(linkId => byId.get(linkId) ?? []);
    if (reads.own && own !== undefined) items.push(own);
    const above = new Set<string>();
    for (const { parent } of items) {
      for (let at = parent; at !== undefined && !above.has(at); at = this.form.byLinkId.get(at)?.parent) above.add(at);
    }
    return { whole: new Set(items.map(({ linkId }) => linkId)), above };
  }

  #dependsOn(keep: Keep | undefined, variables: readonly Expression[]): ReadonlySet<string> | undefined {
    if (keep === undefined) return undefined;
    const linkIds = new Set<string>();
    const add = ({ linkId, items }: FormItem): void => {
      linkIds.add(linkId);
      items.forEach(add);
    };
    for (const linkId of keep.whole) {
      const item = this.form.byLinkId.get(linkId);
      if (item !== undefined) add(item);
    }
    for (const { dependsOn } of variables) {
      if (dependsOn === undefined) return undefined;
      for (const linkId of dependsOn) linkIds.add(linkId);
    }
    return linkIds;
  }
}

function scopeOf(plan: ElementPlan | undefined, above: ReadonlyMap<string, Expression>): ReadonlyMap<string, Expression> {
  if (plan === undefined || plan.variables.length === 0) return above;
  return new Map([...above, ...plan.variables.map((each): [string, Expression] => [each.rule.slice('variable '.length), each])]);
}

const plans = new WeakMap<Form, { readonly plan: RulesPlan | undefined }>();

/** Has a form any rule at all? */
function hasRules(form: Form): boolean {
  return form.rules !== undefined || form.order.some(({ rules }) => rules !== undefined);
}

/** The rules of a form, compiled once; undefined where it has none. */
export function rulesOf(form: Form): RulesPlan | undefined {
  const known = plans.get(form) ?? { plan: hasRules(form) ? new Compilation(form).compile() : undefined };
  plans.set(form, known);
  return known.plan;
}
