// What FHIR R4 forbids of a Questionnaire's items, one named rule each, told by linkId.
// Source: the constraints que-1 … que-13 of https://hl7.org/fhir/R4/questionnaire.html#invs
import { checkExtensions } from './check-extensions.js';
import { extensionUrls } from './extension-urls.js';
import { wrongLiterals } from './fhir-literals.js';
import { isPartOf, readItemTexts } from './item-texts.js';
import type { ItemType, Questionnaire, QuestionnaireItem } from './questionnaire-schema.js';
import { readFlag } from './read-extension.js';
import { walkItems } from './walk-items.js';

type Rule = (item: QuestionnaireItem, parent: QuestionnaireItem | undefined) => string | false;

const chosen: ReadonlySet<ItemType> = new Set(['choice', 'open-choice']);
const lengthTypes: ReadonlySet<ItemType> = new Set(['boolean', 'decimal', 'integer', 'string', 'text', 'url', 'open-choice']);

function has(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

function offers(item: QuestionnaireItem): boolean {
  return has(item.answerOption) || item.answerValueSet !== undefined;
}

const anyOption = ['valueCoding', 'valueString', 'valueInteger', 'valueDate', 'valueTime', 'valueReference'];

/** Types that may list answers (que-5), and the value[x] of their options. R4 options have no decimal, dateTime or quantity. */
const optionValues: Readonly<Partial<Record<ItemType, readonly string[]>>> = {
  choice: anyOption,
  'open-choice': anyOption,
  string: ['valueString'],
  integer: ['valueInteger'],
  decimal: ['valueInteger'],
  date: ['valueDate'],
  dateTime: ['valueDate'],
  time: ['valueTime'],
  quantity: [],
};

function wrongOffer(item: QuestionnaireItem): string | false {
  if (chosen.has(item.type) || !offers(item)) return false;
  const values = optionValues[item.type];
  if (values === undefined) return `is of type '${item.type}', which cannot have answers to choose from (que-5)`;
  if (item.answerValueSet !== undefined) return `has an answerValueSet, whose codings are no answers of type '${item.type}'`;
  const suits = (item.answerOption ?? []).every(option => values.some(name => option[name] !== undefined));
  return !suits && `lists an answerOption that is no answer of type '${item.type}'`;
}

function isQuestionType(item: QuestionnaireItem): boolean {
  return item.type !== 'group' && item.type !== 'display';
}

const initialValues: Readonly<Partial<Record<ItemType, readonly string[]>>> = {
  boolean: ['valueBoolean'],
  integer: ['valueInteger'],
  decimal: ['valueDecimal', 'valueInteger'],
  date: ['valueDate'],
  dateTime: ['valueDateTime'],
  time: ['valueTime'],
  string: ['valueString'],
  text: ['valueString'],
  url: ['valueUri'],
  quantity: ['valueQuantity'],
  reference: ['valueReference'],
  attachment: ['valueAttachment'],
  choice: anyOption,
  'open-choice': anyOption,
};

function wrongInitial(item: QuestionnaireItem): string | false {
  const allowed = initialValues[item.type];
  if (allowed === undefined) return false;
  const suits = (item.initial ?? []).every(initial => allowed.some(name => initial[name] !== undefined));
  return !suits && `initial is not a value of type '${item.type}'`;
}

function wrongLiteral(item: QuestionnaireItem): string | false {
  const wrong = [
    ...(item.initial ?? []).flatMap(initial => wrongLiterals(initial, 'value').map(fault => `initial ${fault}`)),
    ...(item.answerOption ?? []).flatMap(option => wrongLiterals(option, 'value').map(fault => `answerOption ${fault}`)),
  ];
  return wrong.length > 0 && wrong.join('; ');
}

function saysNothing(item: QuestionnaireItem): boolean {
  return !readFlag(item, extensionUrls.hidden) && readItemTexts(item).text.trim() === '';
}

function calculatesOptions(item: QuestionnaireItem): boolean {
  return item.extension?.some(({ url }) => url === extensionUrls.answerExpression) === true;
}

function selectedMany(item: QuestionnaireItem): boolean {
  return item.repeats !== true && (item.answerOption ?? []).filter(option => option.initialSelected === true).length > 1;
}

const rules: readonly Rule[] = [
  item => isQuestionType(item) && saysNothing(item) && 'has no text to ask',
  (item, parent) => item.type === 'display' && !isPartOf(item, parent) && saysNothing(item) && 'is a display without text',
  item => item.type === 'group' && !has(item.item) && 'is a group without items (que-1)',
  item => item.type === 'display' && has(item.item) && 'is a display with items inside (que-1)',
  item => item.type === 'display' && has(item.code) && 'is a display with a code (que-3)',
  item => item.answerOption !== undefined && item.answerValueSet !== undefined && 'has both answerOption and answerValueSet (que-4)',
  wrongOffer,
  item =>
    chosen.has(item.type) &&
    !offers(item) &&
    !calculatesOptions(item) &&
    !readFlag(item, extensionUrls.hidden) &&
    'is a choice without options: it needs answerOption or answerValueSet',
  item => item.type === 'display' && item.required !== undefined && 'is a display that says required (que-6)',
  item => item.type === 'display' && item.repeats !== undefined && 'is a display that says repeats (que-6)',
  item => !isQuestionType(item) && has(item.initial) && `is a ${item.type} with initial (que-8)`,
  item => item.type === 'display' && item.readOnly !== undefined && 'is a display that says readOnly (que-9)',
  item => item.maxLength !== undefined && !lengthTypes.has(item.type) && `has maxLength, which type '${item.type}' cannot have (que-10)`,
  item => has(item.answerOption) && has(item.initial) && 'has answerOption and initial: use initialSelected (que-11)',
  item =>
    (item.enableWhen?.length ?? 0) > 1 && item.enableBehavior === undefined && 'has several enableWhen and no enableBehavior (que-12)',
  item => (item.initial?.length ?? 0) > 1 && item.repeats !== true && 'has several initial values and does not repeat (que-13)',
  item => selectedMany(item) && 'has several options selected from the start and does not repeat (que-13)',
  wrongInitial,
  wrongLiteral,
];

function parentsOf(items: readonly QuestionnaireItem[]): ReadonlyMap<QuestionnaireItem, QuestionnaireItem> {
  return new Map(items.flatMap(parent => (parent.item ?? []).map(child => [child, parent] as const)));
}

/** Every structural fault, as `where: item 'x': what is wrong`. Items in `unread` were told about already and are not judged by type. */
export function checkItems(questionnaire: Questionnaire, unread: ReadonlySet<string>, where: string): string[] {
  const items = walkItems(questionnaire.item);
  const parents = parentsOf(items);
  const problems = checkExtensions(questionnaire, where);
  const seen = new Map<string, number>();
  for (const item of items) {
    const times = (seen.get(item.linkId) ?? 0) + 1;
    seen.set(item.linkId, times);
    if (times === 2) problems.push(`${where}: item '${item.linkId}': linkId stands more than once (que-2)`);
    if (unread.has(item.linkId)) continue;
    for (const rule of rules) {
      const fault = rule(item, parents.get(item));
      if (fault !== false) problems.push(`${where}: item '${item.linkId}': ${fault}`);
    }
  }
  return problems;
}
