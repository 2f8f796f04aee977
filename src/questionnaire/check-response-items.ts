// Checks how the items of a QuestionnaireResponse stand: known, nested and ordered as in the Questionnaire, enabled, answered rightly.
// Source: https://hl7.org/fhir/R4/questionnaireresponse.html ("the questions are ordered and grouped … corresponding to the structure of
// the grouping of the questionnaire") and qrs-1 of https://hl7.org/fhir/R4/questionnaireresponse.html#invs
import type { Form } from '../content/form.js';
import type { Questionnaire, QuestionnaireItem } from '../content/questionnaire-schema.js';
import { checkResponseAnswers } from './check-response-answers.js';
import type { ForeignItem } from './questionnaire-response.js';
import type { IssueCode, ResponseIssue } from './response-issue.js';

/** What a response is held against. `unheld`: linkIds whose type this release cannot hold; their values are not judged. */
export interface ResponseRules {
  readonly questionnaire: Questionnaire;
  readonly form: Form;
  readonly enabled: ReadonlySet<string>;
  readonly unheld: ReadonlySet<string>;
}

interface Known {
  readonly source: QuestionnaireItem;
  readonly parent: string | undefined;
  readonly position: number;
}

/** Where a list of items stands: below which item of the response, and whether in one of its answers. */
interface List {
  readonly expression: string;
  readonly parent: string | undefined;
  readonly inAnswer: boolean;
}

const problem = (code: IssueCode, expression: string, linkId: string, text: string): ResponseIssue => ({
  severity: 'error',
  code,
  expression,
  linkId,
  text,
});

function knownItems(items: readonly QuestionnaireItem[], parent?: string): readonly (readonly [string, Known])[] {
  return items.flatMap((source, position) => [
    [source.linkId, { source, parent, position }] as const,
    ...knownItems(source.item ?? [], source.linkId),
  ]);
}

function wrongPlace({ parent }: Known, list: List, parentType: string | undefined): string | undefined {
  if (parent !== list.parent)
    return parent === undefined ? 'belongs at the top, not inside another item' : `belongs inside item '${parent}'`;
  if (parent === undefined || parentType === 'group' || list.inAnswer) return undefined;
  return `stands below a question, so it belongs inside an answer of '${parent}'`;
}

function wrongRepeat({ source }: Known, times: number): string | undefined {
  if (times < 2 || (source.type === 'group' && source.repeats === true)) return undefined;
  return source.type === 'group' ? 'comes more than once, but does not repeat' : 'comes more than once: all answers belong in one item';
}

function wrongShape({ source }: Known, item: ForeignItem): readonly (readonly [IssueCode, string])[] {
  const isQuestion = source.type !== 'group' && source.type !== 'display';
  const both = item.item !== undefined && item.answer?.some(answer => answer.item !== undefined) === true;
  return [
    ...(!isQuestion && item.answer !== undefined ? [['structure', `is a ${source.type}, which has no answers`] as const] : []),
    ...(both ? [['invariant', 'has items both below itself and below an answer (qrs-1)'] as const] : []),
  ];
}

/** Everything wrong with these items and what is nested in them. */
export function checkResponseItems(rules: ResponseRules, items: readonly ForeignItem[]): readonly ResponseIssue[] {
  const known = new Map(knownItems(rules.questionnaire.item));

  const checkAnswers = (item: ForeignItem, expression: string): readonly ResponseIssue[] => {
    const formItem = rules.form.byLinkId.get(item.linkId);
    const answers = item.answer ?? [];
    if (formItem === undefined || answers.length === 0 || formItem.type === 'group' || formItem.type === 'display') return [];
    const asked = rules.enabled.has(item.linkId);
    const disabled = problem('business-rule', expression, item.linkId, 'has an answer, but is not enabled');
    const checked = rules.unheld.has(item.linkId) ? [] : checkResponseAnswers(formItem, answers, expression);
    return asked ? checked : [disabled, ...checked];
  };

  const checkBelow = (item: ForeignItem, expression: string): readonly ResponseIssue[] => {
    const parent = item.linkId;
    const answers = (item.answer ?? []).flatMap((answer, at) =>
      checkList(answer.item ?? [], { expression: `${expression}.answer[${String(at)}]`, parent, inAnswer: true }),
    );
    return [...checkList(item.item ?? [], { expression, parent, inAnswer: false }), ...answers];
  };

  const checkList = (list: readonly ForeignItem[], place: List): readonly ResponseIssue[] => {
    const times = new Map<string, number>();
    let reached = -1;
    return list.flatMap((item, at) => {
      const expression = `${place.expression}.item[${String(at)}]`;
      const found = known.get(item.linkId);
      if (found === undefined) return [problem('not-found', expression, item.linkId, 'is not in the questionnaire')];
      const time = (times.get(item.linkId) ?? 0) + 1;
      times.set(item.linkId, time);
      const misplaced = wrongPlace(found, place, known.get(place.parent ?? '')?.source.type);
      const early = misplaced === undefined && found.position < reached ? 'is out of order' : undefined;
      if (misplaced === undefined) reached = Math.max(reached, found.position);
      const standing = [misplaced, early, wrongRepeat(found, time)].filter(text => text !== undefined);
      return [
        ...standing.map(text => problem('structure', expression, item.linkId, text)),
        ...wrongShape(found, item).map(([code, text]) => problem(code, expression, item.linkId, text)),
        ...checkAnswers(item, expression),
        ...checkBelow(item, expression),
      ];
    });
  };

  return checkList(items, { expression: 'QuestionnaireResponse', parent: undefined, inAnswer: false });
}
