// A questionnaire of a few items, checked: what the tests of its parts start from.
import { expect } from 'chai';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import type { Form, FormItem } from '../../src/content/forms/form.js';

export const core = 'http://hl7.org/fhir/StructureDefinition';
export const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire';

export type Json = Record<string, unknown>;

/** Everything said of a form of these items, without the name of its file. */
export function checked(item: readonly Json[], more: Json = {}): { form: Form | undefined; problems: string[]; notes: string[] } {
  const { form, problems, notes } = checkQuestionnaireFile({ resourceType: 'Questionnaire', status: 'active', item, ...more }, 'F');
  const bare = (texts: readonly string[]) => texts.map(text => text.replace(/^F: /u, ''));
  return { form, problems: bare(problems), notes: bare(notes) };
}

/** The form of items nothing is wrong with. */
export function soundForm(item: readonly Json[], more: Json = {}): Form {
  const { form, problems } = checked(item, more);
  expect(problems).to.deep.equal([]);
  if (form === undefined) throw new Error('no form was built');
  return form;
}

/** The one item, `a`, of which nothing is wrong. */
export function soundItem(item: Json, more: Json = {}): FormItem {
  const found = soundForm([{ linkId: 'a', text: 'A', ...item }], more).byLinkId.get('a');
  if (found === undefined) throw new Error('no item was built');
  return found;
}

/** What is wrong with the one item, `a`. */
export function faultsOf(item: Json, more: Json = {}): readonly string[] {
  return checked([{ linkId: 'a', text: 'A', ...item }], more).problems.map(problem => problem.replace(/^item 'a': /u, ''));
}

/** An extension of FHIR core with one value[x]. */
export function extension(name: string, value: Json): Json {
  return { url: `${core}/${name}`, ...value };
}

/** A display with an item control. */
export function display(linkId: string, text: string, control: string, more: Json = {}): Json {
  const concept = { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: control }] };
  return { linkId, type: 'display', text, extension: [extension('questionnaire-itemControl', { valueCodeableConcept: concept })], ...more };
}

/** A translation, to stand beside a string. */
export function translations(texts: Readonly<Record<string, string>>): Json {
  return {
    extension: Object.entries(texts).map(([lang, content]) => ({
      url: `${core}/translation`,
      extension: [
        { url: 'lang', valueCode: lang },
        { url: 'content', valueString: content },
      ],
    })),
  };
}
