// Questionnaire -> Form: every FHIR extension read once, options in one shape, every item found by linkId.
import { extensionUrls } from './extension-urls.js';
import { fingerprintOf } from './fingerprint.js';
import type { AnswerFormat, Form, FormItem, FormOption } from './form.js';
import { type ItemTexts, readItemTexts } from './item-texts.js';
import { omitUndefined } from '../omit-undefined.js';
import type { Questionnaire, QuestionnaireItem } from './questionnaire-schema.js';
import { readBands } from './read-bands.js';
import { readControls } from './read-controls.js';
import { readFlag, readText } from './read-extension.js';
import { readInitial } from './read-initial.js';
import { readLaunchContext } from './read-launch-context.js';
import { readLimits } from './read-limits.js';
import { readOptions, type ValueSets } from './read-options.js';
import { readPattern } from './read-pattern.js';
import { readPrivate } from './read-private.js';
import { readRules } from './read-rules.js';
import { readUnits } from './read-units.js';
import { readContainedValueSets } from './read-value-sets.js';
import { toCodingValue } from './to-value.js';

/** Where a questionnaire stands: its journey part (`''` alone), its file in dialogs/ without `.json`, and how to name it in a problem. */
export interface BuildFormOptions {
  readonly part: string;
  readonly file: string;
  /** Options of shared value sets, by `#name`. */
  readonly valueSets: ReadonlyMap<string, readonly FormOption[]>;
  readonly where: string;
  /** From a file somebody gave (Form.foreign). */
  readonly foreign?: boolean;
}

/** A form, what stops it from running, and what is told without stopping it. */
export interface BuiltForm {
  readonly form: Form;
  readonly problems: string[];
  readonly notes: string[];
}

interface Builder {
  readonly part: string;
  readonly file: string;
  readonly where: string;
  readonly valueSets: ValueSets;
  readonly problems: string[];
  readonly notes: string[];
  /** What stands around is private, and so is all inside. */
  readonly private: boolean;
}

type Complain = (problem: string) => void;

const formats: ReadonlySet<string> = new Set<AnswerFormat>(['name', 'date-of-birth', 'age', 'phone', 'email', 'postcode', 'nhs-number']);

function isFormat(value: string | undefined): value is AnswerFormat {
  return value !== undefined && formats.has(value);
}

function readFormat(item: QuestionnaireItem, complain: Complain): AnswerFormat | undefined {
  const format = readText(item, extensionUrls.answerFormat);
  if (format === undefined || isFormat(format)) return format;
  complain(`answer-format '${format}' is not one of ${[...formats].join(', ')}`);
  return undefined;
}

function readScoring(item: QuestionnaireItem, complain: Complain): 'sum' | 'any' | undefined {
  const score = readText(item, extensionUrls.score);
  if (score === undefined) return undefined;
  if (item.type !== 'group') complain('score is only for groups');
  else if (score === 'sum' || score === 'any') return score;
  else complain(`score '${score}' is neither 'sum' nor 'any'`);
  return undefined;
}

function readFlags(item: QuestionnaireItem, texts: ItemTexts) {
  return {
    hidden: readFlag(item, extensionUrls.hidden),
    required: item.required === true,
    repeats: item.repeats === true,
    hasHelp: texts.help !== undefined,
    hasWhy: texts.why !== undefined,
    hasShort: texts.short !== undefined,
  };
}

/** What may be answered: options, units, limits, pattern, and what it starts with. */
function readAnswering(item: QuestionnaireItem, { text, unit }: ItemTexts, builder: Builder, complain: Complain) {
  const { options, selected, problems } = readOptions(item, builder.valueSets);
  problems.forEach(complain);
  const units = readUnits(item, unit, builder.valueSets, complain);
  return {
    options,
    units,
    ...readLimits(item, units, complain),
    initial: [...selected, ...readInitial(item, options, complain)],
    fingerprint: fingerprintOf({ type: item.type, text, options, units }),
    ...omitUndefined({ pattern: readPattern(item, complain) }),
  };
}

function buildItem(item: QuestionnaireItem, builder: Builder, parent: string | undefined): FormItem {
  const { part, file } = builder;
  const place = `${builder.where}: item '${item.linkId}': `;
  const complain = (problem: string) => builder.problems.push(place + problem);
  const note = (text: string) => builder.notes.push(place + text);
  const linkId = part === '' ? item.linkId : `${part}.${item.linkId}`;
  const { enableWhen = [], enableBehavior = 'all', code: codes = [] } = item;
  const texts = readItemTexts(item);
  const { rules, neverAsked } = readRules(item, { complain, note });
  const inside = { ...builder, private: readPrivate(item, complain) || builder.private };
  return {
    linkId,
    part,
    file,
    localId: item.linkId,
    type: item.type,
    ...readFlags(item, texts),
    readOnly: item.readOnly === true || neverAsked,
    text: texts.text,
    enableWhen,
    enableBehavior,
    ...readAnswering(item, texts, builder, complain),
    ...readControls(item),
    codes: codes.map(code => toCodingValue(code).valueCoding),
    items: texts.inside.map(child => buildItem(child, inside, linkId)),
    ...(inside.private && { private: true }),
    ...omitUndefined({
      format: readFormat(item, complain),
      score: readScoring(item, complain),
      bands: readBands(item, complain),
      example: texts.example,
      prefix: item.prefix === '' ? undefined : item.prefix,
      rules,
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

function gatherValueSets(questionnaire: Questionnaire, shared: BuildFormOptions['valueSets']): ValueSets {
  return new Map([...[...shared].map(([name, options]) => [name, { options }] as const), ...readContainedValueSets(questionnaire)]);
}

/**
 * One questionnaire as a Form. With a `part`, linkIds are prefixed `<part>.` while enableWhen still names ids as written
 * (assembleJourney resolves those). Problems and notes name the item by the linkId in its file.
 */
export function buildForm(questionnaire: Questionnaire, options: BuildFormOptions): BuiltForm {
  const { part, file, where, valueSets, foreign } = options;
  const problems: string[] = [];
  const notes: string[] = [];
  const isPrivate = readPrivate(questionnaire, problem => problems.push(`${where}: ${problem}`));
  const builder: Builder = { part, file, where, valueSets: gatherValueSets(questionnaire, valueSets), problems, notes, private: isPrivate };
  const roots = questionnaire.item.map(item => buildItem(item, builder, undefined));
  const { rules } = readRules(questionnaire, {
    complain: problem => problems.push(`${where}: ${problem}`),
    note: note => notes.push(`${where}: ${note}`),
  });
  const launchContext = readLaunchContext(questionnaire);
  const form: Form = {
    ...toForm(roots, new Map([[part, questionnaire]])),
    ...omitUndefined({ rules, foreign }),
    ...(launchContext.length > 0 && { launchContext }),
  };
  return { form, problems, notes };
}
