// Reads values out of FHIR `extension` lists (https://hl7.org/fhir/R4/extensibility.html), whatever stands in them.

/** One extension: its URL, and a value or extensions of its own. */
export type Extension = { readonly url: string } & Readonly<Record<string, unknown>>;

/** Anything that may carry extensions. */
export interface Extended {
  readonly extension?: readonly Extension[] | undefined;
}

/** A JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isExtension(value: unknown): value is Extension {
  return isRecord(value) && typeof value['url'] === 'string';
}

/** Whatever stands beside a primitive or inside an extension, as far as it carries extensions. */
export function toExtended(value: unknown): Extended {
  const list: unknown = isRecord(value) ? value['extension'] : undefined;
  return { extension: Array.isArray(list) ? list.filter(isExtension) : [] };
}

/** Every extension with this URL. */
export function findExtensions(element: Extended, url: string): readonly Extension[] {
  return (element.extension ?? []).filter(each => each.url === url);
}

function findValue(element: Extended, url: string, names: readonly string[]): unknown {
  const extension = element.extension?.find(each => each.url === url);
  const name = names.find(each => extension?.[each] !== undefined);
  return name === undefined ? undefined : extension?.[name];
}

/** valueCode, valueId, valueString, valueMarkdown or valueUri of the first extension with this URL. */
export function readText(element: Extended, url: string): string | undefined {
  const value = findValue(element, url, ['valueCode', 'valueId', 'valueString', 'valueMarkdown', 'valueUri', 'valueCanonical']);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The valueString of every extension with this URL. */
export function readTexts(element: Extended, url: string): readonly string[] {
  return findExtensions(element, url).flatMap(each => (typeof each.valueString === 'string' ? [each.valueString] : []));
}

/** valueInteger or valueDecimal. */
export function readNumber(element: Extended, url: string): number | undefined {
  const value = findValue(element, url, ['valueInteger', 'valueDecimal']);
  return typeof value === 'number' ? value : undefined;
}

/** valueBoolean; false where the extension is absent. */
export function readFlag(element: Extended, url: string): boolean {
  return findValue(element, url, ['valueBoolean']) === true;
}

/** The codes of a valueCodeableConcept, for example of itemControl. */
export function readConceptCodes(element: Extended, url: string): readonly string[] {
  return findExtensions(element, url).flatMap(({ valueCodeableConcept: concept }) =>
    isRecord(concept) && Array.isArray(concept['coding'])
      ? concept['coding'].flatMap((coding: unknown) => (isRecord(coding) && typeof coding['code'] === 'string' ? [coding['code']] : []))
      : [],
  );
}

/** valueCoding, where it has a code. */
export function readCoding(element: Extended, url: string): { readonly code: string; readonly display: string } | undefined {
  const coding = findValue(element, url, ['valueCoding']);
  if (!isRecord(coding) || typeof coding['code'] !== 'string') return undefined;
  return { code: coding['code'], display: typeof coding['display'] === 'string' ? coding['display'] : coding['code'] };
}
