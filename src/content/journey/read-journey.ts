// dialogs/journey.json as the FHIR Questionnaire it must be, its shape and items judged.
import { checkItems } from '../forms/check-items.js';
import type { ContentReader } from '../content-reader.js';
import { journeyFile } from './journey-parts.js';
import { withoutParts } from '../modular/modular-rules.js';
import type { Questionnaire } from '../forms/questionnaire-schema.js';
import { readQuestionnaire } from '../forms/read-questionnaire.js';

const oldForm = `${journeyFile}: is written in an old form: it must be a FHIR Questionnaire with one group for each part, and its roles, ends and sendWithoutReview must stand in dialogs/roles.json`;

function isOldForm(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'parts' in json && !('resourceType' in json);
}

/** The journey, not yet assembled; undefined where it is missing or its shape is wrong. Problems are the reader's. */
export function readJourney(reader: ContentReader): Questionnaire | undefined {
  const json = reader.readJson('dialogs', 'journey.json');
  if (json === undefined) return undefined;
  if (isOldForm(json)) {
    reader.problems.push(oldForm);
    return undefined;
  }
  const { questionnaire, unread, problems } = readQuestionnaire(json, journeyFile);
  reader.problems.push(...problems);
  if (questionnaire !== undefined) reader.problems.push(...checkItems(withoutParts(questionnaire), unread, journeyFile));
  return questionnaire;
}
