// What can be wrong with a QuestionnaireResponse, and its telling as a FHIR OperationOutcome.
// Source: https://hl7.org/fhir/R4/operationoutcome.html and its codes, https://hl7.org/fhir/R4/valueset-issue-type.html
import type { AnswerFault } from './answer-fault.js';

/** FHIR issue types used here. */
export type IssueCode =
  'structure' | 'required' | 'value' | 'invariant' | 'not-found' | 'code-invalid' | 'too-long' | 'business-rule' | 'not-supported';

/** One thing wrong: how bad, which kind, where (FHIRPath, and the linkId where there is one), and what, in English for developers. */
export interface ResponseIssue {
  readonly severity: 'error' | 'warning';
  readonly code: IssueCode;
  readonly expression: string;
  readonly linkId?: string;
  readonly text: string;
}

/** A FHIR R4 OperationOutcome, as far as it is written here. */
export interface OperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly {
    readonly severity: 'error' | 'warning' | 'information';
    readonly code: IssueCode | 'informational';
    readonly details: { readonly text: string };
    readonly expression?: readonly string[];
  }[];
}

/** Which FHIR issue type stands for which answer fault, and what it says; `limit` is the bound that was passed. */
export const faultIssues: Readonly<Record<AnswerFault, { readonly code: IssueCode; readonly say: (limit: string) => string }>> = {
  empty: { code: 'value', say: () => 'holds nothing' },
  'too-long': { code: 'too-long', say: limit => `has more than ${limit} characters` },
  'too-short': { code: 'value', say: limit => `has fewer than ${limit} characters` },
  'wrong-format': { code: 'value', say: () => 'does not match the pattern its question sets' },
  'not-an-option': { code: 'code-invalid', say: () => 'is not one of the answers to choose from' },
  'not-a-number': { code: 'value', say: () => 'is not a number' },
  'not-whole': { code: 'value', say: () => 'is not a whole number' },
  'too-small': { code: 'value', say: limit => `is below ${limit}` },
  'too-large': { code: 'value', say: limit => `is above ${limit}` },
  'too-many-decimals': { code: 'value', say: limit => `has more than ${limit} decimal places` },
  'not-a-date': { code: 'value', say: () => 'is not a FHIR date' },
  'date-impossible': { code: 'value', say: () => 'is not in the calendar' },
  'not-a-time': { code: 'value', say: () => 'is not a FHIR time' },
  'too-early': { code: 'value', say: limit => `is before ${limit}` },
  'too-late': { code: 'value', say: limit => `is after ${limit}` },
  'not-a-url': { code: 'value', say: () => 'is not an address, or one that would run something' },
  'not-a-link': { code: 'value', say: () => 'is not a web link' },
  'unit-missing': { code: 'value', say: () => 'has no unit' },
  'not-a-unit': { code: 'value', say: () => 'is in a unit its question does not take' },
  'one-only': { code: 'structure', say: () => 'has several answers, but does not repeat' },
  'too-few': { code: 'structure', say: limit => `has fewer than ${limit} answers` },
  'too-many': { code: 'structure', say: limit => `has more than ${limit} answers` },
  'none-with-others': { code: 'business-rule', say: () => 'has an exclusive answer together with others' },
  required: { code: 'required', say: () => 'is required and has no answer' },
  'wrong-type': { code: 'value', say: () => 'has a value of the wrong type' },
  malformed: { code: 'value', say: () => 'holds control characters' },
};

/** Is there nothing that makes the response invalid? Warnings do not. */
export function isValid(issues: readonly ResponseIssue[]): boolean {
  return issues.every(issue => issue.severity !== 'error');
}

/** The issues as an OperationOutcome; without any, it says that all is well (an outcome has at least one issue). */
export function toOperationOutcome(issues: readonly ResponseIssue[]): OperationOutcome {
  const told = issues.map(({ severity, code, expression, linkId, text }) => ({
    severity,
    code,
    details: { text: linkId === undefined ? text : `item '${linkId}': ${text}` },
    expression: [expression],
  }));
  const fine = {
    severity: 'information',
    code: 'informational',
    details: { text: 'The response is valid for this questionnaire.' },
  } as const;
  return { resourceType: 'OperationOutcome', issue: told.length === 0 ? [fine] : told };
}
