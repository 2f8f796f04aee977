// One number out of a short answer: "5", "about 5", "5 years", "1,5", "twenty-five". Two numbers are a range, and a range is no answer.
import type { Language, Listen } from '../content/content.js';
import { foldText } from '../text/fold-text.js';
import { longestPhrase, longestTyped, withoutEdges } from './bare-phrase.js';
import { listensFor } from './listens-for.js';
import { numberWord } from './number-forms.js';
import { readMisspeltNumber, readNumberWords } from './read-number-words.js';
import { readNumeral } from './read-numeral.js';
import type { Numeral } from './read-numeral.js';

/** `several`: more than one number was seen, or one that can be read two ways. `nothing`: no number was seen. */
export type NumberRead = ({ readonly kind: 'number' } & Numeral) | { readonly kind: 'several' } | { readonly kind: 'nothing' };

/** Digits apart from letters ("45yo"), money and "about" signs and sentence punctuation off. */
function spacedOut(text: string): string {
  return foldText(text)
    .replace(/[~£$€=!?"();:]+/g, ' ')
    .replace(/(\d) ?\/ ?(?=\d)/g, '$1 /')
    .replace(/(\d)(?=\p{L})/gu, '$1 ')
    .replace(/(\p{L})(?=\d)/gu, '$1 ')
    .replace(/[.,]+(?= |$)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

function readPhrase(phrase: string, listen: Listen, lang: string): Numeral | undefined {
  const numeral = readNumeral(phrase, lang);
  if (numeral) return numeral;
  const value = readNumberWords(phrase, listen);
  return value === undefined ? undefined : { value, decimals: 0 };
}

function countNumbers(phrase: string, listens: readonly Listen[]): number {
  const words = phrase.split(/[ \-/]+/);
  return words.filter(word => /\d/.test(word) || listens.some(listen => numberWord(word, listen) !== undefined)).length;
}

interface Edges {
  readonly listens: readonly Listen[];
  readonly edges: readonly string[];
}

const countless = new WeakMap<Listen, Edges>();

/**
 * What people put around a number that holds no number word of any of these languages: "um", an English pause, taken off "trinta e um" would
 * leave thirty.
 */
function countlessEdges(listens: readonly Listen[]): readonly string[] {
  const [own] = listens;
  const kept = own && countless.get(own);
  if (kept?.listens.length === listens.length && kept.listens.every((listen, at) => listen === listens[at])) return kept.edges;
  const counts = (word: string): boolean => listens.some(listen => (numberWord(word, listen) ?? 0) > 0);
  const all = listens.flatMap(listen => [...(listen.aroundNumber ?? []), ...(listen.polite ?? [])]);
  const edges = all.filter(edge => !edge.split(' ').some(counts));
  if (own) countless.set(own, { listens, edges });
  return edges;
}

/** What the phrases may say with a slip, in any of the languages, where it is the same for all of them. */
function onlyMisspelt(phrases: readonly string[], listens: readonly Listen[]): number | undefined {
  const values = phrases.flatMap(phrase => listens.map(listen => readMisspeltNumber(phrase, listen))).filter(value => value !== undefined);
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** Several numbers, or digits that can be read in two ways. */
function isSeveral(phrase: string, core: string, listens: readonly Listen[]): boolean {
  return countNumbers(phrase, listens) > 0 && (countNumbers(core, listens) > 1 || /^[\d .,'-]+$/.test(core));
}

function asWritten(phrases: readonly string[], listens: readonly Listen[], lang: string): Numeral | undefined {
  for (const listen of listens) {
    const found = phrases.map(phrase => readPhrase(phrase, listen, lang)).find(numeral => numeral !== undefined);
    if (found) return found;
  }
  return undefined;
}

/**
 * The one number a text says, in digits of any script or in words of the conversation's language or English; in words also with one slip
 * or typed in Latin letters, where nothing else can be meant.
 */
export function readNumber(text: string, lang: string, languages: ReadonlyMap<string, Language>): NumberRead {
  const phrase = text.length > longestTyped ? text : spacedOut(text);
  if (phrase.length > longestPhrase) return { kind: 'nothing' };
  const listens = listensFor(lang, languages);
  const core = withoutEdges(phrase, ...listens.flatMap(listen => [listen.aroundNumber, listen.polite]));
  const counted = withoutEdges(phrase, countlessEdges(listens));
  const found = asWritten([phrase, counted], listens, lang) ?? readNumeral(core, lang);
  if (found) return { kind: 'number', ...found };
  if (isSeveral(phrase, core, listens)) return { kind: 'several' };
  const misspelt = onlyMisspelt([phrase, counted], listens);
  return misspelt === undefined ? { kind: 'nothing' } : { kind: 'number', value: misspelt, decimals: 0 };
}
