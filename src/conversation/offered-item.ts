// A question as it is offered to this person: "which first?" only lists what they chose.
import { chosenCodes } from '../content/forms/chosen-codes.js';
import type { Content } from '../content/content.js';
import type { FormItem } from '../content/forms/form.js';
import type { Answer } from './conversation.js';
import { roleValues } from './role-values.js';

/** The item, with fewer options where the answers so far narrow them. */
export function offeredItem(item: FormItem, answers: Readonly<Record<string, Answer>>, content: Content): FormItem {
  if (!content.journey.roles['first-need'].includes(item.linkId)) return item;
  const values = roleValues('needs', { answers }, content);
  const chosen = new Set(chosenCodes(values));
  const options = item.options.filter(option => chosen.has(option.code));
  return options.length > 0 ? { ...item, options } : item;
}
