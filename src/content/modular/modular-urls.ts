// The FHIR extensions by which questionnaires are made of questionnaires (https://hl7.org/fhir/uv/sdc/modular.html), by URL.

const core = 'http://hl7.org/fhir/StructureDefinition';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire';

/** Every extension that assembling reads, moves or writes. */
export const modularUrls = {
  /** valueCanonical, on a display item: the questionnaire whose items take its place. */
  subQuestionnaire: `${sdc}-subQuestionnaire`,
  /** valueCode, on a questionnaire: may it stand alone, be a part, and does it need assembling. */
  assembleExpectation: `${sdc}-assemble-expectation`,
  /** valueString, on a questionnaire: a variable it needs from the one that holds it. */
  assembleContext: `${sdc}-assembleContext`,
  /** valueCanonical, on an assembled questionnaire: a questionnaire that went into it. */
  assembledFrom: `${sdc}-assembledFrom`,
  launchContext: `${sdc}-launchContext`,
  observationExtract: `${sdc}-observationExtract`,
  observationLinkPeriod: `${sdc}-observationLinkPeriod`,
  itemPopulationContext: `${sdc}-itemPopulationContext`,
  itemExtractionContext: `${sdc}-itemExtractionContext`,
  library: `${core}/cqf-library`,
  variable: `${core}/variable`,
  targetConstraint: `${core}/targetConstraint`,
  /** targetConstraint as SDC first named it. */
  sdcTargetConstraint: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/targetConstraint',
  /** R4's own name for targetConstraint. */
  constraint: `${core}/questionnaire-constraint`,
} as const;
