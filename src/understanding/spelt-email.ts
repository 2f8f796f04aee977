// An e-mail address as people spell it out: "ania at example dot com", "ania arobase exemple point fr", "ania(at)example.com".
import type { Listen } from '../content/content.js';
import { foldText } from '../text/fold-text.js';

const mostWords = 24;
const mostWordsOfOne = 4;
const brackets = /^[([<{]|[)\]>}]$/g;
const plainWord = /^[\p{L}\p{M}\p{N}._%+@-]+$/u;

type Sign = '@' | '.';

function signOf(phrase: string, listens: readonly Listen[]): Sign | undefined {
  if (listens.some(listen => listen.at?.includes(phrase))) return '@';
  return listens.some(listen => listen.dot?.includes(phrase)) ? '.' : undefined;
}

/** The sign that the words from `from` on name, and how many words that takes; the longest name counts. */
function signAt(
  words: readonly string[],
  from: number,
  listens: readonly Listen[],
): { readonly sign: Sign; readonly count: number } | undefined {
  for (let count = Math.min(mostWordsOfOne, words.length - from); count > 0; count -= 1) {
    const phrase = words.slice(from, from + count).map(word => foldText(word.replace(brackets, '')));
    const sign = signOf(phrase.join(' '), listens);
    if (sign !== undefined) return { sign, count };
  }
  return undefined;
}

/** Signs written between Chinese words without a space, or in brackets without one: they get room. */
function spacedOut(text: string, listens: readonly Listen[]): string {
  const glued = listens.flatMap(listen => [...(listen.at ?? []), ...(listen.dot ?? [])]).filter(form => /\p{Script=Han}/u.test(form));
  const roomy = text.replace(/([([])([^\s()[\]]{1,12})([)\]])/gu, ' $1$2$3 ');
  return glued.toSorted((one, other) => other.length - one.length).reduce((spaced, form) => spaced.replaceAll(form, ` ${form} `), roomy);
}

/** The sign named at this place, given that a plain word stands before it and something after. */
function namedSign(words: readonly string[], at: number, listens: readonly Listen[]): ReturnType<typeof signAt> {
  const found = plainWord.test(words[at - 1] ?? '') ? signAt(words, at, listens) : undefined;
  return found && at + found.count < words.length ? found : undefined;
}

/** The words as an address would have them: signs for what names them where they stand between two plain words. */
function withSigns(words: readonly string[], listens: readonly Listen[]): string {
  let text = '';
  let gap = '';
  for (let at = 0; at < words.length;) {
    const named = namedSign(words, at, listens);
    text += named?.sign ?? `${gap}${words[at] ?? ''}`;
    gap = named ? '' : ' ';
    at += named?.count ?? 1;
  }
  return text.trim();
}

/** A text with its spelt-out signs written as signs; the text itself where none is spelt out, or where it could be read in two ways. */
export function withSpeltSigns(text: string, listens: readonly Listen[]): string {
  const words = spacedOut(text, listens)
    .split(' ')
    .filter(word => word !== '');
  if (words.length > mostWords) return text;
  const written = withSigns(words, listens);
  return written.split('@').length === 2 ? written : text;
}
