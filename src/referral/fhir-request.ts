// ServiceRequest and Task: what is asked for, and where the practice stands with it.
// Sources: https://hl7.org/fhir/R4/servicerequest.html; the Gravity project's self-referral: Task.status begins as `requested`, its requester
// is the platform; `ready` and `received` are not used.
import type { Content } from '../content/content.js';
import type { Service } from '../content/journey/service-schema.js';
import { describeNearby } from './describe-nearby.js';
import { authorOf, entryUrl, inLanguage, reference, systems } from './fhir-parts.js';
import type { Resource } from './fhir-parts.js';
import { isOver } from './referral-status.js';
import type { ReferralStatus } from './referral-status.js';
import type { Referral, ReferralFlag } from './referral.js';
import { isUnaskedRule } from './unasked-flag.js';

const referralCode = { system: systems.snomed, code: '871731000000106', display: 'Referral to social prescribing service' };

const priorities = { routine: 'routine', urgent: 'urgent', 'same-day': 'asap' } as const;

/** Where the practice stands with a referral, and whether a link worker ever accepted it. */
export interface Standing {
  readonly status: ReferralStatus;
  readonly accepted: boolean;
}

/** The SNOMED code stands for an accepted referral; without that the request says what it is in words. */
function codeOf({ accepted }: Standing, codesOn: ReadonlySet<string>): Resource[string] {
  const coded = accepted && codesOn.has(referralCode.code);
  return { ...(coded ? { coding: [referralCode] } : {}), text: 'Self-referral to social prescribing' };
}

function reasons(referral: Referral): readonly unknown[] {
  const needs = referral.needs.map(need => ({ text: need.label }));
  const earned = referral.codes.map(code => ({ coding: [{ system: systems.snomed, ...code }] }));
  return [...needs, ...earned];
}

const tiers: Readonly<Record<ReferralFlag['tier'], string>> = { act: 'told plainly', ask: 'heard and asked about' };

/** A red flag as it was raised (kind, tier, rule; a look that is wanted, no diagnosis and no code), and beside it what the person wrote. */
function flagNotes(referral: Referral): readonly unknown[] {
  const { written } = referral.language;
  return referral.flags.flatMap(({ kind, tier, rule, at, words }) => [
    {
      time: at,
      text: `Red flag: ${kind}, ${isUnaskedRule(rule) ? 'not asked about: no privacy' : tiers[tier]} (tier ${tier}, rule ${rule})`,
    },
    ...(words === undefined || words.trim() === ''
      ? []
      : [{ authorReference: authorOf(referral), time: at, ...inLanguage('text', words, written) }]),
  ]);
}

/** Red flags, then safe contact, then the person's own words, each in its language, then what is near. */
function notes(referral: Referral): readonly unknown[] {
  const safety = referral.contact.safety.map(text => ({ text: `Contact: ${text}` }));
  const words = referral.words.map(answer => ({
    authorReference: authorOf(referral),
    time: answer.at,
    ...(answer.wordsIn === undefined ? { text: answer.answer } : inLanguage('text', answer.answer, answer.wordsIn)),
  }));
  const nearby = describeNearby(referral).map(text => ({ text }));
  return [...flagNotes(referral), ...safety, ...words, ...nearby];
}

function owner(referral: Referral, service: Service): Readonly<Record<string, unknown>> {
  const { practice } = referral.eligibility;
  if (!practice) return { type: 'Organization', display: service.name };
  return { type: 'Organization', identifier: { system: systems.ods, value: practice.ods }, display: practice.name };
}

function requestStatus({ status, accepted }: Standing): string {
  if (!isOver(status)) return 'active';
  return accepted && status === 'completed' ? 'completed' : 'revoked';
}

/** The ServiceRequest: a proposal by the person until a link worker accepts it, then an order; revoked if closed without that. */
export function buildServiceRequest(
  referral: Referral,
  standing: Standing,
  supporting: readonly string[],
  content: Pick<Content, 'service' | 'codesOn'>,
): Resource {
  const reason = reasons(referral);
  return {
    resourceType: 'ServiceRequest',
    identifier: [{ system: systems.reference, value: referral.reference }],
    status: requestStatus(standing),
    intent: standing.accepted ? 'order' : 'proposal',
    category: [{ text: 'Social prescribing' }],
    priority: priorities[referral.urgency],
    code: codeOf(standing, content.codesOn),
    subject: reference(referral, 'patient'),
    authoredOn: referral.submittedAt,
    requester: authorOf(referral),
    performer: [owner(referral, content.service)],
    ...(reason.length > 0 ? { reasonCode: reason } : {}),
    ...(supporting.length > 0 ? { supportingInfo: supporting.map(name => reference(referral, name)) } : {}),
    note: notes(referral),
  };
}

/** The Task that follows the request through the practice. */
export function buildTask(referral: Referral, standing: Standing, service: Service): Resource {
  return {
    resourceType: 'Task',
    identifier: [{ system: systems.reference, value: `${referral.reference}/task` }],
    status: standing.status,
    intent: 'order',
    priority: priorities[referral.urgency],
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill', display: 'Fulfill the focal request' }] },
    focus: { reference: entryUrl(referral, 'request') },
    for: reference(referral, 'patient'),
    authoredOn: referral.submittedAt,
    requester: { type: 'Organization', display: `Waymark for ${service.name}` },
    owner: owner(referral, service),
  };
}
