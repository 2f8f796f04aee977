// The Patient of the bundle: what the person said of themselves, and nothing worked out from it.
// Sources: https://hl7.org/fhir/R4/patient.html; UK Core extensions and the code systems their value sets are made of
// (https://github.com/NHSDigital/FHIR-R4-UKCORE-STAGING-MAIN valuesets/ValueSet-UKCore-NHSNumberVerificationStatus.xml, …-EthnicCategory.xml).
import { systems } from './fhir-parts.js';
import type { Resource } from './fhir-parts.js';
import type { Referral } from './referral.js';

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition';
const ukCodes = 'https://fhir.hl7.org.uk/CodeSystem';

/** An NHS number typed by a person was never traced: 02 of UKCore-NHSNumberVerificationStatusEngland. */
function identifiers(nhsNumber: string): readonly unknown[] {
  const status = { system: `${ukCodes}/UKCore-NHSNumberVerificationStatusEngland`, code: '02', display: 'Number present but not traced' };
  const extension = [{ url: `${ukCore}/Extension-UKCore-NHSNumberVerificationStatus`, valueCodeableConcept: { coding: [status] } }];
  return [{ extension, system: systems.nhsNumber, value: nhsNumber.replace(/\s/gu, '') }];
}

/** The code alone is of the code system: its own displays are older than the words the person chose, which stand as text. */
function ethnicCategory({ code, label }: NonNullable<Referral['person']['ethnicity']>): unknown {
  const coding = [{ system: `${ukCodes}/UKCore-EthnicCategoryEngland`, code }];
  return { url: `${ukCore}/Extension-UKCore-EthnicCategory`, valueCodeableConcept: { coding, text: label } };
}

function extensions({ person, language }: Referral): readonly unknown[] {
  return [
    ...(person.ethnicity ? [ethnicCategory(person.ethnicity)] : []),
    { url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired', valueBoolean: language.interpreter },
  ];
}

function telecom(referral: Referral): readonly unknown[] {
  const { phone, email } = referral.contact;
  return [
    ...(phone === undefined ? [] : [{ system: 'phone', value: phone }]),
    ...(email === undefined ? [] : [{ system: 'email', value: email }]),
  ];
}

/** The language wanted for the call is the preferred one; the language of the chat stands beside it where it is another. */
function communication({ language }: Referral): readonly unknown[] {
  const { written, spoken, spokenName } = language;
  const coded = (code: string) => ({ coding: [{ system: systems.bcp47, code }] });
  if (spoken === undefined) return [{ language: coded(written), preferred: true }];
  const text = spokenName === undefined ? {} : { text: spokenName };
  const same = written === spoken || written.startsWith(`${spoken}-`);
  return [{ language: { ...coded(spoken), ...text }, preferred: true }, ...(same ? [] : [{ language: coded(written) }])];
}

/** The Patient resource. Gender is not here: it was given in the person's own words and stands in their answers. */
export function buildPatient(referral: Referral): Resource {
  const { contact, person } = referral;
  const reach = telecom(referral);
  return {
    resourceType: 'Patient',
    extension: extensions(referral),
    ...(person.nhsNumber === undefined ? {} : { identifier: identifiers(person.nhsNumber) }),
    ...(contact.name === '' ? {} : { name: [{ text: contact.name }] }),
    ...(reach.length > 0 ? { telecom: reach } : {}),
    ...(person.dateOfBirth === undefined ? {} : { birthDate: person.dateOfBirth }),
    ...(contact.address === undefined ? {} : { address: [{ text: contact.address }] }),
    communication: communication(referral),
  };
}
