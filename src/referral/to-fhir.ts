// Referral -> a FHIR R4 transaction Bundle. Deterministic: the same referral gives the same bundle, ids included, so a server that is sent it
// twice can tell. Codes only as the referral carries them; nothing is diagnosed. Profiles: UK Core where the field notes confirm them.
import type { Content } from '../content/content.js';
import { buildConsents, buildProvenance } from './fhir-consent.js';
import { authorOf, entryUrl, language, reference } from './fhir-parts.js';
import type { Resource } from './fhir-parts.js';
import { buildPatient } from './fhir-patient.js';
import { buildRelatedPerson } from './fhir-related.js';
import { buildServiceRequest, buildTask } from './fhir-request.js';
import type { ReferralStatus } from './referral-status.js';
import type { Referral, ReferralMeasure } from './referral.js';

interface Entry {
  readonly name: string;
  readonly resource: Resource;
}

/** A FHIR Bundle of type transaction. */
export interface TransactionBundle {
  readonly resourceType: 'Bundle';
  readonly type: 'transaction';
  readonly timestamp: string;
  readonly entry: readonly {
    readonly fullUrl: string;
    readonly resource: Resource;
    readonly request: { readonly method: 'POST'; readonly url: string };
  }[];
}

function buildResponses(referral: Referral): readonly Entry[] {
  const patient = reference(referral, 'patient');
  const author = authorOf(referral);
  return referral.responses.map((response, index) => ({
    name: `response-${String(index)}`,
    resource: { ...response, subject: patient, source: author },
  }));
}

function measured(measure: ReferralMeasure): Readonly<Record<string, unknown>> {
  if (typeof measure.value === 'boolean') return { valueBoolean: measure.value };
  return Number.isInteger(measure.value) ? { valueInteger: measure.value } : { valueQuantity: { value: measure.value } };
}

/** One measure (https://hl7.org/fhir/R4/observation.html): a survey figure, with the range it can have. */
function buildObservation(measure: ReferralMeasure, referral: Referral): Resource {
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey', display: 'Survey' }] }],
    code: { ...(measure.codes.length > 0 ? { coding: measure.codes } : {}), text: measure.name },
    subject: reference(referral, 'patient'),
    effectiveDateTime: measure.at,
    ...measured(measure),
    ...(measure.band === undefined ? {} : { interpretation: [{ text: measure.band }] }),
    ...(measure.range ? { referenceRange: [{ text: `${String(measure.range[0])} to ${String(measure.range[1])}` }] } : {}),
  };
}

/**
 * The bundle of one referral: Patient, RelatedPerson (somebody asks for another adult), ServiceRequest, Task, a QuestionnaireResponse for each questionnaire, Observations, a Consent for each
 * permission asked, Provenance.
 * @param status where the practice stands with it: the ServiceRequest is a proposal until accepted
 * @param accepted whether a link worker ever accepted it; a closed referral that nobody accepted is revoked, and carries no referral code
 */
export function toFhir(
  referral: Referral,
  status: ReferralStatus,
  content: Pick<Content, 'service' | 'codesOn'>,
  accepted = status === 'accepted',
): TransactionBundle {
  const standing = { status, accepted };
  const responses = buildResponses(referral);
  const observations = referral.measures.map((measure, index): Entry => ({
    name: `observation-${String(index)}`,
    resource: buildObservation(measure, referral),
  }));
  const supporting = [...responses, ...observations].map(entry => entry.name);
  const consents = buildConsents(referral, content.service).map((resource, index): Entry => ({
    name: `consent-${String(index)}`,
    resource,
  }));
  const made: readonly Entry[] = [
    { name: 'patient', resource: buildPatient(referral) },
    ...(referral.who.kind === 'other' ? [{ name: 'related', resource: buildRelatedPerson(referral) }] : []),
    { name: 'request', resource: buildServiceRequest(referral, standing, supporting, content) },
    { name: 'task', resource: buildTask(referral, standing, content.service) },
    ...responses,
    ...observations,
    ...consents,
  ];
  const names = made.map(entry => entry.name);
  const entries = [...made, { name: 'provenance', resource: buildProvenance(referral, names) }];
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    timestamp: referral.submittedAt,
    entry: entries.map(({ name, resource }) => ({
      fullUrl: entryUrl(referral, name),
      resource: { ...resource, ...(resource.resourceType === 'QuestionnaireResponse' ? {} : language('en-GB')) },
      request: { method: 'POST', url: resource.resourceType },
    })),
  };
}
