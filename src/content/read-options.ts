// What may be chosen: answerOption, or the ValueSet an item names, in one shape.
// Source: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.answerOption and …answerValueSet
import { z } from 'zod';
import { extensionUrls } from './extension-urls.js';
import type { AnswerValue, FormOption } from './form.js';
import { omitUndefined } from './omit-undefined.js';
import type { Coding, Questionnaire, QuestionnaireItem } from './questionnaire-schema.js';
import { type Extended, readCoding, readFlag, readNumber, readTexts } from './read-extension.js';

type AnswerOption = NonNullable<QuestionnaireItem['answerOption']>[number];

/** A Coding as an answer value, without its extensions and other extras. */
export function toCodingValue({ system, code, display }: Coding): { valueCoding: { system?: string; code: string; display?: string } } {
  return { valueCoding: omitUndefined({ system, code, display }) };
}

/** An option from a Coding: its code names it, its display is its English label. */
export function codingOption(coding: Coding): FormOption {
  return { code: coding.code, value: toCodingValue(coding), label: coding.display ?? coding.code, exclusive: false };
}

function readScore(...elements: readonly (Extended | undefined)[]): number | undefined {
  for (const element of elements) {
    const score = element && (readNumber(element, extensionUrls.ordinalValue) ?? readNumber(element, extensionUrls.itemWeight));
    if (score !== undefined) return score;
  }
  return undefined;
}

function plainValue(option: AnswerOption): { code: string; value: AnswerValue } | undefined {
  if (option.valueString !== undefined) return { code: option.valueString, value: { valueString: option.valueString } };
  if (option.valueInteger !== undefined) return { code: String(option.valueInteger), value: { valueInteger: option.valueInteger } };
  if (option.valueDate !== undefined) return { code: option.valueDate, value: { valueDate: option.valueDate } };
  return undefined;
}

function toOption(option: AnswerOption): FormOption | undefined {
  const { valueCoding } = option;
  const score = readScore(option, valueCoding);
  const url = extensionUrls.accessibleInformationCode;
  const snomed = readCoding(option, url) ?? (valueCoding && readCoding(valueCoding, url));
  const said = [option, valueCoding].flatMap(element => (element ? readTexts(element, extensionUrls.alsoSaid) : []));
  const more = {
    exclusive: readFlag(option, extensionUrls.optionExclusive),
    ...omitUndefined({ score, snomed, said: said.length > 0 ? said : undefined }),
  };
  if (valueCoding !== undefined) return { ...codingOption(valueCoding), ...more };
  const plain = plainValue(option);
  return plain && { ...plain, label: plain.code, ...more };
}

const concepts = z.array(z.looseObject({ code: z.string(), display: z.string().optional() }));
const valueSetSchema = z.looseObject({
  resourceType: z.literal('ValueSet'),
  id: z.string(),
  expansion: z
    .looseObject({ contains: z.array(z.looseObject({ system: z.string().optional(), code: z.string(), display: z.string().optional() })) })
    .optional(),
  compose: z.looseObject({ include: z.array(z.looseObject({ system: z.string().optional(), concept: concepts.optional() })) }).optional(),
});

/** The ValueSets a Questionnaire contains, by `#id`: their expansion, or the concepts their compose lists. */
export function readContainedValueSets(questionnaire: Questionnaire): ReadonlyMap<string, readonly FormOption[]> {
  const contained = Array.isArray(questionnaire['contained']) ? questionnaire['contained'] : [];
  const sets = new Map<string, readonly FormOption[]>();
  for (const resource of contained as readonly unknown[]) {
    const parsed = valueSetSchema.safeParse(resource);
    if (!parsed.success) continue;
    const listed = (parsed.data.compose?.include ?? []).flatMap(({ system, concept }) =>
      (concept ?? []).map(each => ({ ...each, system })),
    );
    sets.set(`#${parsed.data.id}`, (parsed.data.expansion?.contains ?? listed).map(codingOption));
  }
  return sets;
}

/** Options of an item, those of them chosen from the start (initialSelected), and what is wrong. */
export interface ReadOptions {
  readonly options: readonly FormOption[];
  readonly selected: readonly AnswerValue[];
  readonly problems: readonly string[];
}

function readValueSet(name: string, valueSets: ReadonlyMap<string, readonly FormOption[]>): ReadOptions {
  const options = valueSets.get(name);
  const problems: string[] = [];
  if (options === undefined) problems.push(`answerValueSet '${name}' is not at hand: contain it in the file, or list answerOption`);
  else if (options.length === 0) problems.push(`answerValueSet '${name}' lists nothing to choose from`);
  return { options: options ?? [], selected: [], problems };
}

/** The options of one item. */
export function readOptions(item: QuestionnaireItem, valueSets: ReadonlyMap<string, readonly FormOption[]>): ReadOptions {
  if (item.answerValueSet !== undefined && item.answerOption === undefined) return readValueSet(item.answerValueSet, valueSets);
  const options: FormOption[] = [];
  const selected: AnswerValue[] = [];
  const problems: string[] = [];
  for (const each of item.answerOption ?? []) {
    const option = toOption(each);
    if (option === undefined)
      problems.push('an answerOption has no value this release can hold (valueCoding, valueString, valueInteger, valueDate)');
    else if (options.some(({ code }) => code === option.code)) problems.push(`answerOption '${option.code}' is listed twice`);
    else {
      options.push(option);
      if (each.initialSelected === true) selected.push(option.value);
    }
  }
  return { options, selected, problems };
}
