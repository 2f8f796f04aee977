// Answers -> Referral: a projection. Coded answers are put in English whatever language they were given in; free text stays as written,
// with the language of the conversation beside it.
import type { Content } from '../content/content.js';
import { buildContact } from './build-contact.js';
import { buildLanguage } from './build-language.js';
import { describeAnswer, describeQuestion } from './describe-answer.js';
import { hashCode, makeCode, makeReference, makeReferralId } from './make-reference.js';
import type { Referral, ReferralAnswer, ReferralConsent, ReferralNeed } from './referral.js';
import { roleAnswer, roleCodes, roleText } from './referral-source.js';
import type { ReferralSource } from './referral-source.js';
import { urgencyOf } from './urgency.js';

function allAnswers(source: ReferralSource, content: Content): readonly ReferralAnswer[] {
  return source.questions.flatMap(({ key, item, number }) => {
    const answer = source.answers[key];
    if (!answer || answer.values.length === 0 || !source.enabled.has(key)) return [];
    return [describeAnswer({ item, answer, ...(number === undefined ? {} : { number }) }, content)];
  });
}

/** Needs in the order the person chose them, the one to begin with first. */
function buildNeeds(source: ReferralSource, content: Content, answers: readonly ReferralAnswer[]): readonly ReferralNeed[] {
  const chosen = roleCodes('needs', source, content);
  const first = roleCodes('first-need', source, content)[0] ?? (chosen.length === 1 ? chosen[0] : undefined);
  const ordered = [...chosen].sort((a, b) => Number(b === first) - Number(a === first));
  return ordered.map(key => ({
    key,
    label: content.needs.find(need => need.key === key)?.label ?? key,
    first: key === first,
    answers: answers.filter(answer => answer.part === `screen-${key}`),
  }));
}

const purposes = [
  ['share-link-worker', 'share'],
  ['share-gp', 'share-gp'],
  ['contact', 'contact'],
] as const;

function buildConsents(source: ReferralSource, content: Content): readonly ReferralConsent[] {
  return purposes.flatMap(([purpose, role]) => {
    const answered = roleAnswer(role, source, content);
    const value = answered?.answer.values[0];
    if (!answered || !value || !('valueBoolean' in value)) return [];
    return [{ purpose, given: value.valueBoolean, at: answered.answer.at, wording: answered.item.text, lang: answered.answer.lang }];
  });
}

function buildEligibility(source: ReferralSource, content: Content): Referral['eligibility'] {
  const age = roleAnswer('age', source, content)?.answer.values[0];
  const practice = content.service.practices.find(one => one.ods === roleCodes('practice', source, content)[0]);
  const postcode = roleText('postcode', source, content) ?? source.postcode;
  return {
    ...(age && 'valueInteger' in age ? { age: age.valueInteger } : {}),
    ...(practice ? { practice } : {}),
    ...(postcode === undefined ? {} : { postcode }),
  };
}

function buildPerson(source: ReferralSource, content: Content): Referral['person'] {
  const dateOfBirth = roleText('date-of-birth', source, content);
  const nhsNumber = roleText('nhs-number', source, content);
  const gender = roleAnswer('gender', source, content);
  const ethnicity = roleAnswer('ethnicity', source, content);
  const code = roleCodes('ethnicity', source, content)[0];
  return {
    ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
    ...(gender ? { gender: describeAnswer(gender, content).answer } : {}),
    ...(nhsNumber === undefined ? {} : { nhsNumber }),
    ...(ethnicity && code !== undefined ? { ethnicity: { code, label: describeAnswer(ethnicity, content).answer } } : {}),
  };
}

function buildWho(source: ReferralSource, content: Content, answers: readonly ReferralAnswer[]): Referral['who'] {
  const code = roleCodes('who', source, content)[0];
  const kind = code === 'helped' || code === 'other' ? code : 'self';
  const asked = new Set([...content.journey.roles.agreed, ...content.journey.roles.authority]);
  return { kind, detail: answers.filter(answer => asked.has(answer.linkId) || answer.part === 'proxy') };
}

function buildNotAsked({ notAsked = [] }: ReferralSource, content: Content): Pick<Referral, 'notAsked'> {
  if (notAsked.length === 0) return {};
  const isSafety = (linkId: string): boolean => content.redFlags.answers.some(answer => answer.linkId === linkId);
  return {
    notAsked: notAsked.map(item => ({ linkId: item.linkId, question: describeQuestion(item, content), safety: isSafety(item.linkId) })),
  };
}

/** The referral of one episode of a conversation. The same source always gives the same referral. */
export function buildReferral(source: ReferralSource, content: Content): Referral {
  const id = makeReferralId(source.conversationId, source.episode);
  const answers = allAnswers(source, content);
  const words = new Set([...content.journey.roles.words, ...content.journey.roles.matters]);
  return {
    v: 1,
    id,
    reference: makeReference(source.conversationId, source.episode),
    codeHash: hashCode(id, makeCode(source.conversationId, source.episode)),
    way: content.journey.sendWithoutReview.includes(roleCodes('way', source, content)[0] ?? '') ? 'call-me' : 'full',
    submittedAt: source.at,
    urgency: urgencyOf(source, content),
    flags: source.flags,
    contact: buildContact(source, content),
    language: buildLanguage(source, content),
    needs: buildNeeds(source, content, answers),
    words: answers.filter(answer => words.has(answer.linkId)),
    measures: source.measures,
    eligibility: buildEligibility(source, content),
    person: buildPerson(source, content),
    consents: buildConsents(source, content),
    who: buildWho(source, content, answers),
    answers,
    codes: source.codes,
    responses: source.responses,
    changes: source.trail.map(({ at, did, item }) => ({ at, did, linkId: item.linkId, question: describeQuestion(item, content) })),
    ...(source.nearby && { nearby: source.nearby }),
    ...buildNotAsked(source, content),
    contentVersion: content.version,
  };
}
