// The FHIRPath rules that stand on an item or on the whole form.
// Sources: https://hl7.org/fhir/uv/sdc/expressions.html, /behavior.html, https://hl7.org/fhir/R4/extension-questionnaire-constraint.html
import { extensionUrls } from './extension-urls.js';
import type { Constraint, Rules, Variable } from './form.js';
import { omitUndefined } from '../omit-undefined.js';
import { type Extended, findExtensions, isRecord, readText, toExtended } from './read-extension.js';

/** Where rules are told about: problems stop the form, notes do not. */
export interface RuleReader {
  readonly complain: (problem: string) => void;
  readonly note: (note: string) => void;
}

/** Rules as read; `neverAsked`: calculated in a language Waymark does not run, so that it stays empty. */
export interface ReadRules {
  readonly rules?: Rules;
  readonly neverAsked: boolean;
}

interface Expression {
  readonly language: string;
  readonly text: string;
  readonly name?: string;
}

const fhirPath = 'text/fhirpath';
const languageNames: Readonly<Record<string, string>> = { 'text/cql': 'CQL', 'application/x-fhir-query': 'a FHIR server' };

function nameOfLanguage(language: string): string {
  return languageNames[language] ?? `'${language.slice(0, 60)}'`;
}

function wordsIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

// Files older than SDC 3 leave the language out; they mean FHIRPath.
function toExpression(value: unknown): Expression | undefined {
  if (!isRecord(value)) return undefined;
  const language = value['language'] === undefined ? fhirPath : wordsIn(value['language']);
  const name = wordsIn(value['name']);
  // An expression in another language may stand in a library; only its language matters here.
  const text = wordsIn(value['expression']) ?? (language === fhirPath ? undefined : wordsIn(value['reference']));
  if (language === undefined || text === undefined) return undefined;
  return { language: language.replace(/^text\/cql[-.].*$/u, 'text/cql'), text, ...(name !== undefined && { name }) };
}

function readExpressions(element: Extended, url: string, rule: string, complain: (problem: string) => void): readonly Expression[] {
  return findExtensions(element, url).flatMap(extension => {
    const expression = toExpression(extension['valueExpression']);
    if (expression === undefined) complain(`${rule} has no expression`);
    return expression ?? [];
  });
}

class Reading {
  constructor(
    readonly element: Extended,
    readonly reader: RuleReader,
  ) {}

  /** The one expression of a rule, in whatever language. */
  one(url: string, rule: string): Expression | undefined {
    const [first, ...others] = readExpressions(this.element, url, rule, this.reader.complain);
    if (others.some(other => other.language !== first?.language || other.text !== first.text)) {
      this.reader.complain(`has more than one ${rule}, and they differ`);
    }
    return first;
  }

  /** FHIRPath only; anything else is a problem. */
  path(rule: string, expression: Expression | undefined): string | undefined {
    if (expression === undefined) return undefined;
    if (expression.language === fhirPath) return expression.text;
    this.reader.complain(`${rule} needs ${nameOfLanguage(expression.language)}, which Waymark does not run`);
    return undefined;
  }

  variables(): readonly Variable[] {
    const found: Variable[] = [];
    for (const each of readExpressions(this.element, extensionUrls.variable, 'variable', this.reader.complain)) {
      if (each.name === undefined || !/^[A-Za-z_][\w-]{0,99}$/u.test(each.name)) {
        this.reader.complain('variable has no name that an expression could use');
        continue;
      }
      const expression = this.path(`variable '${each.name}'`, each);
      if (found.some(({ name }) => name === each.name)) this.reader.complain(`variable '${each.name}' is defined twice`);
      else if (expression !== undefined) found.push({ name: each.name, expression });
    }
    return found;
  }

  constraints(): readonly Constraint[] {
    const { constraint, targetConstraint, sdcTargetConstraint } = extensionUrls;
    return [constraint, targetConstraint, sdcTargetConstraint]
      .flatMap(url => findExtensions(this.element, url))
      .flatMap((extension, place) => this.#constraint(toExtended(extension), String(place + 1)));
  }

  #constraint(parts: Extended, place: string): readonly Constraint[] {
    const key = readText(parts, 'key') ?? place;
    const [given] = findExtensions(parts, 'expression');
    const text = readText(parts, 'expression');
    const written = text === undefined ? toExpression(given?.['valueExpression']) : { language: fhirPath, text };
    if (written === undefined) this.reader.complain(`constraint '${key}' has no expression`);
    const expression = this.path(`constraint '${key}'`, written);
    const severity = readText(parts, 'severity') === 'warning' ? 'warning' : 'error';
    const human = readText(parts, 'human') ?? readText(parts, 'requirements') ?? '';
    return expression === undefined ? [] : [{ key, severity, expression, human }];
  }
}

function hasRules({ variables, constraints, ...expressions }: Rules): boolean {
  return variables.length > 0 || constraints.length > 0 || Object.keys(expressions).length > 0;
}

/** Every rule of one element. */
export function readRules(element: Extended, reader: RuleReader): ReadRules {
  const reading = new Reading(element, reader);
  const calculated = reading.one(extensionUrls.calculatedExpression, 'calculatedExpression');
  const enableWhen = reading.one(extensionUrls.enableWhenExpression, 'enableWhenExpression');
  const neverAsked = calculated !== undefined && calculated.language !== fhirPath;
  if (neverAsked) {
    reader.note(`is calculated by ${nameOfLanguage(calculated.language)}, which Waymark does not run: it is never asked and stays empty`);
  }
  const rules: Rules = {
    variables: reading.variables(),
    constraints: reading.constraints(),
    ...omitUndefined({
      enableWhen: neverAsked && enableWhen?.language !== fhirPath ? undefined : reading.path('enableWhenExpression', enableWhen),
      calculated: neverAsked ? undefined : calculated?.text,
      initial: reading.path('initialExpression', reading.one(extensionUrls.initialExpression, 'initialExpression')),
      options: reading.path('answerExpression', reading.one(extensionUrls.answerExpression, 'answerExpression')),
    }),
  };
  return { neverAsked, ...(hasRules(rules) && { rules }) };
}
