// What stands beside a FHIR string (`_text`, `_display`, `_valueString`): a rendering in XHTML or markdown, and its translations.
// Sources: https://hl7.org/fhir/R4/extension-rendering-xhtml.html, extension-rendering-markdown.html, extension-translation.html
import { extensionUrls } from './extension-urls.js';
import { matchLanguage } from '../languages/match-language.js';
import { markdownToPlain, xhtmlToPlain } from './plain-rendering.js';
import { findExtensions, readText, toExtended } from './read-extension.js';

/** The words of a string as they are shown: its rendering made plain where it has one with words in it, else as written. */
export function readWords(text: string | undefined, beside: unknown): string {
  if (beside === undefined) return text ?? '';
  const element = toExtended(beside);
  const xhtml = xhtmlToPlain(readText(element, extensionUrls.renderingXhtml) ?? '');
  const markdown = xhtml === '' ? markdownToPlain(readText(element, extensionUrls.renderingMarkdown) ?? '') : '';
  return [xhtml, markdown].find(words => words !== '') ?? text ?? '';
}

/** Translations of a string, by language tag as the file writes it. */
export function readTranslations(beside: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const translation of findExtensions(toExtended(beside), extensionUrls.translation)) {
    const parts = toExtended(translation);
    const lang = readText(parts, 'lang');
    const content = readText(parts, 'content');
    if (lang !== undefined && content !== undefined && !found.has(lang)) found.set(lang, content);
  }
  return found;
}

/** The words for a person's language: a translation into it, unless the file itself is in that language or has none. */
export function wordsIn(lang: string, own: string | undefined, words: string, translations: ReadonlyMap<string, string>): string {
  if (translations.size === 0) return words;
  const match = matchLanguage(lang, [...(own === undefined ? [] : [own]), ...translations.keys()]);
  return (match === undefined || match === own ? undefined : translations.get(match)) ?? words;
}
