// What FHIR R4 forbids of a Questionnaire's items, one named rule each, told by linkId.
// Source: the constraints que-1 … que-13 of https://hl7.org/fhir/R4/questionnaire.html#invs
import { displayRole } from './build-form.js';
import type { Questionnaire, QuestionnaireItem } from './questionnaire-schema.js';

type Rule = (item: QuestionnaireItem) => string | false;

const chosen = new Set(['choice', 'open-choice']);
const lengthTypes = new Set(['boolean', 'decimal', 'integer', 'string', 'text', 'open-choice']);

function has(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

function offers(item: QuestionnaireItem): boolean {
  return has(item.answerOption) || item.answerValueSet !== undefined;
}

// que-5 lets some written answers be chosen from a list too; those are sound FHIR that this release does not ask that way.
const listable = new Set(['integer', 'decimal', 'date', 'string']);

function wrongOffer(item: QuestionnaireItem): string | false {
  if (chosen.has(item.type) || !offers(item)) return false;
  return listable.has(item.type)
    ? `lists answers for type '${item.type}', which this release asks only of choice and open-choice`
    : `is of type '${item.type}', which cannot have answers to choose from (que-5)`;
}

function isQuestionType(item: QuestionnaireItem): boolean {
  return item.type !== 'group' && item.type !== 'display';
}

const initialTypes: Readonly<Record<string, readonly string[]>> = {
  boolean: ['valueBoolean'],
  integer: ['valueInteger'],
  decimal: ['valueDecimal', 'valueInteger'],
  date: ['valueDate'],
  string: ['valueString'],
  text: ['valueString'],
  choice: ['valueCoding', 'valueString', 'valueInteger', 'valueDate'],
  'open-choice': ['valueCoding', 'valueString', 'valueInteger', 'valueDate'],
};

function wrongInitial(item: QuestionnaireItem): string | false {
  const allowed = initialTypes[item.type];
  if (allowed === undefined) return false;
  const suits = (item.initial ?? []).every(initial => allowed.some(name => initial[name] !== undefined));
  return !suits && `initial is not a value of type '${item.type}'`;
}

const rules: readonly Rule[] = [
  item => isQuestionType(item) && (item.text ?? '').trim() === '' && 'has no text to ask',
  item => item.type === 'display' && (item.text ?? '').trim() === '' && 'is a display without text',
  item => item.type === 'group' && !has(item.item) && 'is a group without items (que-1)',
  item => item.type === 'display' && has(item.item) && 'is a display with items inside (que-1)',
  item => item.type === 'display' && has(item.code) && 'is a display with a code (que-3)',
  item => item.answerOption !== undefined && item.answerValueSet !== undefined && 'has both answerOption and answerValueSet (que-4)',
  wrongOffer,
  item => chosen.has(item.type) && !offers(item) && 'is a choice without options: it needs answerOption or answerValueSet',
  item => item.type === 'display' && item.required !== undefined && 'is a display that says required (que-6)',
  item => item.type === 'display' && item.repeats !== undefined && 'is a display that says repeats (que-6)',
  item => !isQuestionType(item) && has(item.initial) && `is a ${item.type} with initial (que-8)`,
  item => item.type === 'display' && item.readOnly !== undefined && 'is a display that says readOnly (que-9)',
  item => item.maxLength !== undefined && !lengthTypes.has(item.type) && `has maxLength, which type '${item.type}' cannot have (que-10)`,
  item => has(item.answerOption) && has(item.initial) && 'has answerOption and initial: use initialSelected (que-11)',
  item =>
    (item.enableWhen?.length ?? 0) > 1 && item.enableBehavior === undefined && 'has several enableWhen and no enableBehavior (que-12)',
  item => (item.initial?.length ?? 0) > 1 && item.repeats !== true && 'has several initial values and does not repeat (que-13)',
  item => item.type === 'group' && item.repeats === true && 'is a group that repeats, which this release cannot ask',
  item => has(asList(item['modifierExtension'])) && 'has a modifierExtension this release does not know, so it may mean something else',
  item => displayRole(item) !== undefined && has(item.enableWhen) && 'is help for its question and cannot have its own enableWhen',
  wrongInitial,
];

function asList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Every item of a list and below, parents first. */
export function walkItems(items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] {
  return items.flatMap(item => [item, ...walkItems(item.item ?? [])]);
}

/** Every structural fault, as `where: item 'x': what is wrong`. Items in `unheld` have been named already and are not judged by type. */
export function checkItems(questionnaire: Questionnaire, unheld: ReadonlySet<string>, where: string): string[] {
  const items = walkItems(questionnaire.item);
  const problems: string[] = [];
  if (has(asList(questionnaire['modifierExtension']))) problems.push(`${where}: has a modifierExtension this release does not know`);
  const seen = new Map<string, number>();
  for (const item of items) {
    const times = (seen.get(item.linkId) ?? 0) + 1;
    seen.set(item.linkId, times);
    if (times === 2) problems.push(`${where}: item '${item.linkId}': linkId stands more than once (que-2)`);
    if (unheld.has(item.linkId)) continue;
    for (const rule of rules) {
      const fault = rule(item);
      if (fault !== false) problems.push(`${where}: item '${item.linkId}': ${fault}`);
    }
  }
  return problems;
}
