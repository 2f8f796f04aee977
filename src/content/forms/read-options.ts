// What may be chosen: answerOption, or the ValueSet an item names, in one shape.
// Source: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.answerOption and …answerValueSet
import { extensionUrls } from './extension-urls.js';
import type { AnswerValue, FormOption } from './form.js';
import { omitUndefined } from '../omit-undefined.js';
import type { QuestionnaireItem } from './questionnaire-schema.js';
import { type Extended, readCoding, readFlag, readNumber, readText, readTexts } from './read-extension.js';
import { readRedFlag } from './read-red-flag.js';
import { readTranslations, readWords } from './read-rendering.js';
import type { ReadValueSet } from './read-value-sets.js';
import { toCodingValue, toReferenceValue } from './to-value.js';

type AnswerOption = NonNullable<QuestionnaireItem['answerOption']>[number];
type Valued = Pick<FormOption, 'code' | 'value' | 'label' | 'labels'>;

function readScore(...elements: readonly (Extended | undefined)[]): number | undefined {
  for (const element of elements) {
    const score = element && (readNumber(element, extensionUrls.ordinalValue) ?? readNumber(element, extensionUrls.itemWeight));
    if (score !== undefined) return score;
  }
  return undefined;
}

function labelled(written: string, beside: unknown): Pick<FormOption, 'label' | 'labels'> {
  const labels = readTranslations(beside);
  return { label: readWords(written, beside), ...(labels.size > 0 && { labels }) };
}

function wordedOption({ valueCoding, valueString, _valueString }: AnswerOption): Valued | undefined {
  if (valueCoding !== undefined) {
    const { code, display, _display } = valueCoding;
    return { code, value: toCodingValue(valueCoding), ...labelled(display ?? code, _display) };
  }
  return valueString === undefined ? undefined : { code: valueString, value: { valueString }, ...labelled(valueString, _valueString) };
}

const plain = (code: string, value: AnswerValue): Valued => ({ code, value, label: code });

// R4 options have no decimal and no dateTime: those questions list integers and dates.
function momentOption({ valueDate, valueTime }: AnswerOption, type: string): Valued | undefined {
  if (valueDate !== undefined) return plain(valueDate, type === 'dateTime' ? { valueDateTime: valueDate } : { valueDate });
  return valueTime === undefined ? undefined : plain(valueTime, { valueTime });
}

function plainOption({ valueInteger, valueReference }: AnswerOption, type: string): Valued | undefined {
  if (valueInteger !== undefined) {
    return plain(String(valueInteger), type === 'decimal' ? { valueDecimal: valueInteger } : { valueInteger });
  }
  const code = valueReference?.reference ?? valueReference?.display;
  if (valueReference === undefined || code === undefined) return undefined;
  return { code, value: { valueReference: toReferenceValue(valueReference) }, label: valueReference.display ?? code };
}

// A prefix such as `a)` is also said for its option; a number is not, since the conversation has numbers of its own.
function readSaid(option: AnswerOption, prefix: string | undefined): readonly string[] {
  const said = [option, option.valueCoding].flatMap(element => (element ? readTexts(element, extensionUrls.alsoSaid) : []));
  const letters = prefix?.replace(/[^\p{L}\p{N}]+/gu, '') ?? '';
  return letters === '' || /\p{N}/u.test(letters) ? said : [...said, letters];
}

function toOption(option: AnswerOption, type: string): FormOption | undefined {
  const valued = wordedOption(option) ?? momentOption(option, type) ?? plainOption(option, type);
  if (valued === undefined) return undefined;
  const url = extensionUrls.accessibleInformationCode;
  const snomed = readCoding(option, url) ?? (option.valueCoding && readCoding(option.valueCoding, url));
  const prefix = readText(option, extensionUrls.optionPrefix);
  const said = readSaid(option, prefix);
  return {
    ...valued,
    exclusive: readFlag(option, extensionUrls.optionExclusive),
    ...omitUndefined({ score: readScore(option, option.valueCoding), snomed, prefix, said: said.length > 0 ? said : undefined }),
    ...omitUndefined({ redFlag: readRedFlag(option) ?? undefined }),
  };
}

/** Options of an item, those of them chosen from the start (initialSelected), and what is wrong. */
export interface ReadOptions {
  readonly options: readonly FormOption[];
  readonly selected: readonly AnswerValue[];
  readonly problems: readonly string[];
}

function systemOf(option: FormOption): string | undefined {
  return 'valueCoding' in option.value ? option.value.valueCoding.system : undefined;
}

// The same code of two systems is two options: each is then named `system|code`.
function nameApart(options: readonly FormOption[]): { readonly options: readonly FormOption[]; readonly problems: readonly string[] } {
  const systems = new Map<string, Set<string | undefined>>();
  for (const option of options) systems.set(option.code, (systems.get(option.code) ?? new Set()).add(systemOf(option)));
  const named = options.map(option =>
    (systems.get(option.code)?.size ?? 0) > 1 ? { ...option, code: `${systemOf(option) ?? ''}|${option.code}` } : option,
  );
  const seen = new Set<string>();
  const problems: string[] = [];
  const distinct = named.filter(({ code }) => {
    if (seen.has(code)) problems.push(`answerOption '${code}' is listed twice`);
    return !seen.has(code) && seen.add(code);
  });
  return { options: distinct, problems: [...new Set(problems)] };
}

/** Value sets an item may name: those its file contains, and shared ones by `#name`. */
export type ValueSets = ReadonlyMap<string, ReadValueSet>;

function readValueSet(name: string, valueSets: ValueSets): ReadOptions {
  const set = valueSets.get(name);
  const none = { options: [], selected: [] };
  if (set === undefined)
    return { ...none, problems: [`answerValueSet '${name}' is not at hand: contain it in the file, or list answerOption`] };
  if ('refused' in set) return { ...none, problems: [`answerValueSet '${name}' ${set.refused}`] };
  if (set.options.length === 0) return { ...none, problems: [`answerValueSet '${name}' lists nothing to choose from`] };
  return { selected: [], ...nameApart(set.options) };
}

/** The options of one item. */
export function readOptions(item: QuestionnaireItem, valueSets: ValueSets): ReadOptions {
  if (item.answerValueSet !== undefined && item.answerOption === undefined) return readValueSet(item.answerValueSet, valueSets);
  const read = (item.answerOption ?? []).map(each => ({ each, option: toOption(each, item.type) }));
  const found = read.flatMap(({ option }) => option ?? []);
  const { options, problems } = nameApart(found);
  return {
    options,
    selected: read.flatMap(({ each, option }) => (option !== undefined && each.initialSelected === true ? [option.value] : [])),
    problems: [
      ...read.filter(({ option }) => option === undefined).map(() => 'an answerOption has no value[x] of R4'),
      ...read
        .filter(({ each }) => readRedFlag(each) === null)
        .map(({ option }) => `answerOption '${option?.code ?? ''}': red-flag needs a kind and a tier (act or ask), as valueCode`),
      ...problems,
    ],
  };
}
