// Is the whole text a command: "back", "speak to a person", "po polsku proszę"? A sentence that merely contains "help" is an answer.
import { commands } from '../content/content.js';
import type { Command, Language, Listen } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { barePhrase, longestPhrase, withoutEdges } from './bare-phrase.js';
import { listensFor } from './listens-for.js';

export interface SpokenCommand {
  readonly command: Command;
  /** The language asked for (BCP 47), also one we do not have. Only with command `language`. */
  readonly language?: string;
}

function phrasesOf(text: string, listen: Listen): readonly string[] {
  const phrase = barePhrase(text.replace(/^\s*\/(?=\p{L})/u, ''));
  return [...new Set([phrase, withoutEdges(phrase, listen.polite)])];
}

function steering(phrases: readonly string[], listen: Listen): Command | undefined {
  return commands.find(command => phrases.some(phrase => listen.commands[command].includes(phrase)));
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

/** The tag under which a name of a language stands in a word list. */
function listedLanguage(text: string, listen: Listen): string | undefined {
  const phrases = phrasesOf(text, listen);
  const names = [...phrases, ...phrases.map(phrase => withoutEdges(phrase, listen.languageLeads, listen.polite))];
  const index = languageIndex(listen);
  return names.map(name => index.get(name)).find(tag => tag !== undefined);
}

/** A language named in any way: in the conversation's language, in English, in itself ("polski", "عربي"). */
function namedLanguage(text: string, lang: string, languages: ReadonlyMap<string, Language>): string | undefined {
  const folded = barePhrase(text);
  const known = [...languages.values()].find(({ name, englishName }) => folded === foldText(name) || folded === foldText(englishName));
  if (known) return known.tag;
  const all = new Set([...listensFor(lang, languages), ...[...languages.values()].map(language => language.listen)]);
  return [...all].map(listen => listedLanguage(text, listen)).find(tag => tag !== undefined);
}

/**
 * The command the whole text is, in the conversation's language or English; undefined for anything else. It may still be an answer: for a
 * choice, the caller compares with the labels of its options first, because a command never shadows a label.
 */
export function readCommand(text: string, lang: string, languages: ReadonlyMap<string, Language>): SpokenCommand | undefined {
  if (text.length > 2 * longestPhrase) return undefined;
  for (const listen of listensFor(lang, languages)) {
    const command = steering(phrasesOf(text, listen), listen);
    if (command) return { command };
  }
  const language = namedLanguage(text, lang, languages);
  return language === undefined ? undefined : { command: 'language', language };
}
