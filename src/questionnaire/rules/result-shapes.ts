// What an expression gave, read as one FHIR type or not at all. Conversions that lose nothing are made: a dateTime has a date, a time its
// seconds. Formats: https://hl7.org/fhir/R4/datatypes.html
import type { AttachmentValue, QuantityValue, ReferenceValue } from '../../content/forms/form.js';
import { omitUndefined } from '../../content/omit-undefined.js';
import { attachmentSchema, codingSchema, quantitySchema, referenceSchema } from '../../content/forms/questionnaire-schema.js';
import type { Result } from './engine.js';

/** FHIRPath's decimals have eight places; more are noise of binary arithmetic. */
function exact(number: number): number {
  return Number(number.toFixed(8));
}

/** A number that is one. */
export function numberOf({ value }: Result): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? exact(value) : undefined;
}

/** A text that says something. */
export function textOf({ value }: Result): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const dateShape = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)/u;
const dateTimeShape = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/u;
const timeShape = /^T?(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?$/u;

/** A date, or the date of a dateTime. */
export function dateOf({ value }: Result): string | undefined {
  return typeof value === 'string' ? dateShape.exec(value)?.[0] : undefined;
}

/** A dateTime. Its seconds and its zone have to stand in FHIR; where none is given, they are :00 and UTC. */
export function dateTimeOf(result: Result): string | undefined {
  const [, date, time, seconds = ':00', zone = 'Z'] = dateTimeShape.exec(textOf(result) ?? '') ?? [];
  if (date === undefined || time === undefined) return textOf(result) === dateOf(result) ? dateOf(result) : undefined;
  return `${date}T${time}${seconds}${zone.replace('-00:00', 'Z')}`;
}

/** A time of day, with its seconds. */
export function timeOf(result: Result): string | undefined {
  const [, time, seconds = ':00'] = timeShape.exec(textOf(result) ?? '') ?? [];
  return time === undefined ? undefined : `${time}${seconds}`;
}

/** A Coding, its extensions and other extras left behind. */
export function codingOf({
  type,
  value,
}: Result): { readonly system?: string; readonly code: string; readonly display?: string } | undefined {
  const found = type === 'coding' ? codingSchema.safeParse(value).data : undefined;
  return found && { ...omitUndefined({ system: found.system }), code: found.code, ...omitUndefined({ display: found.display }) };
}

/** A Quantity with a value. */
export function quantityOf({ type, value }: Result): QuantityValue | undefined {
  const found = type === 'quantity' ? quantitySchema.safeParse(value).data : undefined;
  if (found?.value === undefined) return undefined;
  const { comparator, unit, system, code } = found;
  return { value: exact(found.value), ...omitUndefined({ comparator, unit, system, code }) };
}

/** A Reference. */
export function referenceOf({ type, value }: Result): ReferenceValue | undefined {
  const found = type === 'reference' ? referenceSchema.safeParse(value).data : undefined;
  return found && omitUndefined({ reference: found.reference, type: found.type, display: found.display });
}

/** An Attachment that links to something. */
export function attachmentOf({ type, value }: Result): AttachmentValue | undefined {
  const found = type === 'attachment' ? attachmentSchema.safeParse(value).data : undefined;
  return found?.url === undefined ? undefined : omitUndefined({ url: found.url, contentType: found.contentType, title: found.title });
}

/** Any simple value, a Coding or a Quantity, in words. */
export function wordsOf(result: Result): string | undefined {
  if (typeof result.value === 'boolean') return String(result.value);
  const plain = textOf(result) ?? numberOf(result);
  if (plain !== undefined) return String(plain);
  const coding = codingOf(result);
  if (coding !== undefined) return coding.display ?? coding.code;
  const quantity = quantityOf(result);
  return quantity && `${String(quantity.value)} ${quantity.unit ?? quantity.code ?? ''}`.trim();
}

/** What stands under the `value[x]` of an answer, an answerOption or an initial; any other result as it is. */
export function insideOf(result: Result): Result {
  const { type, value } = result;
  if (type !== 'backboneelement' || typeof value !== 'object' || value === null) return result;
  const members: readonly [string, unknown][] = Object.entries(value);
  const [name, inner] = members.find(([each]) => /^value[A-Z]/u.test(each)) ?? ['', undefined];
  return { type: name.slice('value'.length).toLowerCase(), value: inner };
}
