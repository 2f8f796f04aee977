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

/** What a response may call this questionnaire: its url, or its id where both are in one place. */
function namesOf({ id, url }: Questionnaire): readonly string[] {
  return [...(url === undefined ? [] : [url]), ...(id === undefined ? [] : [`Questionnaire/${id}`, `#${id}`])];
}

/** A version only counts where both give one. A questionnaire that has neither url nor id may be called anything. */
function checkCanonical(questionnaire: Questionnaire, canonical: string | undefined): readonly ResponseIssue[] {
  const names = namesOf(questionnaire);
  const [wanted] = names;
  if (canonical === undefined || wanted === undefined) return [];
  const { version } = questionnaire;
  const [name = '', namedVersion = version] = canonical.split('|');
  if (names.includes(name) && (version === undefined || namedVersion === version)) return [];
  const text = `answers '${canonical}', but this questionnaire is '${canonicalOf(questionnaire) ?? wanted}'`;
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
