// What people call the options of an item, in every language, folded: they answer in the language they have, not the one on the screen.
import type { Content } from '../content/content.js';
import type { FormItem } from '../content/forms/form.js';
import { foldText } from '../text/fold-text.js';

const cache = new WeakMap<Content, Map<string, readonly string[]>>();

function collect(linkId: string, code: string, content: Content): readonly string[] {
  const { translator, languages } = content;
  const called = [...languages.keys()].flatMap(lang => [translator.option(linkId, code, lang), ...translator.said(linkId, code, lang)]);
  return [...new Set(called.map(foldText))];
}

/** Labels of one option and other words for it; computed once per content, the same array each time. */
export function labelsOf(item: FormItem, code: string, content: Content): readonly string[] {
  const known = cache.get(content) ?? new Map<string, readonly string[]>();
  cache.set(content, known);
  const key = `${item.linkId} ${code}`;
  const labels = known.get(key) ?? collect(item.linkId, code, content);
  known.set(key, labels);
  return labels;
}

/** Is this folded text exactly what one of the item's options is called? */
export function isLabel(item: FormItem, folded: string, content: Content): boolean {
  return item.options.some(option => labelsOf(item, option.code, content).includes(folded));
}
