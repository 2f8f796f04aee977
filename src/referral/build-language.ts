// Language and access: what the person writes in, what they want to speak, and what makes the service usable for them.
import type { Content } from '../content/content.js';
import type { Referral } from './referral.js';
import { roleAnswer, roleCodes } from './referral-source.js';
import type { ReferralSource } from './referral-source.js';

const english = 'en-GB';

function accessNeeds(source: ReferralSource, content: Content): Referral['language']['access'] {
  const answered = roleAnswer('access', source, content);
  if (!answered) return [];
  const chosen = new Set(roleCodes('access', source, content));
  return answered.item.options
    .filter(option => chosen.has(option.code) && !option.exclusive)
    .map(option => {
      const confirmed = option.snomed?.code;
      const label = content.translator.option(answered.item.linkId, option.code, english);
      return { code: option.code, label, ...(confirmed !== undefined && content.codesOn.has(confirmed) ? { snomed: confirmed } : {}) };
    });
}

/** The language section of the referral. An interpreter is needed when the spoken language asked for is not English. */
export function buildLanguage(source: ReferralSource, content: Content): Referral['language'] {
  const answered = roleAnswer('spoken', source, content);
  const spoken = roleCodes('spoken', source, content)[0];
  const access = accessNeeds(source, content);
  const foreign = spoken !== undefined && spoken !== 'en' && !spoken.startsWith('en-');
  return {
    written: source.lang,
    ...(answered && spoken !== undefined ? { spoken, spokenName: content.translator.option(answered.item.linkId, spoken, english) } : {}),
    interpreter: foreign || access.some(need => need.code === 'interpreter' || need.code === 'bsl'),
    access,
  };
}
