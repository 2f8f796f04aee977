// What a calculatedExpression of a shipped questionnaire gives for some answers, by the FHIRPath library itself: the file is tested, not the
// product around it.
import { readFileSync } from 'node:fs';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import { z } from 'zod';
import { type Questionnaire, type QuestionnaireItem, questionnaireSchema } from '../../src/content/forms/questionnaire-schema.js';

/** Codes chosen, by linkId. */
export type Chosen = Readonly<Record<string, string>>;

const calculatedUrl = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';
const expressionSchema = z.looseObject({ valueExpression: z.looseObject({ language: z.literal('text/fhirpath'), expression: z.string() }) });

/** A questionnaire of dialogs/, by its name without `.json`. */
export function readDialog(name: string): Questionnaire {
  return questionnaireSchema.parse(JSON.parse(readFileSync(`dialogs/${name}.json`, 'utf8')));
}

/** Every item and the items inside it, parents first. */
export function everyItem(items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] {
  return items.flatMap(item => [item, ...everyItem(item.item ?? [])]);
}

/** The item with this linkId. */
export function itemOf(questionnaire: Questionnaire, linkId: string): QuestionnaireItem {
  const item = everyItem(questionnaire.item).find(each => each.linkId === linkId);
  if (item === undefined) throw new Error(`${String(questionnaire.id)} has no item '${linkId}'`);
  return item;
}

function answered(items: readonly QuestionnaireItem[], chosen: Chosen): readonly object[] {
  return items.flatMap(({ linkId, answerOption = [], item = [] }): readonly object[] => {
    const code = chosen[linkId];
    const option = answerOption.find(each => each.valueCoding?.code === code);
    if (code !== undefined && option === undefined) throw new Error(`'${code}' is not an option of '${linkId}'`);
    const below = answered(item, chosen);
    if (option) return [{ linkId, answer: [{ valueCoding: option.valueCoding }] }];
    return below.length > 0 ? [{ linkId, item: below }] : [];
  });
}

/** What the expression on `linkId` gives: a number, a code, or undefined for nothing. `inside`: the answers stand one group deeper, as in the journey. */
export function calculate(name: string, linkId: string, chosen: Chosen, inside = false): unknown {
  const questionnaire = readDialog(name);
  const extension = itemOf(questionnaire, linkId).extension?.find(({ url }) => url === calculatedUrl);
  const { expression } = expressionSchema.parse(extension).valueExpression;
  const own = answered(questionnaire.item, chosen);
  const resource = { resourceType: 'QuestionnaireResponse', item: inside ? [{ linkId: 'part', item: own }] : own };
  const asked = inside ? { ...questionnaire, item: [{ linkId: 'part', type: 'group', item: questionnaire.item }] } : questionnaire;
  // Typed by the library as any value of FHIR, now or promised; looked into below.
  const results: unknown = fhirpath.evaluate(resource, expression, { resource, questionnaire: asked }, r4);
  const first: unknown = Array.isArray(results) ? results[0] : undefined;
  return typeof first === 'object' && first !== null && 'code' in first ? first.code : first;
}
