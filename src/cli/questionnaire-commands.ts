// waymark questionnaire check | enabled | validate: the engine on any FHIR Questionnaire file, from the command line.
import type { Form, FormOption } from '../content/forms/form.js';
import type { Questionnaire, QuestionnaireItem } from '../content/forms/questionnaire-schema.js';
import { deriveFormState } from '../questionnaire/form-state.js';
import { readResponse } from '../questionnaire/read-response.js';
import { isValid, toOperationOutcome, type ResponseIssue } from '../questionnaire/response-issue.js';
import { parseResponse, validateResponse } from '../questionnaire/validate-response.js';
import { loadQuestionnaire } from './load-questionnaire.js';
import { readJsonFile } from './read-json-file.js';

/** What a command prints (lines joined, no newline at the end) and how it exits: 0 well, 1 not. */
export interface CommandResult {
  readonly output: string;
  readonly exitCode: 0 | 1;
}

interface Loaded {
  readonly questionnaire: Questionnaire;
  readonly form: Form;
  readonly problems: readonly string[];
  readonly response: unknown;
}

const failed = (...lines: readonly string[]): CommandResult => ({ output: lines.join('\n'), exitCode: 1 });

type ValueSets = ReadonlyMap<string, FormOption[]> | undefined;

async function load(file: string, responseFile: string, valueSets: ValueSets): Promise<Loaded | CommandResult> {
  const { questionnaire, form, problems } = await loadQuestionnaire(file, valueSets);
  if (form === undefined || questionnaire === undefined) return failed(...problems);
  const response = await readJsonFile(responseFile);
  return response.ok ? { questionnaire, form, problems, response: response.json } : failed(response.why);
}

/** `questionnaire check FILE`: can Waymark run this FHIR Questionnaire? Every reason if not, a line each; notes do not stop it. */
export async function checkCommand(file: string, valueSets?: ValueSets): Promise<CommandResult> {
  const { problems, notes } = await loadQuestionnaire(file, valueSets);
  const noted = notes.map(note => `note: ${note}`);
  return problems.length > 0 ? failed(...noted, ...problems) : { output: [...noted, `${file}: can be run`].join('\n'), exitCode: 0 };
}

/** Every enabled linkId as the file lists them; help for a question is not in the form, and goes with its question. */
function enabledLinkIds({ questionnaire, form }: Loaded, enabled: ReadonlySet<string>): readonly string[] {
  const list = (items: readonly QuestionnaireItem[]): readonly string[] =>
    items
      .filter(({ linkId }) => enabled.has(linkId) || !form.byLinkId.has(linkId))
      .flatMap(item => [item.linkId, ...list(item.item ?? [])]);
  return list(questionnaire.item);
}

/** `questionnaire enabled FILE RESPONSE`: a JSON array of the linkIds enabled for this response, in the order of the file. */
export async function enabledCommand(file: string, responseFile: string, valueSets?: ValueSets): Promise<CommandResult> {
  const loaded = await load(file, responseFile, valueSets);
  if ('exitCode' in loaded) return loaded;
  const parsed = parseResponse(loaded.response);
  if ('issues' in parsed) return failed(...parsed.issues.map(({ text }) => `${responseFile}: ${text}`));
  const answers = readResponse(loaded.form, parsed.response);
  const { enabled, steps } = deriveFormState(loaded.form, { answers, toAnswer: values => ({ values }) });
  const linkIds = new Set(steps.filter(({ key }) => enabled.has(key)).map(({ item }) => item.linkId));
  return { output: JSON.stringify(enabledLinkIds(loaded, linkIds)), exitCode: 0 };
}

/**
 * `questionnaire validate FILE RESPONSE`: a FHIR OperationOutcome; exit 1 when the response is not valid. What Waymark cannot hold of
 * the questionnaire itself is told as warnings.
 */
export async function validateCommand(file: string, responseFile: string, valueSets?: ValueSets): Promise<CommandResult> {
  const loaded = await load(file, responseFile, valueSets);
  if ('exitCode' in loaded) return loaded;
  const unsure = loaded.problems.map((text): ResponseIssue => ({
    severity: 'warning',
    code: 'not-supported',
    expression: 'Questionnaire',
    text,
  }));
  const issues = [...validateResponse(loaded), ...unsure];
  return { output: JSON.stringify(toOperationOutcome(issues), undefined, 2), exitCode: isValid(issues) ? 0 : 1 };
}
