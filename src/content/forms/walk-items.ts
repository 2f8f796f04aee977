// A questionnaire's items as one list.
import type { QuestionnaireItem } from './questionnaire-schema.js';

/** Every item of a list and below, parents first. */
export function walkItems(items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] {
  return items.flatMap(item => [item, ...walkItems(item.item ?? [])]);
}
