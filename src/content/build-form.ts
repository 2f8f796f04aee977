// Questionnaire -> Form: every FHIR extension read once, options in one shape, every item found by linkId.
import { extensionUrls } from './extension-urls.js';
import type { AnswerFormat, AnswerValue, Form, FormItem, FormOption } from './form.js';
import { omitUndefined } from './omit-undefined.js';
import type { Questionnaire, QuestionnaireItem } from './questionnaire-schema.js';
import { readConceptCodes, readFlag, readLimit, readNumber, readText } from './read-extension.js';
import { readContainedValueSets, readOptions, toCodingValue } from './read-options.js';

/** Where a questionnaire stands: its journey part (`''` alone), its file in dialogs/ without `.json`, and how to name it in a problem. */
export interface BuildFormOptions {
  readonly part: string;
  readonly file: string;
  /** Options of shared value sets, by `#name`. */
  readonly valueSets: ReadonlyMap<string, readonly FormOption[]>;
  readonly where: string;
}

interface Builder extends BuildFormOptions {
  readonly problems: string[];
}

const formats: ReadonlySet<string> = new Set<AnswerFormat>(['name', 'date-of-birth', 'age', 'phone', 'email', 'postcode', 'nhs-number']);

/** How a display item serves its parent: a sentence below the question, a reason, or neither (a statement of its own). */
export function displayRole(item: QuestionnaireItem): 'help' | 'why' | undefined {
  if (item.type !== 'display') return undefined;
  const controls = readConceptCodes(item, extensionUrls.itemControl);
  if (controls.includes('inline') || controls.includes('flyover')) return 'help';
  return controls.includes('help') ? 'why' : undefined;
}

function isFormat(value: string | undefined): value is AnswerFormat {
  return value !== undefined && formats.has(value);
}

function readFormat(item: QuestionnaireItem, complain: (problem: string) => void): AnswerFormat | undefined {
  const format = readText(item, extensionUrls.answerFormat);
  if (format === undefined || isFormat(format)) return format;
  complain(`answer-format '${format}' is not one of ${[...formats].join(', ')}`);
  return undefined;
}

function readScoring(item: QuestionnaireItem, complain: (problem: string) => void): 'sum' | 'any' | undefined {
  const score = readText(item, extensionUrls.score);
  if (score === undefined) return undefined;
  if (item.type !== 'group') complain('score is only for groups');
  else if (score === 'sum' || score === 'any') return score;
  else complain(`score '${score}' is neither 'sum' nor 'any'`);
  return undefined;
}

type Initial = NonNullable<QuestionnaireItem['initial']>[number];

function toInitial(initial: Initial): AnswerValue[] {
  if (initial.valueCoding !== undefined) return [toCodingValue(initial.valueCoding)];
  if (initial.valueBoolean !== undefined) return [{ valueBoolean: initial.valueBoolean }];
  if (initial.valueInteger !== undefined) return [{ valueInteger: initial.valueInteger }];
  if (initial.valueDecimal !== undefined) return [{ valueDecimal: initial.valueDecimal }];
  if (initial.valueDate !== undefined) return [{ valueDate: initial.valueDate }];
  return initial.valueString === undefined ? [] : [{ valueString: initial.valueString }];
}

function sameValue(option: FormOption, value: AnswerValue): boolean {
  if ('valueCoding' in value) return option.code === value.valueCoding.code;
  return JSON.stringify(option.value) === JSON.stringify(value);
}

// An initial coding is given the option's own value, so that system and display agree with what a choice records.
function readInitial(item: QuestionnaireItem, options: readonly FormOption[], complain: (problem: string) => void): readonly AnswerValue[] {
  return (item.initial ?? []).flatMap(toInitial).map(value => {
    const option = options.find(each => sameValue(each, value));
    if (option === undefined && item.type === 'choice' && options.length > 0) complain('initial is not one of its options');
    return option?.value ?? value;
  });
}

const limitTypes: Readonly<Record<string, string>> = { integer: 'number', decimal: 'number', date: 'string' };

function readLimits(item: QuestionnaireItem, complain: (problem: string) => void) {
  const min = readLimit(item, extensionUrls.minValue);
  const max = readLimit(item, extensionUrls.maxValue);
  const minLength = readNumber(item, extensionUrls.minLength);
  const limits = [
    ['minValue', min],
    ['maxValue', max],
  ] as const;
  for (const [name, limit] of limits) {
    if (limit !== undefined && typeof limit !== limitTypes[item.type])
      complain(`${name} ${String(limit)} does not suit type '${item.type}'`);
  }
  checkOrder(['minValue', min], ['maxValue', max], complain);
  checkOrder(['minLength', minLength], ['maxLength', item.maxLength], complain);
  return omitUndefined({
    min,
    max,
    minLength,
    maxLength: item.maxLength,
    maxDecimalPlaces: readNumber(item, extensionUrls.maxDecimalPlaces),
  });
}

type Limit = readonly [name: string, value: number | string | undefined];

function checkOrder([lowName, low]: Limit, [highName, high]: Limit, complain: (problem: string) => void): void {
  if (low !== undefined && high !== undefined && low > high) complain(`${lowName} ${String(low)} is above ${highName} ${String(high)}`);
}

function readFlags(item: QuestionnaireItem, children: readonly QuestionnaireItem[]) {
  return {
    hidden: readFlag(item, extensionUrls.hidden),
    required: item.required === true,
    repeats: item.repeats === true,
    readOnly: item.readOnly === true,
    hasHelp: children.some(child => displayRole(child) === 'help'),
    hasWhy: children.some(child => displayRole(child) === 'why'),
    hasShort: readText(item, extensionUrls.shortText) !== undefined,
  };
}

function buildItem(item: QuestionnaireItem, builder: Builder, parent: string | undefined): FormItem {
  const { part, file } = builder;
  const complain = (problem: string) => builder.problems.push(`${builder.where}: item '${item.linkId}': ${problem}`);
  const linkId = part === '' ? item.linkId : `${part}.${item.linkId}`;
  const { item: children = [], text = '', enableWhen = [], enableBehavior = 'all', code: codes = [] } = item;
  const { options, selected, problems } = readOptions(item, builder.valueSets);
  problems.forEach(complain);
  return {
    linkId,
    part,
    file,
    localId: item.linkId,
    type: item.type,
    ...readFlags(item, children),
    text,
    options,
    enableWhen,
    enableBehavior,
    units: [],
    links: [],
    fingerprint: '',
    ...readLimits(item, complain),
    initial: [...selected, ...readInitial(item, options, complain)],
    codes: codes.map(code => toCodingValue(code).valueCoding),
    items: children.filter(child => displayRole(child) === undefined).map(child => buildItem(child, builder, linkId)),
    ...omitUndefined({
      format: readFormat(item, complain),
      score: readScoring(item, complain),
      example: readText(item, extensionUrls.entryFormat),
      parent,
    }),
  };
}

/** Every item below these, parents before children, in the order of asking. */
function inOrder(items: readonly FormItem[]): readonly FormItem[] {
  return items.flatMap(item => [item, ...inOrder(item.items)]);
}

/** A Form from its root items. Where a linkId stands twice the first one is found. */
export function toForm(roots: readonly FormItem[], sources: ReadonlyMap<string, Questionnaire>): Form {
  const order = inOrder(roots);
  const byLinkId = new Map<string, FormItem>();
  for (const item of order) if (!byLinkId.has(item.linkId)) byLinkId.set(item.linkId, item);
  return { roots, byLinkId, order, sources };
}

/**
 * One questionnaire as a Form. With a `part`, linkIds are prefixed `<part>.` while enableWhen still names ids as written
 * (assembleJourney resolves those). Problems name the item by the linkId in its file.
 */
export function buildForm(questionnaire: Questionnaire, options: BuildFormOptions): { form: Form; problems: string[] } {
  const problems: string[] = [];
  const valueSets = new Map([...options.valueSets, ...readContainedValueSets(questionnaire)]);
  const builder: Builder = { ...options, valueSets, problems };
  const roots = questionnaire.item.map(item => buildItem(item, builder, undefined));
  return { form: toForm(roots, new Map([[options.part, questionnaire]])), problems };
}
