// Does an answer say yes to what its question asks? Whatever is not plainly a no counts: when in doubt, ask.
import { barePhrase } from '../understanding/bare-phrase.js';
import { listensFor } from '../understanding/listens-for.js';
import { saysNone } from '../understanding/match-stance.js';
import { readYesNo } from '../understanding/read-yes-no.js';
import { optionOf } from '../questionnaire/same-value.js';
import type { Content } from '../content/content.js';
import type { AnswerValue, FormItem, FormOption } from '../content/forms/form.js';

const english = 'en-GB';

/** An option that is scored nothing, stands alone, or is called no, never or none. */
function isNegative({ score, exclusive, label }: FormOption, { languages }: Content): boolean {
  if (score !== undefined) return score <= 0;
  return exclusive || readYesNo(label, english, languages) === 'no' || saysNone(barePhrase(label), listensFor(english, languages));
}

function affirms(item: FormItem, value: AnswerValue, content: Content): boolean {
  const option = optionOf(item, value);
  if (option !== undefined) return !isNegative(option, content);
  if ('valueBoolean' in value) return value.valueBoolean;
  if ('valueInteger' in value) return value.valueInteger > 0;
  // What is written is read for red flags by itself.
  return 'valueDecimal' in value && value.valueDecimal > 0;
}

/** Does any of these values affirm the question? */
export function isAffirmed(item: FormItem, values: readonly AnswerValue[], content: Content): boolean {
  return values.some(value => affirms(item, value, content));
}
