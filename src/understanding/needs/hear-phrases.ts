// The first ear for needs: the phrases that each language lists for each need. A longer phrase hides the shorter ones within it, and a "no" just
// before a phrase lowers it.
import type { Language } from '../../content/content.js';
import { sentenceEnd } from '../../text/split-words.js';
import { matchPhrases, type PhraseHit } from './match-phrases.js';
import { indexNeeds } from './need-index.js';

/** A need found, how sure (0 to 1), and the words that say it (folded; for the command line, never stored). */
export interface FoundNeed {
  readonly need: string;
  readonly score: number;
  readonly evidence: string;
}

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
  const own = denials.filter(denial => denial.phrase.lang === phrase.lang);
  return own.some(({ to }) => to <= from && from - to <= denialReach && !words.slice(to, from).includes(sentenceEnd));
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
  return { need, score: Math.round(100 * (1 - doubt)) / 100, evidence: strongest?.[0] ?? '' };
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

/** What the phrases say: needs with their score, and those that are named only to say that they are not there. */
export interface Heard {
  readonly found: readonly FoundNeed[];
  readonly denied: ReadonlySet<string>;
}

/** Pure. `words` as readClauses gives them. */
export function hearPhrases(words: readonly string[], languages: ReadonlyMap<string, Language>): Heard {
  const all = matchPhrases(words, indexNeeds(languages));
  const longer = all.filter(({ phrase }) => phrase.length > 1);
  const hits = all.filter(hit => !isCovered(hit, longer));
  const denials = hits.filter(({ phrase }) => phrase.says === 'denial');
  const needs = byNeed(hits.filter(({ phrase }) => phrase.says === 'need'));
  const denied = [...needs].filter(([, found]) => found.every(hit => isDenied(hit, denials, words))).map(([need]) => need);
  return { found: [...needs].map(([need, found]) => scoreNeed(need, found, denials, words)), denied: new Set(denied) };
}
