// What people call the options of an item, in every language, folded: they answer in the language they have, not the one on the screen.
import type { Content } from '../content/content.js';
import type { FormItem } from '../content/forms/form.js';
import { foldText } from '../text/fold-text.js';

const cache = new WeakMap<Content, Map<string, readonly string[]>>();

function calledIn(lang: string, linkId: string, code: string, { translator }: Content): readonly string[] {
  return [translator.option(linkId, code, lang), ...translator.said(linkId, code, lang)].map(foldText);
}

function collect(linkId: string, code: string, content: Content): readonly string[] {
  return [...new Set([...content.languages.keys()].flatMap(lang => calledIn(lang, linkId, code, content)))];
}

/** What an option is called that the form itself does not list (an answerExpression gave it): in every language the same. */
function unlistedLabel({ linkId, options }: FormItem, code: string, { journey }: Content): readonly string[] | undefined {
  if (journey.form.byLinkId.get(linkId)?.options.some(option => option.code === code) === true) return undefined;
  return options.filter(option => option.code === code).map(({ label }) => foldText(label));
}

/** Labels of one option and other words for it; computed once per content, the same array each time. */
export function labelsOf(item: FormItem, code: string, content: Content): readonly string[] {
  const unlisted = unlistedLabel(item, code, content);
  if (unlisted !== undefined) return unlisted;
  const known = cache.get(content) ?? new Map<string, readonly string[]>();
  cache.set(content, known);
  const key = `${item.linkId} ${code}`;
  const labels = known.get(key) ?? collect(item.linkId, code, content);
  known.set(key, labels);
  return labels;
}

const english = 'en-GB';
const spoken = new WeakMap<Content, Map<string, readonly (readonly string[])[]>>();

/** What one option is called in the language of the conversation, and in English where that is another: the same arrays each time. */
export function spokenLabelsOf(item: FormItem, code: string, lang: string, content: Content): readonly (readonly string[])[] {
  const unlisted = unlistedLabel(item, code, content);
  if (unlisted !== undefined) return [unlisted];
  const known = spoken.get(content) ?? new Map<string, readonly (readonly string[])[]>();
  spoken.set(content, known);
  const key = `${item.linkId} ${code} ${lang}`;
  const tags = [...new Set([lang, english])].filter(tag => content.languages.has(tag));
  const labels = known.get(key) ?? tags.map(tag => calledIn(tag, item.linkId, code, content));
  known.set(key, labels);
  return labels;
}

/** Is this folded text exactly what one of the item's options is called? */
export function isLabel(item: FormItem, folded: string, content: Content): boolean {
  return item.options.some(option => labelsOf(item, option.code, content).includes(folded));
}
