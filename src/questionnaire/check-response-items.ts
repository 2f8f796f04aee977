// Checks how the items of a QuestionnaireResponse stand: known, nested and ordered as in the Questionnaire, enabled, answered rightly.
// Source: https://hl7.org/fhir/R4/questionnaireresponse.html ("the questions are ordered and grouped … corresponding to the structure of
// the grouping of the questionnaire") and qrs-1 of https://hl7.org/fhir/R4/questionnaireresponse.html#invs
import type { Form, FormItem, FormOption } from '../content/forms/form.js';
import type { Questionnaire, QuestionnaireItem } from '../content/forms/questionnaire-schema.js';
import { keyOf } from './answer-key.js';
import { checkResponseAnswers } from './check-response-answers.js';
import { isRepeatedOneByOne, nestsByAnswer } from './form-plan.js';
import type { ForeignItem } from './questionnaire-response.js';
import type { IssueCode, ResponseIssue } from './response-issue.js';

/** What a response is held against; `enabled` holds answer keys, `options` what an answerExpression gives to choose from, by answer key. */
export interface ResponseRules {
  readonly questionnaire: Questionnaire;
  readonly form: Form;
  readonly enabled: Pick<ReadonlySet<string>, 'has'>;
  readonly options: ReadonlyMap<string, readonly FormOption[]>;
}

interface Known {
  readonly source: QuestionnaireItem;
  readonly parent: string | undefined;
  readonly position: number;
}

/** Where a list of items stands: below which item of the response, whether in one of its answers, and in which repetitions. */
interface List {
  readonly expression: string;
  readonly parent: string | undefined;
  readonly inAnswer: boolean;
  readonly path: readonly number[];
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

/** One item of a response: where it stands, and which of the items with its linkId there it is. */
interface Found {
  readonly item: ForeignItem;
  readonly known: Known;
  readonly expression: string;
  readonly path: readonly number[];
  readonly time: number;
}

class Checker {
  readonly #known: ReadonlyMap<string, Known>;

  constructor(readonly rules: ResponseRules) {
    this.#known = new Map(knownItems(rules.questionnaire.item));
  }

  list(items: readonly ForeignItem[], place: List): readonly ResponseIssue[] {
    const times = new Map<string, number>();
    let reached = -1;
    return items.flatMap((item, at) => {
      const expression = `${place.expression}.item[${String(at)}]`;
      const known = this.#known.get(item.linkId);
      if (known === undefined) return [problem('not-found', expression, item.linkId, 'is not in the questionnaire')];
      const time = times.get(item.linkId) ?? 0;
      times.set(item.linkId, time + 1);
      const misplaced = wrongPlace(known, place, this.#known.get(place.parent ?? '')?.source.type);
      const early = misplaced === undefined && known.position < reached ? 'is out of order' : undefined;
      if (misplaced === undefined) reached = Math.max(reached, known.position);
      const standing = [misplaced, early, wrongRepeat(known, time + 1)].filter(text => text !== undefined);
      return [
        ...standing.map(text => problem('structure', expression, item.linkId, text)),
        ...wrongShape(known, item).map(([code, text]) => problem(code, expression, item.linkId, text)),
        ...this.#inside({ item, known, expression, path: place.path, time }),
      ];
    });
  }

  /** The answers of one item and everything below it. */
  #inside(found: Found): readonly ResponseIssue[] {
    const { item, expression, path, time } = found;
    const formItem = this.rules.form.byLinkId.get(item.linkId);
    const own = formItem?.type === 'group' && formItem.repeats ? [...path, time] : path;
    const answers = (item.answer ?? []).flatMap((answer, place) =>
      this.list(answer.item ?? [], {
        expression: `${expression}.answer[${String(place)}]`,
        parent: item.linkId,
        inAnswer: true,
        path: formItem !== undefined && hasPlaces(formItem) ? [...path, place] : own,
      }),
    );
    const below = this.list(item.item ?? [], { expression, parent: item.linkId, inAnswer: false, path: own });
    return [...this.#tooMany(found, formItem), ...this.#answers(found, formItem), ...below, ...answers];
  }

  #answers({ item, expression, path }: Found, formItem: FormItem | undefined): readonly ResponseIssue[] {
    const answers = item.answer ?? [];
    if (formItem === undefined || answers.length === 0 || formItem.type === 'group' || formItem.type === 'display') return [];
    const key = keyOf(item.linkId, isRepeatedOneByOne(formItem) ? [...path, 0] : path);
    const disabled = problem('business-rule', expression, item.linkId, 'has an answer, but is not enabled');
    const { enabled, options } = this.rules;
    const offered = { ...formItem, options: options.get(key) ?? formItem.options };
    return [...(enabled.has(key) ? [] : [disabled]), ...checkResponseAnswers(offered, answers, expression)];
  }

  /** maxOccurs of a group, told once, at the first that is too many. */
  #tooMany({ item, expression, time }: Found, formItem: FormItem | undefined): readonly ResponseIssue[] {
    if (formItem?.type !== 'group' || !formItem.repeats || time !== formItem.maxOccurs) return [];
    return [problem('structure', expression, item.linkId, `comes more than ${String(formItem.maxOccurs)} times`)];
  }
}

/** Does each of its answers have a place of its own for what is nested in it? */
function hasPlaces(item: FormItem): boolean {
  return isRepeatedOneByOne(item) || nestsByAnswer(item);
}

/** Everything wrong with these items and what is nested in them. */
export function checkResponseItems(rules: ResponseRules, items: readonly ForeignItem[]): readonly ResponseIssue[] {
  return new Checker(rules).list(items, { expression: 'QuestionnaireResponse', parent: undefined, inAnswer: false, path: [] });
}
