// What a person needs, read from their own words with two ears: the phrases that each language lists for each need, and a trained scorer for
// what no phrase lists. Shown to the person to confirm; it never decides anything by itself.
import type { Language } from '../../content/content.js';
import type { LinearModel } from '../../content/models/linear-model.js';
import { capText } from '../../text/cap-text.js';
import { type FoundNeed, type Heard, hearPhrases } from './hear-phrases.js';
import { judgeNeeds } from './judge-needs.js';
import { readClauses } from './need-words.js';
import { scoreNeeds } from './score-needs.js';

export type { FoundNeed } from './hear-phrases.js';

/** Below this nothing is proposed. */
const threshold = 0.5;
/** More than this is no proposal any more, but a list. */
const mostNeeds = 5;
/** Logits from which on a need is proposed: the surest of a message, and those beside it. */
const enough = -0.5;
const enoughBeside = -3.1;

/** 0 to 1, one half at `enoughBeside`, without the exponential: its last bit may differ between machines. */
function squash(logit: number): number {
  const above = logit - enoughBeside;
  return 0.5 + (0.5 * above) / (1 + Math.abs(above));
}

/** Both ears together; the evidence is the phrase that said it, else the words that moved the scorer most. Nothing where none is sure. */
function combine(words: readonly string[], heard: Heard, model: LinearModel): readonly FoundNeed[] {
  const byPhrases = new Map(heard.found.map(found => [found.need, found]));
  const scored = scoreNeeds(words, model);
  const judged = judgeNeeds(scored, heard);
  if (!judged.some(({ logit }) => logit >= enough)) return [];
  const spans = new Map(scored.needs.map(({ need, from, to }) => [need, words.slice(from, to).join(' ')]));
  return judged.map(({ need, logit }) => ({
    need,
    score: squash(logit),
    evidence: byPhrases.get(need)?.evidence ?? spans.get(need) ?? '',
  }));
}

/**
 * The needs a text speaks of, surest first, at most five. The phrases of all languages are tried, because people mix languages. The model
 * hears what no phrase lists. Pure.
 */
export function findNeeds(text: string, languages: ReadonlyMap<string, Language>, model?: LinearModel): readonly FoundNeed[] {
  const words = readClauses(capText(text).text);
  const heard = hearPhrases(words, languages);
  const found = model === undefined ? heard.found : combine(words, heard, model);
  return found
    .filter(({ score }) => score >= threshold)
    .toSorted((a, b) => b.score - a.score || a.need.localeCompare(b.need, 'en'))
    .slice(0, mostNeeds)
    .map(need => ({ ...need, score: Math.round(100 * need.score) / 100 }));
}
