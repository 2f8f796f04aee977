// A form with its answers -> FHIR R4 QuestionnaireResponse, nested as its Questionnaire is; the journey is split into its parts again.
// Rules: https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.item (groups nest items, questions nest
// below an answer, a group that repeats comes several times), disabled items are left out, and nothing empty is written
// (https://hl7.org/fhir/R4/json.html#null).
import { canonicalOf } from '../content/modular/find-questionnaire.js';
import { isQuestion, type AnswerValue, type FormItem } from '../content/forms/form.js';
import type { Questionnaire } from '../content/forms/questionnaire-schema.js';
import { givenFor, valuesOf } from './answers.js';
import { nestsByAnswer } from './form-plan.js';
import type { FormState } from './form-state.js';
import { notAskedReason } from './questionnaire-response.js';
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem, ResponseStatus } from './questionnaire-response.js';
import { optionOf } from './same-value.js';
import type { Step } from './steps.js';

/** What a response says beside its answers: when (ISO instant), the language of its question texts (BCP 47), how far it is. */
export interface ResponseDetails {
  readonly authored: string;
  readonly language: string;
  readonly status: ResponseStatus;
  /** Keys of questions that were never put to the person: written without an answer, with the reason. */
  readonly notAsked?: Pick<ReadonlySet<string>, 'has'>;
}

/** What buildResponse needs: the Questionnaire to follow, a form with its answers, and the questionnaire's part in the form (`''` alone). */
export interface BuildResponse extends ResponseDetails {
  readonly questionnaire: Questionnaire;
  readonly state: ExportState;
  readonly part?: string;
}

/** What of a form's state an export reads. */
export type ExportState = Pick<FormState, 'form' | 'steps' | 'answers' | 'enabled'>;

/** Free text is in the person's own language; names, numbers and addresses are in none. */
function isFreeText(item: FormItem, value: AnswerValue): boolean {
  return 'valueString' in value && item.format === undefined && optionOf(item, value) === undefined;
}

function answerOf(item: FormItem, value: AnswerValue, lang: string | undefined): ResponseAnswer {
  const written = optionOf(item, value)?.value ?? value;
  if (lang === undefined || !isFreeText(item, value)) return written;
  return { ...written, _valueString: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: lang }] } };
}

class Writer {
  readonly #children = new Map<Step | undefined, Step[]>();

  constructor(
    readonly state: ExportState,
    part: string,
    readonly notAsked: ResponseDetails['notAsked'],
  ) {
    // A part's own group is the journey's, not its questionnaire's: what stands in it stands at the top.
    const isOwn = (step: Step): boolean => step.item.part === part && (part === '' || step.item.linkId !== part);
    for (const step of state.steps) {
      if (step.kind === 'more' || !isOwn(step)) continue;
      const parent = step.parent !== undefined && isOwn(step.parent) ? step.parent : undefined;
      const siblings = this.#children.get(parent);
      if (siblings === undefined) this.#children.set(parent, [step]);
      else siblings.push(step);
    }
  }

  below(parent: Step | undefined, isWanted: (step: Step) => boolean = () => true): readonly ResponseItem[] {
    const items = (this.#children.get(parent) ?? []).filter(step => this.state.enabled.has(step.key) && isWanted(step));
    const written: ResponseItem[] = [];
    items.forEach((step, at) => {
      if (!isQuestion(step.item)) written.push(...this.#group(step));
      // Answers given one by one stand in one item: it is written at the first of them.
      else if (items[at - 1]?.item !== step.item) written.push(...this.#question(items.filter(each => each.item === step.item)));
    });
    return written;
  }

  #head({ localId: linkId, text }: FormItem): { readonly linkId: string; readonly text?: string } {
    return { linkId, ...(text !== '' && { text }) };
  }

  #group(step: Step): readonly ResponseItem[] {
    const item = this.below(step);
    return item.length === 0 ? [] : [{ ...this.#head(step.item), item }];
  }

  #question(steps: readonly Step[]): readonly ResponseItem[] {
    const answer = steps.flatMap(step => this.#answers(step));
    const [first] = steps;
    if (first === undefined) return [];
    if (answer.length > 0) return [{ ...this.#head(first.item), answer }];
    return this.notAsked?.has(first.key) === true ? [{ ...this.#head(first.item), extension: [notAskedReason] }] : [];
  }

  /** The answers of one step; what is nested below an unanswered question stands in an answer of its own, alone. */
  #answers(step: Step): readonly ResponseAnswer[] {
    const { item, key, path } = step;
    const lang = givenFor(this.state.answers, key)?.lang;
    const given = valuesOf(this.state.answers, key).map(value => answerOf(item, value, lang));
    const each = nestsByAnswer(item);
    return (given.length === 0 ? [{}] : given).flatMap((answer, place) => {
      const nested = each || place === 0 ? this.below(step, child => !each || child.path[path.length] === place) : [];
      if (nested.length > 0) return [{ ...answer, item: nested }];
      return given.length === 0 ? [] : [answer];
    });
  }
}

/**
 * Builds the QuestionnaireResponse of one Questionnaire. Item texts and option displays are those of the Questionnaire itself; free
 * text given in a known language carries its tag. Hidden items are written too: they hold totals and the like. Without any answer there
 * is no `item`.
 */
export function buildResponse({ questionnaire, state, part = '', ...details }: BuildResponse): QuestionnaireResponse {
  const canonical = canonicalOf(questionnaire);
  const item = new Writer(state, part, details.notAsked).below(undefined);
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
 * The QuestionnaireResponse of one part of a journey, with the linkIds of its own file. Undefined when the journey has no such part, when
 * the part is hidden as a whole (facts worked out, not told), or when nothing in it was answered.
 */
export function partResponse(state: ExportState, partId: string, details: ResponseDetails): QuestionnaireResponse | undefined {
  const questionnaire = state.form.sources.get(partId);
  if (questionnaire === undefined || state.form.byLinkId.get(partId)?.hidden === true) return undefined;
  const response = buildResponse({ ...details, questionnaire, state, part: partId });
  return response.item === undefined ? undefined : response;
}
