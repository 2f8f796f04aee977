// Small parts every resource of the bundle is made of.
import { createHash } from 'node:crypto';
import { languageSystem, snomedSystem } from '../content/journey/coding-systems.js';
import type { Referral } from './referral.js';

/** A FHIR resource as written. */
export type Resource = { readonly resourceType: string } & Readonly<Record<string, unknown>>;

/** Naming systems of this product's own identifiers and codes. */
export const systems = {
  reference: 'https://waymark.example/fhir/sid/referral-reference',
  purpose: 'https://waymark.example/fhir/CodeSystem/permission-purpose',
  snomed: snomedSystem,
  ods: 'https://fhir.nhs.uk/Id/ods-organization-code',
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  bcp47: languageSystem,
} as const;

/** A version-4-shaped UUID worked out from the referral's id and a name: the same each time. */
function uuidOf(referral: Referral, name: string): string {
  const hex = createHash('sha256').update(`${referral.id}/${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Bundle.entry.fullUrl of a named entry. */
export function entryUrl(referral: Referral, name: string): string {
  return `urn:uuid:${uuidOf(referral, name)}`;
}

/** A reference to another entry of the same bundle. */
export function reference(referral: Referral, name: string): { readonly reference: string } {
  return { reference: entryUrl(referral, name) };
}

/** Who gave the answers: the person, or whoever asks for them (https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.source). */
export function authorOf(referral: Referral): { readonly reference: string } {
  return reference(referral, referral.who.kind === 'other' ? 'related' : 'patient');
}

/** Resource.language. */
export function language(tag: string): { readonly language: string } {
  return { language: tag };
}

/** A string in the person's own language: the value, and its language beside it (https://hl7.org/fhir/R4/extension-language.html). */
export function inLanguage(field: string, text: string, tag: string): Readonly<Record<string, unknown>> {
  return { [field]: text, [`_${field}`]: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: tag }] } };
}
