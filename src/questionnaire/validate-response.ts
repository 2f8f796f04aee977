// Is a QuestionnaireResponse valid for its Questionnaire? Every reason if not, together.
// Source: https://hl7.org/fhir/R4/questionnaireresponse.html; each rule is cited in the file that holds it.
import type { Form } from '../content/form.js';
import type { Questionnaire } from '../content/questionnaire-schema.js';
import { canonicalOf } from './build-response.js';
import { checkRequired } from './check-required.js';
import { checkResponseItems } from './check-response-items.js';
import { enabledItems } from './enable-when.js';
import { questionnaireResponseSchema, type ForeignResponse } from './questionnaire-response.js';
import { readResponse } from './read-response.js';
import type { ResponseIssue } from './response-issue.js';

/** A response from anywhere, and what it is held against; the form is that of one questionnaire, not of a journey. */
export interface ValidateResponse {
  readonly questionnaire: Questionnaire;
  readonly form: Form;
  readonly response: unknown;
  /** linkIds whose type this release cannot hold: their values are not judged. */
  readonly unheld?: ReadonlySet<string>;
}

/** `['item', 0, 'answer']` as FHIRPath. */
function toExpression(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => `${text}${typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`}`,
    'QuestionnaireResponse',
  );
}

/** Reads a response from outside: its typed shape, or every fault of shape. */
export function parseResponse(json: unknown): { readonly response: ForeignResponse } | { readonly issues: readonly ResponseIssue[] } {
  const parsed = questionnaireResponseSchema.safeParse(json);
  if (parsed.success) return { response: parsed.data };
  return {
    issues: parsed.error.issues.map(({ path, message }) => ({
      severity: 'error',
      code: 'structure',
      expression: toExpression(path),
      text: `${toExpression(path)}: ${message}`,
    })),
  };
}

/** Does the canonical in a response name this questionnaire? A version only counts where both give one. */
function isNamed(questionnaire: Questionnaire, canonical: string): boolean {
  const { id, url, version } = questionnaire;
  const [named = '', namedVersion] = canonical.split('|');
  const local = id === undefined ? [] : [`#${id}`, `Questionnaire/${id}`];
  if (url === undefined ? id !== undefined && !local.includes(named) : named !== url && !local.includes(named)) return false;
  return namedVersion === undefined || version === undefined || namedVersion === version;
}

function checkCanonical(questionnaire: Questionnaire, named: string | undefined): readonly ResponseIssue[] {
  if (named === undefined || isNamed(questionnaire, named)) return [];
  const wanted = canonicalOf(questionnaire) ?? `Questionnaire/${questionnaire.id ?? ''}`;
  const text = `answers '${named}', but this questionnaire is '${wanted}'`;
  return [{ severity: 'error', code: 'value', expression: 'QuestionnaireResponse.questionnaire', text }];
}

/** Everything wrong with a response, in the order of its items; what a completed one lacks comes last. Empty: valid. */
export function validateResponse({ questionnaire, form, response, unheld = new Set() }: ValidateResponse): readonly ResponseIssue[] {
  const parsed = parseResponse(response);
  if ('issues' in parsed) return parsed.issues;
  const read = parsed.response;
  const answers = readResponse(form, read);
  const enabled = enabledItems(form, answers);
  const isOver = read.status === 'completed' || read.status === 'amended';
  const missing = isOver ? checkRequired(form, enabled, answers) : [];
  return [
    ...checkCanonical(questionnaire, read.questionnaire),
    ...checkResponseItems({ questionnaire, form, enabled, unheld }, read.item ?? []),
    ...missing.filter(({ linkId }) => !unheld.has(linkId)),
  ];
}
