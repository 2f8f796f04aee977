// Every sentence of a language beside its English (check-sentence.ts), and the options of each question beside one another.
import { foldText } from '../../text/fold-text.js';
import { checkSentence, type SentencePair } from './check-sentence.js';
import type { TextEntry, TextFiles } from './content-texts.js';

interface Spoken {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
}

type Use = SentencePair['use'];

function check(english: string | undefined, other: string, use: Use, language: Spoken, where: string): string[] {
  if (english === undefined) return [];
  return checkSentence({ english, other, use, tag: language.tag, dir: language.dir }).map(problem => `${where} ${problem}`);
}

/** Two options that read the same once accents and capitals are off: nobody could choose between them by typing. */
function sameOptions(options: ReadonlyMap<string, string>, where: string): string[] {
  const seen = new Map<string, string>();
  return [...options].flatMap(([code, label]) => {
    const folded = foldText(label);
    const other = seen.get(folded);
    seen.set(folded, code);
    return other === undefined ? [] : [`${where}: options '${other}' and '${code}' read the same`];
  });
}

function checkEntry(english: TextEntry, other: TextEntry, language: Spoken, where: string): string[] {
  return [
    ...[...other.fields].flatMap(([field, text]) =>
      check(english.fields.get(field), text, field === 'example' ? 'example' : 'sentence', language, `${where}: '${field}'`),
    ),
    ...[...other.options].flatMap(([code, label]) =>
      check(english.options.get(code), label, 'option', language, `${where}: option '${code}'`),
    ),
    ...sameOptions(other.options, where),
  ];
}

/** What is wrong with the content files of a language, beside those of English. */
export function checkTextWording(english: TextFiles, other: TextFiles, language: Spoken): string[] {
  return [...other].flatMap(([name, file]) =>
    [...file].flatMap(([id, entry]) => {
      const source = english.get(name)?.get(id);
      return source === undefined ? [] : checkEntry(source, entry, language, `locales/${language.tag}/content/${name}.json: '${id}'`);
    }),
  );
}

/** The English sentence that a key's plural form is compared with. */
function englishFor(key: string, english: ReadonlyMap<string, string>): string | undefined {
  return english.get(key) ?? english.get(key.replace(/_(?:zero|one|two|few|many|other)$/u, '_other'));
}

/** What is wrong with the sentences of product.json, pages.json and near.json, beside the English ones. */
export function checkProductWording(english: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>, language: Spoken): string[] {
  return [...other].flatMap(([key, text]) =>
    check(englishFor(key, english), text, key.startsWith('button.') ? 'button' : 'sentence', language, `locales/${language.tag}: '${key}'`),
  );
}
