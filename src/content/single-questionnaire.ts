// Content around one foreign questionnaire, so that the conversation can run any FHIR form as it runs the journey.
import type { Content, Journey } from './content.js';
import { readEnglishTexts, type TextFiles } from './languages/content-texts.js';
import { translateForm } from './languages/create-translator.js';
import { extensionUrls } from './forms/extension-urls.js';
import type { Form } from './forms/form.js';
import { redFlagAnswersOf } from './forms/read-red-flag.js';
import { roles } from './journey/journey-schema.js';
import type { Questionnaire } from './forms/questionnaire-schema.js';

function isTranslated(form: Form): boolean {
  const isIn = (source: Questionnaire): boolean => JSON.stringify(source).includes(extensionUrls.translation);
  return form.order.some(({ options }) => options.some(({ labels }) => labels !== undefined)) || [...form.sources.values()].some(isIn);
}

/** The form's texts in any language: as its file translates them, else as written. */
function textsOf(form: Form): (lang: string) => TextFiles {
  const asWritten = readEnglishTexts(form);
  if (!isTranslated(form)) return () => asWritten;
  const language: unknown = form.sources.get('')?.['language'];
  const own = typeof language === 'string' && language !== '' ? { own: language } : {};
  return lang => readEnglishTexts(form, { lang, ...own });
}

/**
 * The same content with a journey of one part (`''`) that is this form (from checkQuestionnaireFile). Languages, words, safety and service
 * stay; the form's own texts are shown in the person's language where its file has a translation into it, else as they stand in its file.
 * `contentFile`: its name in dialogs/ without `.json`, if it is one of these files; then locales/ has its words.
 */
export function withQuestionnaire(content: Content, form: Form, contentFile?: string): Content {
  // Every role is listed in `roles`, so every key of Role is here.
  const none = Object.fromEntries(roles.map(role => [role, []])) as unknown as Journey['roles'];
  const file = form.order[0]?.file ?? '';
  return {
    ...content,
    journey: { form, parts: [{ id: '', file, review: true, gate: false }], ends: [], roles: none, sendWithoutReview: [] },
    redFlags: { ...content.redFlags, answers: redFlagAnswersOf(form) },
    translator: translateForm(content.translator, form, textsOf(form), contentFile),
  };
}
