// The RelatedPerson of the bundle: whoever asks for another adult, with the name and the relation they gave.
// Source: https://hl7.org/fhir/R4/relatedperson.html.
import { inLanguage, reference } from './fhir-parts.js';
import type { Resource } from './fhir-parts.js';
import type { Referral, ReferralAnswer } from './referral.js';

function isText({ values }: ReferralAnswer): boolean {
  return values.some(value => 'valueString' in value);
}

/** Somebody asking for the person. Of what they said of themselves, a name is no free text (it has no language), their relation is. */
export function buildRelatedPerson(referral: Referral): Resource {
  const told = referral.who.detail.filter(isText);
  const name = told.find(answer => answer.wordsIn === undefined);
  const relation = told.find(answer => answer.wordsIn !== undefined);
  return {
    resourceType: 'RelatedPerson',
    patient: reference(referral, 'patient'),
    ...(relation?.wordsIn === undefined ? {} : { relationship: [inLanguage('text', relation.answer, relation.wordsIn)] }),
    ...(name ? { name: [{ text: name.answer }] } : {}),
  };
}
