// Is this FHIR Questionnaire one that Waymark can run? Every reason if not, by linkId; never a throw.
import { buildForm } from './build-form.js';
import { checkAlone, noteExpressions } from './check-alone.js';
import { checkEnableWhen } from './check-enable-when.js';
import { noteExtensions } from './check-extensions.js';
import { checkItems } from './check-items.js';
import { checkSize } from './check-size.js';
import type { Form, FormOption } from './form.js';
import type { Questionnaire } from './questionnaire-schema.js';
import { readQuestionnaire } from './read-questionnaire.js';

/** `questionnaire` and `form` are there when the file's shape could be read; it may be run only when `problems` is empty. */
export interface CheckedQuestionnaire {
  readonly questionnaire?: Questionnaire;
  readonly form?: Form;
  readonly problems: string[];
  /** What whoever runs it should know and that does not stop it. Same form as problems. */
  readonly notes: string[];
}

/**
 * Checks one questionnaire that stands alone. `where` begins every problem (`where: item 'x': what is wrong`); `valueSets` holds the
 * options of shared value sets by `#name`, if the file may use any. Whether FHIRPath expressions compile is judged by checkRules, above.
 */
export function checkQuestionnaireFile(
  json: unknown,
  where: string,
  valueSets: ReadonlyMap<string, FormOption[]> = new Map<string, FormOption[]>(),
): CheckedQuestionnaire {
  const { questionnaire, unread, problems: misread } = readQuestionnaire(json, where);
  if (questionnaire === undefined) return { problems: [...misread], notes: [] };
  const { form, problems, notes } = buildForm(questionnaire, { part: '', file: where, valueSets, where, foreign: true });
  return {
    questionnaire,
    form,
    problems: [
      ...misread,
      ...checkItems(questionnaire, unread, where),
      ...problems,
      ...checkEnableWhen(form, item => `${where}: item '${item.localId}'`, unread),
      ...checkAlone(questionnaire, form, where),
      ...checkSize(form, where),
    ],
    notes: [...notes, ...noteExtensions(questionnaire, where), ...noteExpressions(form, where)],
  };
}
