// Content around one foreign questionnaire, so that the conversation can run any FHIR form as it runs the journey.
import type { Content, Journey } from './content.js';
import { readEnglishTexts } from './content-texts.js';
import { translateForm } from './create-translator.js';
import type { Form } from './form.js';
import { roles } from './journey-schema.js';

/**
 * The same content with a journey of one part (`''`) that is this form (from checkQuestionnaireFile). Languages, words, safety and service
 * stay; the form's own texts are shown as they stand in its file, whatever the language.
 */
export function withQuestionnaire(content: Content, form: Form): Content {
  // Every role is listed in `roles`, so every key of Role is here.
  const none = Object.fromEntries(roles.map(role => [role, []])) as unknown as Journey['roles'];
  const file = form.order[0]?.file ?? '';
  return {
    ...content,
    journey: { form, parts: [{ id: '', file, review: true }], ends: [], roles: none, sendWithoutReview: [] },
    redFlags: { ...content.redFlags, answers: [] },
    translator: translateForm(content.translator, form, readEnglishTexts(form)),
  };
}
