// Is the whole text a command: "back", "speak to a person", "po polsku proszę"? A sentence that merely contains "help" is an answer.
import { commands } from '../content/content.js';
import type { Command, Language, Listen } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { barePhrase, longestTyped, withoutEdges } from './bare-phrase.js';
import { listensFor } from './listens-for.js';

export interface SpokenCommand {
  readonly command: Command;
  /** The language asked for (BCP 47), also one we do not have. Only with command `language`. */
  readonly language?: string;
}

/** The text without punctuation, and without the stroke that commands begin with elsewhere ("/help"). */
function spokenPhrase(text: string): string {
  return barePhrase(text.replace(/^\s*\/(?=\p{L})/u, ''));
}

function phrasesOf(phrase: string, listen: Listen): readonly string[] {
  return [...new Set([phrase, withoutEdges(phrase, listen.polite)])];
}

const steeringWords = new WeakMap<Listen, ReadonlyMap<string, Command>>();

/** Every listed command phrase; made once for each word list. */
function steeringIndex(listen: Listen): ReadonlyMap<string, Command> {
  const index =
    steeringWords.get(listen) ?? new Map(commands.flatMap(command => listen.commands[command].map(phrase => [phrase, command] as const)));
  steeringWords.set(listen, index);
  return index;
}

function steering(phrases: readonly string[], listen: Listen): Command | undefined {
  return phrases.map(phrase => steeringIndex(listen).get(phrase)).find(command => command !== undefined);
}

const indexes = new WeakMap<Listen, ReadonlyMap<string, string>>();

/** Every listed name of a language -> its tag; made once for each word list. */
function languageIndex(listen: Listen): ReadonlyMap<string, string> {
  const index =
    indexes.get(listen) ??
    new Map(Object.entries(listen.languages ?? {}).flatMap(([tag, names]) => names.map(name => [name, tag] as const)));
  indexes.set(listen, index);
  return index;
}

const nameWords = new WeakMap<Listen, ReadonlySet<string>>();

/** The words of all names of languages in a word list: most messages hold none, and need not be looked at more closely. */
function wordsOfNames(listen: Listen): ReadonlySet<string> {
  const words = nameWords.get(listen) ?? new Set([...languageIndex(listen).keys()].flatMap(name => name.split(' ')));
  nameWords.set(listen, words);
  return words;
}

function mayNameLanguage(phrase: string, listen: Listen): boolean {
  const words = wordsOfNames(listen);
  return /\p{Script=Han}/u.test(phrase) || phrase.split(' ').some(word => words.has(word));
}

const ownNames = new WeakMap<Language, readonly string[]>();

/** What a language calls itself, and its English name, folded. */
function namesOf(language: Language): readonly string[] {
  const names = ownNames.get(language) ?? [foldText(language.name), foldText(language.englishName)];
  ownNames.set(language, names);
  return names;
}

/** The tag under which a name of a language stands in a word list. */
function listedLanguage(phrase: string, listen: Listen): string | undefined {
  const phrases = phrasesOf(phrase, listen);
  const names = [...phrases, ...phrases.map(phrase => withoutEdges(phrase, listen.languageLeads, listen.polite))];
  const index = languageIndex(listen);
  return names.map(name => index.get(name)).find(tag => tag !== undefined);
}

/** A language named in any way: in the conversation's language, in English, in itself ("polski", "عربي"). */
function namedLanguage(text: string, lang: string, languages: ReadonlyMap<string, Language>): string | undefined {
  const phrase = spokenPhrase(text);
  const known = [...languages.values()].find(language => namesOf(language).includes(phrase));
  if (known) return known.tag;
  const all = new Set([...listensFor(lang, languages), ...[...languages.values()].map(language => language.listen)]);
  const likely = [...all].filter(listen => mayNameLanguage(phrase, listen));
  return likely.map(listen => listedLanguage(phrase, listen)).find(tag => tag !== undefined);
}

/**
 * The command the whole text is, in the conversation's language or English; undefined for anything else. It may still be an answer: for a
 * choice, the caller compares with the labels of its options first, because a command never shadows a label.
 */
export function readCommand(text: string, lang: string, languages: ReadonlyMap<string, Language>): SpokenCommand | undefined {
  if (text.length > longestTyped) return undefined;
  const phrase = spokenPhrase(text);
  for (const listen of listensFor(lang, languages)) {
    const command = steering(phrasesOf(phrase, listen), listen);
    if (command) return { command };
  }
  const language = namedLanguage(text, lang, languages);
  return language === undefined ? undefined : { command: 'language', language };
}
