// The needs that free words speak of, as options of the question that asks for needs.
import type { Content } from '../content/content.js';
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import { findNeeds } from '../understanding/needs/find-needs.js';

/** Surest first; empty where the words speak of none. To be confirmed by the person: never recorded as they are. */
export function needsSaid(text: string, item: FormItem, content: Content): readonly AnswerValue[] {
  return findNeeds(text, content.languages, content.models?.needs).flatMap((one): AnswerValue[] => {
    const option = item.options.find(candidate => candidate.code === one.need);
    return option ? [option.value] : [];
  });
}
