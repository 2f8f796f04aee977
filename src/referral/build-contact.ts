// How and when to reach the person safely. What was not said to be safe is told as such: silence is never permission.
import type { Content } from '../content/content.js';
import type { Referral } from './referral.js';
import { roleAnswer, roleBoolean, roleCodes, roleText } from './referral-source.js';
import type { ReferralSource } from './referral-source.js';

const english = 'en-GB';

function safeWays(source: ReferralSource, content: Content): readonly string[] {
  const answered = roleAnswer('safe', source, content);
  if (!answered) return [];
  const chosen = new Set(roleCodes('safe', source, content));
  const { item } = answered;
  const label = (code: string) => content.translator.option(item.linkId, code, english);
  if (item.options.some(option => option.exclusive && chosen.has(option.code)))
    return ['None of the ways asked about is safe. Ask before using any.'];
  const ways = item.options.filter(option => !option.exclusive);
  return [
    ...ways.filter(option => chosen.has(option.code)).map(option => `Safe: ${label(option.code)}`),
    ...ways.filter(option => !chosen.has(option.code)).map(option => `Not said to be safe: ${label(option.code)}`),
  ];
}

function voicemail(source: ReferralSource, content: Content): readonly string[] {
  const allowed = roleBoolean('voicemail', source, content);
  if (allowed === undefined) return [];
  return [allowed ? 'A message may be left.' : 'Do not leave a message.'];
}

function mayContact(source: ReferralSource, content: Content): readonly string[] {
  return roleBoolean('contact', source, content) === false ? ['Has not agreed to be contacted.'] : [];
}

function abuse(source: ReferralSource): readonly string[] {
  const told = source.flags.some(flag => flag.kind === 'abuse');
  return told
    ? ['Abuse was spoken of. Assume that someone may see messages or answer the phone. Say nothing of this service to anyone else.']
    : [];
}

/** The contact section of the referral. */
export function buildContact(source: ReferralSource, content: Content): Referral['contact'] {
  const phone = roleText('phone', source, content);
  const email = roleText('email', source, content);
  const address = roleText('address', source, content);
  const times = roleText('times', source, content);
  const safety = [...abuse(source), ...mayContact(source, content), ...voicemail(source, content), ...safeWays(source, content)];
  return {
    name: roleText('name', source, content) ?? '',
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(address === undefined ? {} : { address }),
    safety: safety.length > 0 ? safety : ['Not asked which ways are safe. Say nothing of this service to anyone else.'],
    ...(times === undefined ? {} : { times }),
  };
}
