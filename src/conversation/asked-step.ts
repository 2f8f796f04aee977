// A question as it is put to this person: with the options it has for them, or as "another one?" after a repetition.
import type { FormState } from '../questionnaire/form-state.js';
import { mustBeAnswered } from '../questionnaire/owed-steps.js';
import type { Step } from '../questionnaire/steps.js';
import type { Content } from '../content/content.js';
import type { FormItem } from '../content/forms/form.js';
import type { Answer } from './conversation.js';
import { offeredItem } from './offered-item.js';

/** What is asked: the step of the form, the key its answer is held under, and the item as it is offered. */
export interface AskedStep {
  readonly key: string;
  readonly step: Step;
  readonly item: FormItem;
}

/** "Another one?" is a yes or no of its own, about the item it follows. */
function anotherOne(item: FormItem): FormItem {
  const { linkId, part, file, localId, text, hasShort, fingerprint } = item;
  return {
    linkId,
    part,
    file,
    localId,
    text,
    hasShort,
    fingerprint,
    type: 'boolean',
    hidden: false,
    required: false,
    repeats: false,
    readOnly: false,
    hasHelp: false,
    hasWhy: false,
    options: [],
    enableWhen: [],
    enableBehavior: 'all',
    units: [],
    links: [],
    initial: [],
    codes: [],
    items: [],
  };
}

/** The step as it is asked: an answerExpression or earlier answers may narrow what can be chosen. */
export function askedStep(step: Step, state: FormState<Answer>, content: Content): AskedStep {
  if (step.kind === 'more') return { key: step.key, step, item: anotherOne(step.item) };
  const options = state.rules.options.get(step.key);
  const required = mustBeAnswered(step, state);
  const item =
    options === undefined && required === step.item.required
      ? step.item
      : { ...step.item, required, options: options ?? step.item.options };
  return { key: step.key, step, item: offeredItem(item, state.answers, content) };
}
