// Can the rules of a form be evaluated here? Every reason why not, by linkId. Nothing that is written in a form makes this throw.
// Sources: https://build.fhir.org/ig/HL7/sdc/expressions.html (variables, names that are taken) and docs of the functions themselves.
import type { Form } from '../../content/forms/form.js';
import type { Answers } from '../answers.js';
import { stepsOf } from '../steps.js';
import { rulesOf, type Expression, type RulesPlan } from './compile-rules.js';
import { tryRules } from './evaluate-rules.js';
import { expressionsOf } from './expressions-of.js';
import { findCircles } from './find-circles.js';
import { knownFunctions, reservedVariables, serverFunctions, standingVariables } from './known-functions.js';
import { patternFault } from './pattern-functions.js';
import type { Reads } from './read-expression.js';
import type { RuleFault } from './rule-results.js';
import { trialAnswers } from './trial-answers.js';

/** One thing wrong with the rules of a form. `linkId` is '' for the form itself; `rule` as in RuleFault, or `circle`. */
export interface RuleProblem {
  readonly linkId: string;
  readonly rule: string;
  readonly why: string;
}

function listed(names: Iterable<string>, why: (name: string) => string | undefined): readonly string[] {
  return [...new Set(names)].flatMap(name => why(name) ?? []);
}

function whyFunction(name: string): string | undefined {
  if (serverFunctions.has(name)) return `${name}() needs a server, and nothing is asked of one here`;
  return knownFunctions.has(name) ? undefined : `there is no function ${name}()`;
}

function whyPattern(pattern: string): string | undefined {
  const fault = patternFault(pattern);
  return fault === undefined ? undefined : `the pattern '${pattern}' is not an RE2 pattern: ${fault}`;
}

function checkReads({ variables, element }: Expression, { mentions, variables: used }: Reads, form: Form): readonly string[] {
  const { part } = element;
  const items = part === undefined ? form.order : form.order.filter(item => item.part === part);
  const linkIds = new Set(items.map(item => (part === undefined ? item.linkId : item.localId)));
  const known = new Set([...standingVariables, ...variables.keys(), ...mentions.defines, ...(form.launchContext ?? [])]);
  return [
    ...listed(used, name => (known.has(name) ? undefined : `%${name} is not defined where it is used`)),
    ...listed(mentions.functions, whyFunction),
    ...listed(mentions.patterns, whyPattern),
    ...listed(mentions.linkIds, linkId => (linkIds.has(linkId) ? undefined : `there is no item '${linkId}'`)),
  ];
}

function checkExpression(expression: Expression, form: Form): readonly RuleProblem[] {
  const { ready, reads, rule } = expression;
  const linkId = expression.element.item?.linkId ?? '';
  const whys = reads ? checkReads(expression, reads, form) : [];
  const unreadable =
    typeof ready === 'function' ? [] : [`it is not FHIRPath: ${ready.why === 'failed' ? ready.message : 'it takes too long to read'}`];
  return [...unreadable, ...whys].map(why => ({ linkId, rule, why }));
}

/** Names that are taken, and names given twice on one element. */
function checkNames(plan: RulesPlan): readonly RuleProblem[] {
  const elements = [...(plan.root ? [plan.root] : []), ...plan.items.values()];
  return elements.flatMap(({ element, variables }) => {
    const linkId = element.item?.linkId ?? '';
    return element.rules.variables.flatMap(({ name }, place) => {
      const rule = `variable ${name}`;
      const twice = variables.findIndex(other => other.rule === rule) < place;
      return [
        ...(reservedVariables.has(name) ? [{ linkId, rule, why: `%${name} has a meaning of its own` }] : []),
        ...(twice ? [{ linkId, rule, why: `%${name} is defined twice` }] : []),
      ];
    });
  });
}

function tried(form: Form, answers: Answers): readonly RuleFault[] {
  const steps = stepsOf(form, answers);
  return tryRules({ form, steps, enabled: new Set(steps.map(({ key }) => key)), answers }).faults;
}

function problemOf(fault: RuleFault, when: string): RuleProblem {
  const { linkId, rule } = fault;
  return { linkId, rule, why: fault.why === 'too-slow' ? `it takes too long ${when}` : `it fails ${when}: ${fault.message}` };
}

/** What goes wrong when the rules are evaluated: of a form somebody gave without answers, of shipped content also with every option chosen. */
function checkTrials(form: Form): readonly RuleProblem[] {
  const empty = tried(form, {}).map(fault => problemOf(fault, 'before anything is answered'));
  if (form.foreign === true) return empty;
  return [...empty, ...tried(form, trialAnswers(form)).map(fault => problemOf(fault, 'when every question is answered'))];
}

/** Every reason why the rules of a form cannot be evaluated; none for a form without rules. Never throws. */
export function checkRules(form: Form): readonly RuleProblem[] {
  const plan = rulesOf(form);
  if (plan === undefined) return [];
  const read = [...expressionsOf(plan).flatMap(expression => checkExpression(expression, form)), ...checkNames(plan)];
  const circles = findCircles(form, plan).map(circle => {
    const start = circle.slice(0, 1);
    return { linkId: start.join(''), rule: 'circle', why: `it hangs on itself: ${[...circle, ...start].join(' → ')}` };
  });
  const named = new Set(read.map(({ linkId, rule }) => `${linkId}\n${rule}`));
  const trials = checkTrials(form).filter(({ linkId, rule }) => !named.has(`${linkId}\n${rule}`));
  return [...read, ...circles, ...trials];
}
