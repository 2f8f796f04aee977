// One answer for staff: question and coded answers in English, free text as it was written.
import type { Content } from '../content/content.js';
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import type { ReferralAnswer } from './referral.js';
import type { Answered } from './referral-source.js';

const english = 'en-GB';

/** Did the person write this themselves (not a name, number, date or code)? */
function isOwnWords(item: FormItem, values: readonly AnswerValue[]): boolean {
  if (item.format !== undefined) return false;
  return values.some(value => 'valueString' in value);
}

/** The question in English, by its short label where it has one. */
export function describeQuestion(item: FormItem, content: Content): string {
  return content.translator.word({ file: item.file, id: item.localId, field: item.hasShort ? 'short' : 'text' }, english);
}

/** The answered question as the link worker reads it. */
export function describeAnswer({ item, answer, number }: Answered, content: Content): ReferralAnswer {
  const question = describeQuestion(item, content);
  return {
    linkId: item.linkId,
    part: item.part,
    question: number === undefined ? question : `${question} (${number})`,
    values: answer.values,
    answer: content.translator.word({ answer: answer.values, linkId: item.linkId }, english),
    ...(isOwnWords(item, answer.values) ? { wordsIn: answer.lang } : {}),
    ...(answer.by && { by: answer.by }),
    at: answer.at,
  };
}
