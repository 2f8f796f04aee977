// The three shipped languages with their real word lists, and items to ask about, for the readers' tests.
import { readFileSync } from 'node:fs';
import type { Language } from '../../src/content/content.js';
import type { FormItem, FormOption } from '../../src/content/forms/form.js';
import { listenSchema, toListen } from '../../src/content/languages/listen-schema.js';
import { foldText } from '../../src/text/fold-text.js';

function language(tag: string, name: string, englishName: string): Language {
  const file: unknown = JSON.parse(readFileSync(`locales/${tag}/listen.json`, 'utf8'));
  const listen = toListen(listenSchema.parse(file));
  return { tag, name, englishName, dir: tag === 'ar' ? 'rtl' : 'ltr', review: {}, listen, needs: new Map() };
}

export const languages: ReadonlyMap<string, Language> = new Map(
  [language('en-GB', 'English', 'English'), language('pl', 'polski', 'Polish'), language('ar', 'العربية', 'Arabic')].map(one => [
    one.tag,
    one,
  ]),
);

export function anItem(overrides: Partial<FormItem> = {}): FormItem {
  return {
    linkId: 'a.b',
    part: 'a',
    file: 'a',
    localId: 'b',
    type: 'string',
    hidden: false,
    required: false,
    repeats: false,
    readOnly: false,
    text: 'Question',
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
    items: [],
    ...overrides,
  };
}

/** Options with the labels of each in several languages. */
export function aChoice(labels: Readonly<Record<string, readonly string[]>>): {
  readonly options: readonly FormOption[];
  readonly labelsOf: (code: string) => readonly string[];
  readonly question: readonly { readonly code: string; readonly labels: readonly string[] }[];
} {
  const labelsOf = (code: string): readonly string[] => (labels[code] ?? []).map(foldText);
  const options = Object.entries(labels).map(([code, [label = code]]) => ({
    code,
    label,
    value: { valueCoding: { code, display: label } },
    exclusive: false,
  }));
  return { options, labelsOf, question: options.map(({ code }) => ({ code, labels: labelsOf(code) })) };
}
