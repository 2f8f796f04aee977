// One answer for staff: question and coded answers in English, free text as it was written.
import type { Content } from '../content/content.js';
import type { AnswerValue, FormItem } from '../content/form.js';
import type { ReferralAnswer } from './referral.js';
import type { Answered } from './referral-source.js';

const english = 'en-GB';

/** Did the person write this themselves (not a name, number, date or code)? */
function isOwnWords(item: FormItem, values: readonly AnswerValue[]): boolean {
  if (item.format !== undefined) return false;
  return values.some(value => 'valueString' in value);
}

/** The answered question as the link worker reads it. */
export function describeAnswer({ item, answer }: Answered, content: Content): ReferralAnswer {
  const field = item.hasShort ? 'short' : 'text';
  return {
    linkId: item.linkId,
    part: item.part,
    question: content.translator.word({ file: item.file, id: item.localId, field }, english),
    values: answer.values,
    answer: content.translator.word({ answer: answer.values, linkId: item.linkId }, english),
    ...(isOwnWords(item, answer.values) ? { wordsIn: answer.lang } : {}),
    at: answer.at,
  };
}
