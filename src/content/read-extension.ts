// Reads one value out of a FHIR `extension` list (https://hl7.org/fhir/R4/extensibility.html).

/** Anything that may carry extensions. */
export interface Extended {
  readonly extension?: readonly ({ readonly url: string } & Readonly<Record<string, unknown>>)[] | undefined;
}

function findValue(element: Extended, url: string, names: readonly string[]): unknown {
  const extension = element.extension?.find(each => each.url === url);
  const name = names.find(each => extension?.[each] !== undefined);
  return name === undefined ? undefined : extension?.[name];
}

/** valueCode, valueString or valueMarkdown of the first extension with this URL. */
export function readText(element: Extended, url: string): string | undefined {
  const value = findValue(element, url, ['valueCode', 'valueString', 'valueMarkdown']);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The valueString of every extension with this URL. */
export function readTexts(element: Extended, url: string): readonly string[] {
  return (element.extension ?? []).flatMap(each => (each.url === url && typeof each.valueString === 'string' ? [each.valueString] : []));
}

/** valueInteger or valueDecimal. */
export function readNumber(element: Extended, url: string): number | undefined {
  const value = findValue(element, url, ['valueInteger', 'valueDecimal']);
  return typeof value === 'number' ? value : undefined;
}

/** valueInteger, valueDecimal or valueDate: what minValue and maxValue hold. */
export function readLimit(element: Extended, url: string): number | string | undefined {
  const value = findValue(element, url, ['valueInteger', 'valueDecimal', 'valueDate']);
  return typeof value === 'number' || typeof value === 'string' ? value : undefined;
}

/** valueBoolean; false where the extension is absent. */
export function readFlag(element: Extended, url: string): boolean {
  return findValue(element, url, ['valueBoolean']) === true;
}

/** The codes of a valueCodeableConcept, for example of itemControl. */
export function readConceptCodes(element: Extended, url: string): readonly string[] {
  const concept = findValue(element, url, ['valueCodeableConcept']);
  if (typeof concept !== 'object' || concept === null || !('coding' in concept) || !Array.isArray(concept.coding)) return [];
  return concept.coding.flatMap((coding: unknown) =>
    typeof coding === 'object' && coding !== null && 'code' in coding && typeof coding.code === 'string' ? [coding.code] : [],
  );
}

/** valueCoding, where it has a code. */
export function readCoding(element: Extended, url: string): { readonly code: string; readonly display: string } | undefined {
  const coding = findValue(element, url, ['valueCoding']);
  if (typeof coding !== 'object' || coding === null || !('code' in coding) || typeof coding.code !== 'string') return undefined;
  return { code: coding.code, display: 'display' in coding && typeof coding.display === 'string' ? coding.display : coding.code };
}
