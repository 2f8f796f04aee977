// A test form worked out with its answers, as the conversation does it.
import type { Form } from '../../src/content/forms/form.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { deriveFormState, type FormState } from '../../src/questionnaire/form-state.js';
import { aForm, type AnItem } from './a-form.js';

/** The state of a form, or of a form of these items, with these answers. */
export function aState(of: Form | readonly AnItem[], answers: Answers = {}, before?: FormState): FormState {
  const form = 'roots' in of ? of : aForm(of);
  return deriveFormState(form, { answers, toAnswer: values => ({ values }) }, before);
}

/** Keys of the enabled steps, in the order of the layout. */
export function enabledKeys({ steps, enabled }: Pick<FormState, 'steps' | 'enabled'>): readonly string[] {
  return steps.filter(step => enabled.has(step.key)).map(step => step.key);
}
