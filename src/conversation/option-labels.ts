// Every label of an item's options, in every language, folded: people answer in the language they have, not the one on the screen.
import type { Content } from '../content/content.js';
import type { FormItem } from '../content/form.js';
import { foldText } from '../text/fold-text.js';

const cache = new WeakMap<Content, Map<string, readonly (readonly string[])[]>>();

function collect(item: FormItem, content: Content): readonly (readonly string[])[] {
  return item.options.map(option => [
    ...new Set([...content.languages.keys()].map(lang => foldText(content.translator.option(item.linkId, option.code, lang)))),
  ]);
}

/** Labels of each option in the order of the item's options; computed once per content. */
export function optionLabels(item: FormItem, content: Content): readonly (readonly string[])[] {
  const known = cache.get(content) ?? new Map<string, readonly (readonly string[])[]>();
  cache.set(content, known);
  const labels = known.get(item.linkId) ?? collect(item, content);
  known.set(item.linkId, labels);
  return labels;
}
