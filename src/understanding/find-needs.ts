// What a person needs, read from their own words: phrases that each language lists for each need, found whole or by their beginning.
// A first, simple reading, shown to the person to confirm; it never decides anything by itself.
import type { Language } from '../content/content.js';
import { capText } from '../text/cap-text.js';
import { foldText } from '../text/fold-text.js';
import { splitWords } from '../text/split-words.js';
import { indexNeeds, startLength, type NeedIndex, type NeedPhrase } from './need-index.js';

/** A need found, how sure (0 to 1), and the words that say it (folded; for the command line, never stored). */
export interface FoundNeed {
  readonly need: string;
  readonly score: number;
  readonly evidence: string;
}

/** Below this nothing is proposed. */
const threshold = 0.5;
interface Hit {
  readonly phrase: NeedPhrase;
  readonly at: number;
}

function matchesAt(words: readonly string[], at: number, phrase: NeedPhrase): boolean {
  return phrase.words.every(({ text, start }, step) => {
    const word = words[at + step];
    return word !== undefined && (start ? word.startsWith(text) : word === text);
  });
}

function hitsAt(words: readonly string[], at: number, index: NeedIndex): readonly Hit[] {
  const word = words[at] ?? '';
  const candidates: NeedPhrase[] = [...(index.byWord.get(word) ?? [])];
  for (let length = 1; length <= startLength; length += 1) {
    if (length <= word.length) candidates.push(...(index.byStart.get(word.slice(0, length)) ?? []));
  }
  return candidates.filter(phrase => matchesAt(words, at, phrase)).map(phrase => ({ phrase, at }));
}

function findHits(words: readonly string[], languages: Iterable<Language>): readonly Hit[] {
  const hits: Hit[] = [];
  for (const language of languages) {
    const index = indexNeeds(language);
    for (let at = 0; at < words.length; at += 1) hits.push(...hitsAt(words, at, index));
  }
  return hits;
}

/** A longer phrase of the same need, at the same place, says it already. */
function isInside({ phrase, at }: Hit, others: readonly Hit[]): boolean {
  return others.some(
    other =>
      other.phrase !== phrase &&
      other.phrase.words.length > phrase.words.length &&
      other.at <= at &&
      at + phrase.words.length <= other.at + other.phrase.words.length,
  );
}

function scoreNeed(need: string, hits: readonly Hit[], words: readonly string[]): FoundNeed {
  const counted = hits.filter(hit => !isInside(hit, hits));
  let doubt = 1;
  let against = 1;
  let best = { weight: 0, evidence: '' };
  const seen = new Set<string>();
  for (const { phrase, at } of counted) {
    const evidence = words.slice(at, at + phrase.words.length).join(' ');
    if (seen.has(evidence)) continue;
    seen.add(evidence);
    if (phrase.weight < 0) against *= 1 + phrase.weight;
    else {
      doubt *= 1 - phrase.weight;
      if (phrase.weight > best.weight) best = { weight: phrase.weight, evidence };
    }
  }
  return { need, score: Math.round((1 - doubt) * against * 100) / 100, evidence: best.evidence };
}

/**
 * The needs a text speaks of, surest first. All phrases of all given languages are tried, because people mix languages. A phrase that speaks
 * against a need ("not homeless") lowers it; a no alone does not, since "no job" and "not working" are needs. Pure; a few tens of microseconds a message.
 */
export function findNeeds(text: string, languages: ReadonlyMap<string, Language>): readonly FoundNeed[] {
  const all = [...languages.values()];
  const words = splitWords(foldText(capText(text).text));
  const byNeed = new Map<string, Hit[]>();
  for (const hit of findHits(words, languages)) {
    const there = byNeed.get(hit.phrase.need);
    if (there === undefined) byNeed.set(hit.phrase.need, [hit]);
    else there.push(hit);
  }
  return [...byNeed]
    .map(([need, hits]) => scoreNeed(need, hits, words))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score || a.need.localeCompare(b.need, 'en'));
}
