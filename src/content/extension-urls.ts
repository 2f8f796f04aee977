// The FHIR extensions Waymark reads, by URL. Anything else on an item is kept for export and otherwise ignored.

const core = 'http://hl7.org/fhir/StructureDefinition';
const waymark = 'https://waymark.example/fhir/StructureDefinition';

/** Every extension read from a Questionnaire: FHIR R4 core, SDC, and Waymark's own. */
export const extensionUrls = {
  itemControl: `${core}/questionnaire-itemControl`,
  hidden: `${core}/questionnaire-hidden`,
  /** On an answerOption or on its Coding: what choosing it scores. */
  ordinalValue: `${core}/ordinalValue`,
  /** R5's name for ordinalValue, already used by SDC forms. */
  itemWeight: `${core}/itemWeight`,
  minValue: `${core}/minValue`,
  maxValue: `${core}/maxValue`,
  minLength: `${core}/minLength`,
  maxDecimalPlaces: `${core}/maxDecimalPlaces`,
  entryFormat: `${core}/entryFormat`,
  optionExclusive: `${core}/questionnaire-optionExclusive`,
  shortText: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText',
  /** valueCode: the AnswerFormat a string item wants. */
  answerFormat: `${waymark}/answer-format`,
  /** valueCode `sum` or `any`, on a group: how the scores inside make one measure. */
  score: `${waymark}/score`,
  /** valueString, on an option, as often as needed: other words people say for it. Listened for, never shown. */
  alsoSaid: `${waymark}/also-said`,
  /** valueCoding, on an option: the SNOMED CT code of the Accessible Information Standard that choosing it earns. */
  accessibleInformationCode: `${waymark}/accessible-information-code`,
} as const;
