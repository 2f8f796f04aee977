// Facts: what can be worked out from the answers and the service, held in hidden items of dialogs/facts.json so that conditions in the
// journey can speak of them (`facts.in-area`, `facts.flag-self-harm` …). Derived each turn, never stored.
import type { AnswerValue } from '../content/forms/form.js';
import type { Content } from '../content/content.js';
import type { Answer, Conversation } from './conversation.js';
import { nearItems, serviceSystem } from './near-items.js';
import { canOfferCall } from './offer-call.js';
import { roleValues } from './role-values.js';
import { wayOf } from './way-of.js';

type Facts = Readonly<Record<string, AnswerValue | undefined>>;

function codeOf(values: readonly AnswerValue[]): string | undefined {
  const first = values[0];
  return first && 'valueCoding' in first ? first.valueCoding.code : undefined;
}

function textOf(values: readonly AnswerValue[]): string | undefined {
  const first = values[0];
  return first && 'valueString' in first ? first.valueString : undefined;
}

function ageGroup(age: number, content: Content): string {
  if (age < 13) return 'under-13';
  if (age < 16 && age < content.service.minimumAge) return content.service.under16Commissioned ? 'ok' : '13-to-15';
  return age < content.service.minimumAge ? 'under-minimum' : 'ok';
}

/** Is this postcode in the area served? Compares outward codes: `E1` serves E1 6AN but not E14 2AA; `E` serves every E district. */
export function isInArea(postcode: string, area: readonly string[]): boolean {
  const outward = postcode.trim().toUpperCase().replace(/\s.*$/su, '');
  return area.some(entry => outward === entry || (/^[A-Z]+$/u.test(entry) && outward.replace(/\d.*$/u, '') === entry));
}

function inArea(conversation: Conversation, content: Content): boolean | undefined {
  const practice = codeOf(roleValues('practice', conversation, content));
  if (practice !== undefined && content.service.practices.some(p => p.ods === practice)) return true;
  const postcode = textOf(roleValues('postcode', conversation, content));
  return postcode === undefined ? undefined : isInArea(postcode, content.service.area.postcodes);
}

function hasContact(conversation: Conversation, content: Content): boolean {
  return (['phone', 'email', 'address'] as const).some(role => roleValues(role, conversation, content).length > 0);
}

function whoIsAsking(conversation: Conversation, content: Content): string | undefined {
  return codeOf(roleValues('who', conversation, content));
}

function bool(value: boolean | undefined): AnswerValue | undefined {
  return value === undefined ? undefined : { valueBoolean: value };
}

/** The option of a fact's own item that has this code. */
function option(name: string, code: string | undefined, content: Content): AnswerValue | undefined {
  return content.journey.form.byLinkId.get(`facts.${name}`)?.options.find(one => one.code === code)?.value;
}

/** Every fact by its name in dialogs/facts.json; undefined where nothing is known yet. */
function facts(conversation: Conversation, content: Content): Facts {
  const age = roleValues('age', conversation, content)[0];
  const flags = new Set(conversation.flags.map(flag => flag.kind));
  return {
    'in-area': bool(inArea(conversation, content)),
    accepting: bool(content.service.intake.state === 'accepting'),
    'age-group': age && 'valueInteger' in age ? option('age-group', ageGroup(age.valueInteger, content), content) : undefined,
    proxy: option('proxy', whoIsAsking(conversation, content), content),
    'needs-count': { valueInteger: roleValues('needs', conversation, content).length },
    'has-contact': bool(hasContact(conversation, content)),
    'offer-call': bool(canOfferCall(conversation, content)),
    'near-ready': bool(conversation.near !== undefined && roleValues('needs', conversation, content).length > 0),
    'place-known': roleValues('postcode', conversation, content).length > 0 ? { valueBoolean: true } : undefined,
    ...Object.fromEntries([...content.redFlags.responses.keys()].map(kind => [`flag-${kind}`, bool(flags.has(kind))])),
  };
}

/** What the link worker may be asked about: services shown, each once. Only where there will be a referral. */
function servicesShown(conversation: Conversation, content: Content): readonly AnswerValue[] {
  if (wayOf(conversation, content) === 'near') return [];
  const shown = new Map((conversation.near?.shown ?? []).map(({ id, name }) => [id, name]));
  return [...shown].map(([code, display]) => ({ valueCoding: { system: serviceSystem, code, display } }));
}

/** The facts as answers of the form's hidden `facts.*` items, and the services shown; names the form does not have are left out. */
export function deriveFacts(conversation: Conversation, content: Content): Readonly<Record<string, Answer>> {
  const result: Record<string, Answer> = {};
  const derived = { at: conversation.startedAt, lang: 'en-GB' };
  const services = servicesShown(conversation, content);
  if (services.length > 0 && content.journey.form.byLinkId.has(nearItems.services))
    result[nearItems.services] = { values: services, ...derived };
  for (const [name, value] of Object.entries(facts(conversation, content))) {
    const linkId = `facts.${name}`;
    if (value && content.journey.form.byLinkId.has(linkId)) result[linkId] = { values: [value], ...derived };
  }
  return result;
}
