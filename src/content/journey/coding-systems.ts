// The code systems whose labels do not stand in a content file: needs, practices and spoken languages have one home each.

/** Keys of dialogs/needs.json as a FHIR code system. */
export const needSystem = 'https://waymark.example/fhir/CodeSystem/needs';

/** ODS codes of practices, as NHS England names the system. */
export const practiceSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';

/** The one answer that is not a practice: code `other`, another practice or none. Its label is product key `answer.another-practice`. */
export const anotherPracticeSystem = 'https://waymark.example/fhir/CodeSystem/practices';

/** BCP 47 language tags, as FHIR names the system. */
export const languageSystem = 'urn:ietf:bcp:47';

/** SNOMED CT. */
export const snomedSystem = 'http://snomed.info/sct';

/** Value sets any questionnaire in dialogs/ may name in `answerValueSet`. */
export const sharedValueSets = { needs: '#needs', practices: '#practices', spokenLanguages: '#spoken-languages' } as const;
