// Consent (a confidentiality permission for each purpose asked) and Provenance (who answered).
// Sources: https://hl7.org/fhir/R4/consent.html (ppc-1: a policyRule is required), https://hl7.org/fhir/R4/provenance.html.
import type { Service } from '../content/journey/service-schema.js';
import { authorOf, reference, systems } from './fhir-parts.js';
import type { Resource } from './fhir-parts.js';
import { staffAtPractice } from './referral.js';
import type { Referral, ReferralConsent } from './referral.js';

const scope = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy', display: 'Privacy Consent' }],
};
const category = [{ coding: [{ system: 'http://loinc.org', code: '59284-0', display: 'Consent Document' }] }];

const purposes: Readonly<Record<ReferralConsent['purpose'], string>> = {
  'share-link-worker': 'Share with the link worker',
  'share-gp': 'Share with the GP practice',
  contact: 'Contact the person',
};

function buildConsent(consent: ReferralConsent, referral: Referral, service: Service): Resource {
  const purpose = { system: systems.purpose, code: consent.purpose, display: purposes[consent.purpose] };
  return {
    resourceType: 'Consent',
    status: consent.given ? 'active' : 'rejected',
    scope,
    category,
    patient: reference(referral, 'patient'),
    dateTime: consent.at,
    performer: [authorOf(referral)],
    organization: [{ type: 'Organization', display: service.controller }],
    policyRule: { text: `Confidentiality permission, asked as: ${consent.wording} (read in ${consent.lang})` },
    provision: { type: consent.given ? 'permit' : 'deny', purpose: [purpose] },
  };
}

/** One Consent for each permission that was asked, given or refused. */
export function buildConsents(referral: Referral, service: Service): readonly Resource[] {
  return referral.consents.map(consent => buildConsent(consent, referral, service));
}

const participants = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

function agents(referral: Referral): readonly unknown[] {
  const patient = reference(referral, 'patient');
  const author = { coding: [{ system: participants, code: 'author', display: 'Author' }] };
  const enterer = { coding: [{ system: participants, code: 'enterer', display: 'Enterer' }] };
  const staff = referral.answers.some(answer => answer.by === 'staff') ? [{ type: enterer, who: staffAtPractice }] : [];
  if (referral.who.kind === 'self') return [{ type: author, who: patient }, ...staff];
  if (referral.who.kind === 'helped')
    return [{ type: author, who: patient }, { type: enterer, who: { display: 'Someone helping the person to type' } }, ...staff];
  return [{ type: author, who: authorOf(referral), onBehalfOf: patient }, ...staff];
}

/** Who gave the answers (the person, the person with help, or somebody for them) and whether staff wrote them down. */
export function buildProvenance(referral: Referral, targets: readonly string[]): Resource {
  return {
    resourceType: 'Provenance',
    target: targets.map(name => reference(referral, name)),
    recorded: referral.submittedAt,
    agent: agents(referral),
  };
}
