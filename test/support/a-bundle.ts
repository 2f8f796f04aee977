// A FHIR bundle taken apart for assertions: its resources by type, every reference and every coding in it.
import type { TransactionBundle } from '../../src/referral/to-fhir.js';

type Resource = TransactionBundle['entry'][number]['resource'];

/** The resources of one type, in order. */
export function resourcesOf(bundle: TransactionBundle, type: string): readonly Resource[] {
  return bundle.entry.map(entry => entry.resource).filter(resource => resource.resourceType === type);
}

/** The only resource of a type. */
export function resourceOf(bundle: TransactionBundle, type: string): Resource {
  const [first, ...others] = resourcesOf(bundle, type);
  if (!first || others.length > 0) throw new Error(`expected one ${type}, found ${String(others.length + (first ? 1 : 0))}`);
  return first;
}

/** Every object below a value, itself included. */
export function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(objectsIn);
  // Safe: an object that is no array is a record of unknown values.
  return Array.isArray(value) ? below : [value as Readonly<Record<string, unknown>>, ...below];
}

/** Every literal reference in the bundle. */
export function referencesIn(bundle: TransactionBundle): readonly string[] {
  return objectsIn(bundle).flatMap(({ reference }) => (typeof reference === 'string' ? [reference] : []));
}

/** Every SNOMED CT code in the bundle, extensions and questionnaire answers included. */
export function snomedIn(bundle: TransactionBundle): readonly string[] {
  return objectsIn(bundle).flatMap(({ system, code }) => (system === 'http://snomed.info/sct' ? [String(code)] : []));
}

/** Every extension in the bundle. */
export function extensionsIn(bundle: TransactionBundle): readonly string[] {
  return objectsIn(bundle)
    .flatMap(({ extension }) => (Array.isArray(extension) ? objectsIn(extension) : []))
    .flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
}
