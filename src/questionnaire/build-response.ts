// Answers -> FHIR R4 QuestionnaireResponse, nested as its Questionnaire is; the journey is split into its parts again.
// Rules: https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.item (groups nest items, questions nest
// below an answer), disabled items are left out, and nothing empty is written (https://hl7.org/fhir/R4/json.html#null).
import type { AnswerValue, Form, FormItem } from '../content/form.js';
import type { Questionnaire, QuestionnaireItem } from '../content/questionnaire-schema.js';
import { givenFor, valuesOf, type Answers } from './answers.js';
import { enabledItems } from './enable-when.js';
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem, ResponseStatus } from './questionnaire-response.js';
import { optionOf } from './same-value.js';

/** What a response says beside its answers: when (ISO instant), the language of its question texts (BCP 47), how far it is. */
export interface ResponseDetails {
  readonly answers: Answers;
  readonly authored: string;
  readonly language: string;
  readonly status: ResponseStatus;
}

/** What buildResponse needs: the form with the answers, the Questionnaire to follow, and its part in the form (`''` alone). */
export interface BuildResponse extends ResponseDetails {
  readonly questionnaire: Questionnaire;
  readonly form: Form;
  readonly part?: string;
}

/** The canonical that names this Questionnaire: `url|version`, or undefined when it has no url. */
export function canonicalOf({ url, version }: Questionnaire): string | undefined {
  return version === undefined || url === undefined ? url : `${url}|${version}`;
}

type Writer = (items: readonly QuestionnaireItem[]) => readonly ResponseItem[];

/** Free text is in the person's own language; names, numbers and addresses are in none. */
function isFreeText(item: FormItem, value: AnswerValue): boolean {
  return 'valueString' in value && item.format === undefined && optionOf(item, value) === undefined;
}

function answerOf(item: FormItem, value: AnswerValue, lang: string | undefined): ResponseAnswer {
  const written = optionOf(item, value)?.value ?? value;
  if (lang === undefined || !isFreeText(item, value)) return written;
  return { ...written, _valueString: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: lang }] } };
}

/** The answers of a question; what is nested below it stands in the first, alone where the question itself was left out. */
function questionAnswers(item: FormItem, answers: Answers, nested: readonly ResponseItem[]): readonly ResponseAnswer[] {
  const lang = givenFor(answers, item.linkId)?.lang;
  const given = valuesOf(answers, item.linkId).map(value => answerOf(item, value, lang));
  if (nested.length === 0) return given;
  const [first, ...others] = given;
  return [{ ...first, item: nested }, ...others];
}

function writerFor(part: string, form: Form, answers: Answers): Writer {
  const enabled = enabledItems(form, answers);
  const byLocalId = new Map(form.order.filter(item => item.part === part).map(item => [item.localId, item]));
  const write = (source: QuestionnaireItem): readonly ResponseItem[] => {
    const item = byLocalId.get(source.linkId);
    if (item === undefined || item.hidden || item.type === 'display' || !enabled.has(item.linkId)) return [];
    const head = { linkId: source.linkId, ...(item.text !== '' && { text: item.text }) };
    const nested = (source.item ?? []).flatMap(write);
    if (item.type === 'group') return nested.length === 0 ? [] : [{ ...head, item: nested }];
    const answer = questionAnswers(item, answers, nested);
    return answer.length === 0 ? [] : [{ ...head, answer }];
  };
  return items => items.flatMap(write);
}

/**
 * Builds the QuestionnaireResponse of one Questionnaire. Item texts and option displays are those of the Questionnaire itself; free
 * text given in a known language carries its tag. Without any answer there is no `item`.
 */
export function buildResponse({ questionnaire, form, part = '', answers, ...details }: BuildResponse): QuestionnaireResponse {
  const canonical = canonicalOf(questionnaire);
  const item = writerFor(part, form, answers)(questionnaire.item);
  return {
    resourceType: 'QuestionnaireResponse',
    language: details.language,
    ...(canonical !== undefined && { questionnaire: canonical }),
    status: details.status,
    authored: details.authored,
    ...(item.length > 0 && { item }),
  };
}

/**
 * The QuestionnaireResponse of one part of a journey, with the linkIds of its own file. Undefined when the journey has no such part, or
 * when nothing in it was answered.
 */
export function partResponse(form: Form, partId: string, details: ResponseDetails): QuestionnaireResponse | undefined {
  const questionnaire = form.sources.get(partId);
  if (questionnaire === undefined) return undefined;
  const response = buildResponse({ ...details, questionnaire, form, part: partId });
  return response.item === undefined ? undefined : response;
}
