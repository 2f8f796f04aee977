// What a person needs, read from their own words: phrases that each language lists for each need, found whole or by their beginning.
// A first, simple reading, shown to the person to confirm; it never decides anything by itself.
import type { Language } from '../content/content.js';
import { capText } from '../text/cap-text.js';
import { sentenceEnd } from '../text/split-words.js';
import { matchPhrases, type PhraseHit } from './match-phrases.js';
import { indexNeeds } from './need-index.js';
import { readClauses } from './need-words.js';

/** A need found, how sure (0 to 1), and the words that say it (folded; for the command line, never stored). */
export interface FoundNeed {
  readonly need: string;
  readonly score: number;
  readonly evidence: string;
}

/** Below this nothing is proposed. */
const threshold = 0.5;
/** More than this is no proposal any more, but a list. */
const mostNeeds = 5;
/** What is left of a phrase's weight after a denial before it, and for each strange word within it. */
const denied = 0.3;
const stretched = 0.85;
/** Words that may stand between a denial and the phrase it denies. */
const denialReach = 1;

/** A longer phrase there says more, or says that it is something else. */
function isCovered(hit: PhraseHit, hits: readonly PhraseHit[]): boolean {
  return hits.some(({ phrase, from, to }) => phrase.length > hit.phrase.length && from <= hit.from && hit.to <= to);
}

function isDenied({ phrase, from }: PhraseHit, denials: readonly PhraseHit[], words: readonly string[]): boolean {
  if (!phrase.deniable) return false;
  return denials.some(({ to }) => to <= from && from - to <= denialReach && !words.slice(to, from).includes(sentenceEnd));
}

function scoreNeed(need: string, hits: readonly PhraseHit[], denials: readonly PhraseHit[], words: readonly string[]): FoundNeed {
  const weights = new Map<string, number>();
  for (const hit of hits) {
    const evidence = words.slice(hit.from, hit.to).join(' ');
    const weight = hit.phrase.weight * stretched ** hit.strange * (isDenied(hit, denials, words) ? denied : 1);
    weights.set(evidence, Math.max(weight, weights.get(evidence) ?? 0));
  }
  const doubt = [...weights.values()].reduce((left, weight) => left * (1 - weight), 1);
  const [strongest] = [...weights].sort((a, b) => b[1] - a[1]);
  return { need, score: Math.round((1 - doubt) * 100) / 100, evidence: strongest?.[0] ?? '' };
}

function byNeed(hits: readonly PhraseHit[]): ReadonlyMap<string, readonly PhraseHit[]> {
  const found = new Map<string, PhraseHit[]>();
  for (const hit of hits) {
    const there = found.get(hit.phrase.need);
    if (there === undefined) found.set(hit.phrase.need, [hit]);
    else there.push(hit);
  }
  return found;
}

/**
 * The needs a text speaks of, surest first, at most five. The phrases of all languages are tried, because people mix languages. A longer
 * phrase hides the shorter ones within it; a "no" just before a phrase lowers it. Pure; about a tenth of a millisecond for a long message.
 */
export function findNeeds(text: string, languages: ReadonlyMap<string, Language>): readonly FoundNeed[] {
  const words = readClauses(capText(text).text);
  const all = matchPhrases(words, indexNeeds(languages));
  const longer = all.filter(({ phrase }) => phrase.length > 1);
  const hits = all.filter(hit => !isCovered(hit, longer));
  const denials = hits.filter(({ phrase }) => phrase.says === 'denial');
  return [...byNeed(hits.filter(({ phrase }) => phrase.says === 'need'))]
    .map(([need, found]) => scoreNeed(need, found, denials, words))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score || a.need.localeCompare(b.need, 'en'))
    .slice(0, mostNeeds);
}
