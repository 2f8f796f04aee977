// Checks the answers of one item of a QuestionnaireResponse: their shape, then each value against the rules of its question.
// Source: https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.item.answer.value[x]
import type { FormItem } from '../content/forms/form.js';
import type { AnswerCheck } from './answer-fault.js';
import { checkTogether, checkValue } from './check-answer.js';
import type { ForeignAnswer } from './questionnaire-response.js';
import { readValue } from './read-foreign-value.js';
import { faultIssues, type ResponseIssue } from './response-issue.js';

/** The most a FHIR string may hold: one megabyte (https://hl7.org/fhir/R4/datatypes.html#string). */
const longestString = 1_048_576;

type Place = Pick<ResponseIssue, 'expression' | 'linkId'>;

function toIssues(check: AnswerCheck, place: Place): readonly ResponseIssue[] {
  if (check.ok) return [];
  const { code, say } = faultIssues[check.why];
  // FHIR only says that strings should hold no control characters.
  const severity = check.why === 'malformed' ? 'warning' : 'error';
  return [{ severity, code, ...place, text: say(String(check.limit)) }];
}

/** Names of the value[x] elements an answer has, their extensions (`_value[x]`) counted with them. */
function valueNames(answer: ForeignAnswer): readonly string[] {
  const names = Object.keys(answer).filter(name => /^_?value[A-Z]/.test(name));
  return [...new Set(names.map(name => name.replace('_', '')))];
}

function checkShape(answer: ForeignAnswer, place: Place): readonly ResponseIssue[] {
  const names = valueNames(answer);
  if (names.length > 1) return [{ severity: 'error', code: 'structure', ...place, text: `has several values: ${names.join(', ')}` }];
  const empty = names.length === 0 && answer.item === undefined && answer['extension'] === undefined;
  return empty ? [{ severity: 'error', code: 'structure', ...place, text: 'has an answer with nothing in it' }] : [];
}

function checkOne(item: FormItem, answer: ForeignAnswer, place: Place): readonly ResponseIssue[] {
  const shape = checkShape(answer, place);
  if (shape.length > 0) return shape;
  const value = readValue(answer);
  if (value !== undefined) return toIssues(checkValue(item, value, longestString), place);
  const foreign = valueNames(answer).some(name => answer[name] !== undefined);
  return foreign ? toIssues({ ok: false, why: 'wrong-type' }, place) : [];
}

/** Everything wrong with the answers of one question. `expression` is the FHIRPath of its item. */
export function checkResponseAnswers(item: FormItem, answers: readonly ForeignAnswer[], expression: string): readonly ResponseIssue[] {
  const place = { linkId: item.linkId };
  const each = answers.flatMap((answer, at) => checkOne(item, answer, { ...place, expression: `${expression}.answer[${String(at)}]` }));
  const values = answers.map(readValue).filter(value => value !== undefined);
  const together = values.length > 1 ? toIssues(checkTogether(item, values), { ...place, expression }) : [];
  return [...together, ...each];
}
