// The words of one item: its question, and what the displays inside it add to it, in the language of the file or a translation in it.
import { displayRole, type DisplayRole } from './display-role.js';
import { extensionUrls } from './extension-urls.js';
import { omitUndefined, type Present } from '../omit-undefined.js';
import type { QuestionnaireItem } from './questionnaire-schema.js';
import { findExtensions, readNumber, readText } from './read-extension.js';
import { readTranslations, readWords, wordsIn } from './read-rendering.js';

/** For whom an item is worded: `own` is the language of the file, if it says. Absent: as written. */
export interface WordedFor {
  readonly lang: string;
  readonly own?: string;
}

/** An item's words, and which of the items inside it are items of their own. */
export interface ItemTexts {
  readonly text: string;
  readonly help?: string;
  readonly why?: string;
  readonly short?: string;
  readonly example?: string;
  /** A display that names the unit beside the answer. */
  readonly unit?: string;
  readonly inside: readonly QuestionnaireItem[];
}

function wordsOf(item: QuestionnaireItem, wanted: WordedFor | undefined): string {
  const words = readWords(item.text, item._text);
  return wanted === undefined ? words : wordsIn(wanted.lang, wanted.own, words, readTranslations(item._text));
}

function extensionText(item: QuestionnaireItem, url: string, wanted: WordedFor | undefined): string | undefined {
  const text = readText(item, url);
  const [extension] = findExtensions(item, url);
  return text === undefined || wanted === undefined
    ? text
    : wordsIn(wanted.lang, wanted.own, text, readTranslations(extension?.['_valueString']));
}

// Forms made for small screens leave the question out and put it into a display inside: that display is then the question.
function findQuestion(item: QuestionnaireItem): QuestionnaireItem | undefined {
  if (item.type === 'display' || item.type === 'group' || readWords(item.text, item._text).trim() !== '') return undefined;
  const displays = (item.item ?? []).filter(({ type, text, _text }) => type === 'display' && readWords(text, _text).trim() !== '');
  return displays.find(each => displayRole(each, item) === 'help') ?? displays.find(each => displayRole(each, item) === 'why');
}

// The words at the two ends of a scale, with the numbers they stand at.
function endOfScale(item: QuestionnaireItem, role: DisplayRole, words: string): string {
  const limit = role === 'lower' ? extensionUrls.minValue : role === 'upper' ? extensionUrls.maxValue : undefined;
  const number = limit === undefined ? undefined : readNumber(item, limit);
  return number === undefined ? words : `${String(number)} = ${words}`;
}

class Said {
  readonly #words = new Map<DisplayRole, string[]>();

  add(role: DisplayRole, words: string): void {
    if (words !== '') this.#words.set(role, [...(this.#words.get(role) ?? []), words]);
  }

  /** What displays of these roles say, or undefined where they say nothing. */
  join(roles: readonly DisplayRole[], between: string): string | undefined {
    const words = roles.flatMap(role => this.#words.get(role) ?? []);
    return words.length === 0 ? undefined : words.join(between);
  }
}

/** The words of an item. */
export function readItemTexts(item: QuestionnaireItem, wanted?: WordedFor): Present<ItemTexts> {
  const question = findQuestion(item);
  const inside: QuestionnaireItem[] = [];
  const said = new Said();
  for (const child of item.item ?? []) {
    const role = displayRole(child, item);
    if (child === question) continue;
    if (role === undefined) inside.push(child);
    else said.add(role, endOfScale(item, role, wordsOf(child, wanted)));
  }
  const help = [said.join(['help'], ' '), said.join(['lower', 'upper'], '; ')].filter(words => words !== undefined);
  return omitUndefined({
    text: wordsOf(question ?? item, wanted),
    help: help.length === 0 ? undefined : help.join(' '),
    why: said.join(['why'], ' '),
    short: extensionText(item, extensionUrls.shortText, wanted),
    example: extensionText(item, extensionUrls.entryFormat, wanted),
    unit: said.join(['unit'], ' '),
    inside,
  });
}

/** The display inside an item that is its question, as findQuestion says, and every help it has, are not asked for text themselves. */
export function isPartOf(item: QuestionnaireItem, parent: QuestionnaireItem | undefined): boolean {
  return parent !== undefined && (displayRole(item, parent) !== undefined || findQuestion(parent) === item);
}
