// The FHIR extensions Waymark reads, by URL. Anything else on an item is kept for export and otherwise ignored, except those that change
// what may be answered (unfollowedExtensions), which are refused by name.

const core = 'http://hl7.org/fhir/StructureDefinition';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';
const waymark = 'https://waymark.example/fhir/StructureDefinition';

/** Every extension read from a Questionnaire: FHIR R4 core, SDC, and Waymark's own. */
export const extensionUrls = {
  itemControl: `${core}/questionnaire-itemControl`,
  displayCategory: `${core}/questionnaire-displayCategory`,
  hidden: `${core}/questionnaire-hidden`,
  /** On an answerOption or on its Coding: what choosing it scores. */
  ordinalValue: `${core}/ordinalValue`,
  /** R5's name for ordinalValue, already used by SDC forms. */
  itemWeight: `${core}/itemWeight`,
  minValue: `${core}/minValue`,
  maxValue: `${core}/maxValue`,
  minQuantity: `${sdc}/sdc-questionnaire-minQuantity`,
  maxQuantity: `${sdc}/sdc-questionnaire-maxQuantity`,
  minLength: `${core}/minLength`,
  minOccurs: `${core}/questionnaire-minOccurs`,
  maxOccurs: `${core}/questionnaire-maxOccurs`,
  maxDecimalPlaces: `${core}/maxDecimalPlaces`,
  regex: `${core}/regex`,
  entryFormat: `${core}/entryFormat`,
  unit: `${core}/questionnaire-unit`,
  unitOption: `${core}/questionnaire-unitOption`,
  unitValueSet: `${core}/questionnaire-unitValueSet`,
  optionExclusive: `${core}/questionnaire-optionExclusive`,
  optionPrefix: `${core}/questionnaire-optionPrefix`,
  sliderStepValue: `${core}/questionnaire-sliderStepValue`,
  choiceOrientation: `${core}/questionnaire-choiceOrientation`,
  supportLink: `${core}/questionnaire-supportLink`,
  signatureRequired: `${core}/questionnaire-signatureRequired`,
  shortText: `${sdc}/sdc-questionnaire-shortText`,
  translation: `${core}/translation`,
  renderingXhtml: `${core}/rendering-xhtml`,
  renderingMarkdown: `${core}/rendering-markdown`,
  /** An expression that stands in for the value it is on. */
  cqfExpression: `${core}/cqf-expression`,
  variable: `${core}/variable`,
  enableWhenExpression: `${sdc}/sdc-questionnaire-enableWhenExpression`,
  calculatedExpression: `${sdc}/sdc-questionnaire-calculatedExpression`,
  initialExpression: `${sdc}/sdc-questionnaire-initialExpression`,
  answerExpression: `${sdc}/sdc-questionnaire-answerExpression`,
  constraint: `${core}/questionnaire-constraint`,
  targetConstraint: `${core}/targetConstraint`,
  sdcTargetConstraint: `${sdc}/targetConstraint`,
  launchContext: `${sdc}/sdc-questionnaire-launchContext`,
  itemPopulationContext: `${sdc}/sdc-questionnaire-itemPopulationContext`,
  sourceQueries: `${sdc}/sdc-questionnaire-sourceQueries`,
  subQuestionnaire: `${sdc}/sdc-questionnaire-subQuestionnaire`,
  /** valueCode: the AnswerFormat a string item wants. */
  answerFormat: `${waymark}/answer-format`,
  /** valueCode `sum` or `any`, on a group: how the scores inside make one measure. */
  score: `${waymark}/score`,
  /** Sub-extensions from, to (valueDecimal) and label (valueString), on what is a measure: what a range of its figures means. */
  scoreBand: `${waymark}/score-band`,
  /** valueString, on an option, as often as needed: other words people say for it. Listened for, never shown. */
  alsoSaid: `${waymark}/also-said`,
  /** valueCoding, on an option: the SNOMED CT code of the Accessible Information Standard that choosing it earns. */
  /** On an answerOption: choosing it is a red flag; extensions `kind` and `tier` stand in it (valueCode). */
  redFlag: `${waymark}/red-flag`,
  /** valueBoolean true, on a question, a group or a whole questionnaire: never read aloud where others may hear. Holds for all inside. */
  private: `${waymark}/private`,
  accessibleInformationCode: `${waymark}/accessible-information-code`,
} as const;

/** Extensions that change what is asked or may be answered, by URL, and by the name they are refused under. */
export const unfollowedExtensions: ReadonlyMap<string, string> = new Map(
  ['answerOptionsToggleExpression', 'candidateExpression', 'lookupQuestionnaire'].map(name => [`${sdc}/sdc-questionnaire-${name}`, name]),
);
