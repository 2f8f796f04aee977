// A conversation over one FHIR Questionnaire, as `questionnaire run` holds it, and the QuestionnaireResponse that comes of it.
import { expect } from 'chai';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import type { Content } from '../../src/content/content.js';
import type { Form } from '../../src/content/forms/form.js';
import type { Questionnaire } from '../../src/content/forms/questionnaire-schema.js';
import { withQuestionnaire } from '../../src/content/single-questionnaire.js';
import type { Notice } from '../../src/conversation/conversation.js';
import { derivePosition } from '../../src/conversation/derive-position.js';
import type { ReviewLine } from '../../src/conversation/reply.js';
import { buildResponse } from '../../src/questionnaire/build-response.js';
import { validateResponse } from '../../src/questionnaire/validate-response.js';
import { Dialogue } from './a-dialogue.js';
import { realContent } from './real-content.js';

export type Json = Readonly<Record<string, unknown>>;

interface Sound {
  readonly questionnaire: Questionnaire;
  readonly form: Form;
}

/** A Questionnaire of these items, checked: nothing may be wrong with it. */
export function soundQuestionnaire(item: readonly Json[], more: Json = {}): Sound {
  const json: unknown = { resourceType: 'Questionnaire', url: 'https://example.org/form', status: 'active', item, ...more };
  const { questionnaire, form, problems } = checkQuestionnaireFile(JSON.parse(JSON.stringify(json)), 'form.json');
  expect(problems).to.deep.equal([]);
  if (questionnaire === undefined || form === undefined) throw new Error('no form was built');
  return { questionnaire, form };
}

/** The content whose journey is a Questionnaire of these items. */
export function contentOf(item: readonly Json[], more: Json = {}): Content {
  return withQuestionnaire(realContent(), soundQuestionnaire(item, more).form);
}

/** A conversation over a Questionnaire of these items, opened. */
export function chatOver(item: readonly Json[], more: Json & { readonly lang?: string } = {}): Dialogue {
  const { lang, ...rest } = more;
  return new Dialogue({ content: contentOf(item, rest), ...(lang !== undefined && { lang }) });
}

/** What the last turn did. */
export function noticesOf({ conversation }: Dialogue): readonly Notice[] {
  return conversation?.applied.at(-1)?.notices ?? [];
}

/** The lines of the review that stands now. */
export function linesOf({ replies }: Dialogue): readonly ReviewLine[] {
  const last = replies.at(-1);
  if (last?.kind !== 'review') throw new Error(`no review stands, but ${String(last?.kind)}`);
  return last.lines;
}

/** The answers by key, values alone. */
export function valuesOf({ conversation }: Dialogue): Json {
  return Object.fromEntries(Object.entries(conversation?.answers ?? {}).map(([key, { values }]) => [key, values]));
}

/** The response these answers make, as a receiver reads it; nothing may be wrong with a completed one. */
export function responseOf({ conversation, content, lang }: Dialogue, status: 'completed' | 'in-progress' = 'completed') {
  const { form } = content.journey;
  const questionnaire = form.sources.get('');
  if (conversation === undefined || questionnaire === undefined) throw new Error('nothing was said');
  const { state } = derivePosition(conversation, content);
  const response = buildResponse({ questionnaire, state, authored: '2026-11-22T09:00:00Z', language: lang, status });
  expect(validateResponse({ questionnaire, form, response: JSON.parse(JSON.stringify(response)) as unknown })).to.deep.equal([]);
  return response;
}
