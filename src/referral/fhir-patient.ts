// The Patient of the bundle: what the person said of themselves, and nothing worked out from it.
// Source: https://hl7.org/fhir/R4/patient.html; extensions of UK Core (StructureDefinition Extension-UKCore-…).
import { systems } from './fhir-parts.js';
import type { Resource } from './fhir-parts.js';
import type { Referral } from './referral.js';

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition';
const ukCodes = 'https://fhir.hl7.org.uk/CodeSystem';

/** An NHS number typed by a person was never traced: UK Core status 02 "Number present but not traced". */
function identifiers(nhsNumber: string): readonly unknown[] {
  const status = { system: `${ukCodes}/UKCore-NHSNumberVerificationStatus`, code: 'number-present-but-not-traced', display: 'Number present but not traced' };
  const extension = [{ url: `${ukCore}/Extension-UKCore-NHSNumberVerificationStatus`, valueCodeableConcept: { coding: [status] } }];
  return [{ extension, system: systems.nhsNumber, value: nhsNumber.replace(/\s/gu, '') }];
}

function extensions(referral: Referral): readonly unknown[] {
  const { ethnicity } = referral.person;
  const coding = ethnicity && [{ system: `${ukCodes}/UKCore-EthnicCategoryEngland`, code: ethnicity.code, display: ethnicity.label }];
  return [
    ...(coding ? [{ url: `${ukCore}/Extension-UKCore-EthnicCategory`, valueCodeableConcept: { coding } }] : []),
    { url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired', valueBoolean: referral.language.interpreter },
  ];
}

function telecom(referral: Referral): readonly unknown[] {
  const { phone, email } = referral.contact;
  return [
    ...(phone === undefined ? [] : [{ system: 'phone', value: phone }]),
    ...(email === undefined ? [] : [{ system: 'email', value: email }]),
  ];
}

function communication(referral: Referral): readonly unknown[] {
  const { written, spoken, spokenName } = referral.language;
  const tag = spoken ?? written;
  const text = spokenName === undefined ? {} : { text: spokenName };
  return [{ language: { coding: [{ system: systems.bcp47, code: tag }], ...text }, preferred: true }];
}

/** The Patient resource. Gender is not here: it was given in the person's own words and stands in their answers. */
export function buildPatient(referral: Referral): Resource {
  const { contact, person } = referral;
  const reach = telecom(referral);
  return {
    resourceType: 'Patient',
    extension: extensions(referral),
    ...(person.nhsNumber === undefined ? {} : { identifier: identifiers(person.nhsNumber) }),
    name: [{ text: contact.name }],
    ...(reach.length > 0 ? { telecom: reach } : {}),
    ...(person.dateOfBirth === undefined ? {} : { birthDate: person.dateOfBirth }),
    ...(contact.address === undefined ? {} : { address: [{ text: contact.address }] }),
    communication: communication(referral),
  };
}
