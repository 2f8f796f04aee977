// Is a QuestionnaireResponse valid for its Questionnaire? Every reason if not, together.
// Source: https://hl7.org/fhir/R4/questionnaireresponse.html; each rule is cited in the file that holds it.
import { canonicalOf } from '../content/modular/find-questionnaire.js';
import type { AnswerValue, Form } from '../content/forms/form.js';
import type { Questionnaire } from '../content/forms/questionnaire-schema.js';
import { readKey } from './answer-key.js';
import { valuesOf, type Answers } from './answers.js';
import { checkRequired } from './check-required.js';
import { checkResponseItems } from './check-response-items.js';
import { deriveFormState, type FormState } from './form-state.js';
import { questionnaireResponseSchema, type ForeignResponse } from './questionnaire-response.js';
import { readResponse } from './read-response.js';
import type { ResponseIssue } from './response-issue.js';
import { sameValue } from './same-value.js';

/** A response from anywhere, and what it is held against; the form is that of one questionnaire, not of a journey. */
export interface ValidateResponse {
  readonly questionnaire: Questionnaire;
  readonly form: Form;
  readonly response: unknown;
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

/** What the form's rules say of the answers: broken constraints, and rules that could not be judged (warnings). */
function ruleIssues({ rules }: FormState): readonly ResponseIssue[] {
  const expression = 'QuestionnaireResponse';
  const broken = rules.broken.map(({ key, constraint }): ResponseIssue => ({
    severity: constraint.severity,
    code: 'invariant',
    expression,
    ...(key !== '' && { linkId: readKey(key).linkId }),
    text: `breaks the rule '${constraint.key}': ${constraint.human}`,
  }));
  const faults = rules.faults.map(({ linkId, rule, why }): ResponseIssue => ({
    severity: 'warning',
    code: 'not-supported',
    expression,
    ...(linkId !== '' && { linkId }),
    text: `the rule '${rule}' ${why === 'too-slow' ? 'took too long and was stopped' : 'could not be evaluated'}`,
  }));
  return [...broken, ...faults];
}

/** What a calculated item says where its rule says otherwise. */
function calculatedIssues(state: FormState, given: Answers): readonly ResponseIssue[] {
  return [...state.rules.calculated].flatMap(([key, values]): ResponseIssue[] => {
    const answered = valuesOf(given, key);
    const differs = answered.length > 0 && !(answered.length === values.length && answered.every((value, at) => isSame(value, values[at])));
    if (!differs || !state.enabled.has(key)) return [];
    const text = 'holds another value than its calculatedExpression gives';
    return [{ severity: 'warning', code: 'business-rule', expression: 'QuestionnaireResponse', linkId: readKey(key).linkId, text }];
  });
}

const isSame = (a: AnswerValue, b: AnswerValue | undefined): boolean => b !== undefined && sameValue(a, b);

/** Everything wrong with a response, in the order of its items; what a completed one lacks, and its rules, come last. Empty: valid. */
export function validateResponse({ questionnaire, form, response }: ValidateResponse): readonly ResponseIssue[] {
  const parsed = parseResponse(response);
  if ('issues' in parsed) return parsed.issues;
  const read = parsed.response;
  const answers = readResponse(form, read);
  const state = deriveFormState(form, {
    answers,
    toAnswer: values => ({ values }),
    ...(typeof read['authored'] === 'string' && { at: read['authored'] }),
  });
  const isOver = read.status === 'completed' || read.status === 'amended';
  return [
    ...checkCanonical(questionnaire, read.questionnaire),
    ...checkResponseItems({ questionnaire, form, enabled: state.enabled, options: state.rules.options }, read.item ?? []),
    ...(isOver ? checkRequired({ ...state, answers }) : []),
    ...(isOver ? ruleIssues(state) : []),
    ...calculatedIssues(state, answers),
  ];
}
