// Small forms for tests: name what matters of each item, the rest is plain.
import type { Form, FormItem, FormOption } from '../../src/content/forms/form.js';
import type { Questionnaire, QuestionnaireItem } from '../../src/content/forms/questionnaire-schema.js';

/** An item of a test form; `items` nest. */
export type AnItem = Partial<Omit<FormItem, 'items'>> & { readonly linkId: string; readonly items?: readonly AnItem[] };

/** An option with a code, and what matters of the rest. */
export function anOption(code: string, more: Partial<FormOption> = {}): FormOption {
  return {
    code,
    value: { valueCoding: { system: 'urn:test', code, display: `The ${code}` } },
    label: `The ${code}`,
    exclusive: false,
    ...more,
  };
}

/** One form item with plain defaults: an optional, single, visible string question without conditions. */
export function anItem({ items = [], ...item }: AnItem, parent?: string): FormItem {
  return {
    part: '',
    file: 'test',
    localId: item.linkId,
    type: 'string',
    hidden: false,
    required: false,
    repeats: false,
    readOnly: false,
    text: `Text of ${item.linkId}`,
    hasHelp: false,
    hasWhy: false,
    hasShort: false,
    options: [],
    enableWhen: [],
    enableBehavior: 'all',
    units: [],
    links: [],
    fingerprint: '00000000',
    initial: [],
    codes: [],
    ...item,
    items: items.map(each => anItem(each, item.linkId)),
    ...(parent !== undefined && { parent }),
  };
}

function inOrder(items: readonly FormItem[]): readonly FormItem[] {
  return items.flatMap(item => [item, ...inOrder(item.items)]);
}

function sourceItem(item: FormItem): QuestionnaireItem {
  const { localId: linkId, type, text, repeats, items } = item;
  return { linkId, type, text, ...(repeats && { repeats }), ...(items.length > 0 && { item: items.map(sourceItem) }) };
}

/** A form of these items; its source Questionnaires, one a part, follow from them. */
export function aForm(items: readonly AnItem[]): Form {
  const roots = items.map(item => anItem(item));
  const order = inOrder(roots);
  const parts = [...new Set(order.map(item => item.part))];
  const sources = parts.map((part): [string, Questionnaire] => {
    const item = roots.filter(root => root.part === part).map(sourceItem);
    return [part, { resourceType: 'Questionnaire', url: `https://example.org/${part || 'form'}`, version: '1', status: 'active', item }];
  });
  return { roots, order, byLinkId: new Map(order.map(item => [item.linkId, item])), sources: new Map(sources) };
}
