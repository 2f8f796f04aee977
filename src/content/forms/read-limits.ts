// How small, large, long and often an answer may be. Sources: https://hl7.org/fhir/R4/extension-minvalue.html, -maxvalue.html, -minlength.html,
// -maxdecimalplaces.html, -questionnaire-minoccurs.html, -questionnaire-maxoccurs.html; SDC minQuantity and maxQuantity
import { extensionUrls } from './extension-urls.js';
import { wrongLiterals } from './fhir-literals.js';
import type { Unit } from './form.js';
import { omitUndefined } from '../omit-undefined.js';
import type { QuestionnaireItem } from './questionnaire-schema.js';
import { type Extension, findExtensions, isRecord, readNumber, toExtended } from './read-extension.js';

type Complain = (problem: string) => void;
type Limit = number | string;
type End = 'min' | 'max';

/** The most repetitions of one thing a conversation takes. */
const mostOccurs = 50;

const valuesOf: Readonly<Record<string, readonly string[]>> = {
  integer: ['valueInteger', 'valueDecimal'],
  decimal: ['valueDecimal', 'valueInteger'],
  quantity: ['valueQuantity', 'valueDecimal', 'valueInteger'],
  date: ['valueDate'],
  dateTime: ['valueDateTime', 'valueDate'],
  time: ['valueTime'],
};

function isMeasuredIn(quantity: Readonly<Record<string, unknown>>, units: readonly Unit[]): boolean {
  const { code, unit } = quantity;
  if (code === undefined && unit === undefined) return true;
  return units.length <= 1 && units.every(each => (code === undefined ? each.label === unit : (each.code ?? each.label) === code));
}

function readQuantity(value: unknown, name: string, units: readonly Unit[], complain: Complain): number | undefined {
  if (!isRecord(value) || typeof value['value'] !== 'number') {
    complain(`${name} has no number`);
    return undefined;
  }
  if (!isMeasuredIn(value, units)) {
    const given = value['unit'] ?? value['code'];
    complain(`${name} is in another unit (${typeof given === 'string' ? given : 'unnamed'}) than its answer may be`);
  }
  return value['value'];
}

function isComputed(extension: Extension): boolean {
  return Object.entries(extension).some(
    ([name, beside]) => name.startsWith('_value') && findExtensions(toExtended(beside), extensionUrls.cqfExpression).length > 0,
  );
}

function limitExtension(item: QuestionnaireItem, end: End): Extension | undefined {
  const [value, quantity] =
    end === 'min' ? [extensionUrls.minValue, extensionUrls.minQuantity] : [extensionUrls.maxValue, extensionUrls.maxQuantity];
  return findExtensions(item, value)[0] ?? findExtensions(item, quantity)[0];
}

function readEnd(item: QuestionnaireItem, end: End, units: readonly Unit[], complain: Complain): Limit | undefined {
  const name = `${end}Value`;
  const extension = limitExtension(item, end);
  if (extension === undefined) return undefined;
  if (isComputed(extension)) complain(`${name} is worked out by an expression, which Waymark does not follow`);
  const key = valuesOf[item.type]?.find(each => extension[each] !== undefined) ?? '';
  const value = extension[key];
  if (key === 'valueQuantity') return readQuantity(value, name, units, complain);
  if (typeof value === 'number' || typeof value === 'string') {
    for (const wrong of wrongLiterals(extension, 'value')) complain(`${name} ${wrong}`);
    return value;
  }
  const given = Object.entries(extension).find(([each]) => each.startsWith('value'));
  if (given !== undefined) complain(`${name} ${shown(given[1])} does not suit type '${item.type}'`);
  return undefined;
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'of another kind';
}

type Named = readonly [name: string, value: Limit | undefined];

function comparable(value: Limit): Limit {
  const instant = typeof value === 'string' && value.includes('T') ? Date.parse(value) : Number.NaN;
  return Number.isNaN(instant) ? value : instant;
}

function checkOrder([lowName, low]: Named, [highName, high]: Named, complain: Complain): void {
  if (low === undefined || high === undefined) return;
  const [one, other] = [comparable(low), comparable(high)];
  if (typeof one === typeof other && one > other) complain(`${lowName} ${String(low)} is above ${highName} ${String(high)}`);
}

function readCount(item: QuestionnaireItem, name: 'minLength' | 'minOccurs' | 'maxOccurs' | 'maxDecimalPlaces', complain: Complain) {
  const number = readNumber(item, extensionUrls[name]);
  if (number === undefined || (Number.isInteger(number) && number >= 0)) return number;
  complain(`${name} ${String(number)} is not a whole number`);
  return undefined;
}

function readOccurs(item: QuestionnaireItem, complain: Complain) {
  const minOccurs = readCount(item, 'minOccurs', complain);
  const maxOccurs = readCount(item, 'maxOccurs', complain);
  checkOrder(['minOccurs', minOccurs], ['maxOccurs', maxOccurs], complain);
  if (maxOccurs === 0) complain('maxOccurs 0 leaves no room for an answer');
  if ((minOccurs ?? 0) > mostOccurs) complain(`minOccurs ${String(minOccurs)} is more than the ${String(mostOccurs)} a conversation takes`);
  if (item.repeats === true) return { minOccurs, maxOccurs };
  if ((minOccurs ?? 0) > 1) complain(`minOccurs ${String(minOccurs)} on an item that does not repeat`);
  return {};
}

/** Every limit of an item; `units` are those its answer may be measured in. */
export function readLimits(item: QuestionnaireItem, units: readonly Unit[], complain: Complain) {
  const min = readEnd(item, 'min', units, complain);
  const max = readEnd(item, 'max', units, complain);
  const minLength = readCount(item, 'minLength', complain);
  checkOrder(['minValue', min], ['maxValue', max], complain);
  checkOrder(['minLength', minLength], ['maxLength', item.maxLength], complain);
  return omitUndefined({
    min,
    max,
    minLength,
    maxLength: item.maxLength,
    maxDecimalPlaces: readCount(item, 'maxDecimalPlaces', complain),
    ...readOccurs(item, complain),
  });
}
