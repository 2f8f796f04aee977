// Is this FHIR Questionnaire one that Waymark can run? Every reason if not, by linkId; never a throw.
import { buildForm } from './build-form.js';
import { checkEnableWhen } from './check-enable-when.js';
import { checkItems } from './check-items.js';
import type { Form, FormOption } from './form.js';
import type { Questionnaire } from './questionnaire-schema.js';
import { readQuestionnaire } from './read-questionnaire.js';

/** `questionnaire` and `form` are there when the file's shape could be read; it may be run only when `problems` is empty. */
export interface CheckedQuestionnaire {
  readonly questionnaire?: Questionnaire;
  readonly form?: Form;
  readonly problems: string[];
}

/**
 * Checks one questionnaire that stands alone. `where` begins every problem (`where: item 'x': what is wrong`); `valueSets` holds the
 * options of shared value sets by `#name`, if the file may use any.
 */
export function checkQuestionnaireFile(
  json: unknown,
  where: string,
  valueSets: ReadonlyMap<string, FormOption[]> = new Map<string, FormOption[]>(),
): CheckedQuestionnaire {
  const { questionnaire, unheld, problems: unread } = readQuestionnaire(json, where);
  if (questionnaire === undefined) return { problems: [...unread] };
  const { form, problems } = buildForm(questionnaire, { part: '', file: where, valueSets, where });
  return {
    questionnaire,
    form,
    problems: [
      ...unread,
      ...checkItems(questionnaire, unheld, where),
      ...problems,
      ...checkEnableWhen(form, item => `${where}: item '${item.localId}'`, unheld),
    ],
  };
}
