// The functions a FHIRPath expression may call here, and those that would have to ask a server.
// Sources: https://hl7.org/fhirpath/#functions, https://hl7.org/fhir/R4/fhirpath.html#functions,
// https://build.fhir.org/ig/HL7/sdc/expressions.html#fhirpath-supplements

/** Functions that ask a terminology server or fetch a resource. Nothing here calls out. */
export const serverFunctions: ReadonlySet<string> = new Set(['memberOf', 'resolve', 'subsumes', 'subsumedBy', 'conformsTo']);

const names = `
  empty not exists all allTrue anyTrue allFalse anyFalse subsetOf supersetOf isDistinct distinct count where extension select coalesce sort
  aggregate sum min max avg weight ordinal single first last type ofType is as tail take skip combine union intersect exclude iif trace
  defineVariable toInteger toLong toDecimal toString toDate toDateTime toTime toBoolean toQuantity hasValue getValue pathname
  convertsToBoolean convertsToInteger convertsToLong convertsToDecimal convertsToString convertsToDate convertsToDateTime convertsToTime
  convertsToQuantity indexOf lastIndexOf substring startsWith endsWith contains upper lower replace matches matchesFull replaceMatches
  length toChars join split trim encode decode escape unescape abs ceiling exp floor ln log power round sqrt truncate lowBoundary
  highBoundary now today timeOfDay yearOf monthOf dayOf hourOf minuteOf secondOf millisecondOf timezoneOffsetOf dateOf timeOf repeat
  children descendants comparable Extension Identifier HumanName ContactPoint Address Quantity Coding CodeableConcept create withExtension
  withProperty
`;

/** Every function that can be called. */
export const knownFunctions: ReadonlySet<string> = new Set(names.trim().split(/\s+/u));

/** Names behind `%` that every expression sees; `%resource` and `%context` are known to whoever reads it. */
export const standingVariables: ReadonlySet<string> = new Set(['ucum', 'sct', 'loinc', 'questionnaire', 'qitem', 'factory']);

/** Names no variable may take (https://build.fhir.org/ig/HL7/sdc/expressions.html#managingcollidingvariable). */
export const reservedVariables: ReadonlySet<string> = new Set([
  ...standingVariables,
  'resource',
  'rootResource',
  'context',
  'terminologies',
]);
