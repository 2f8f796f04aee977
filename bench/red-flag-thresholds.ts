// Fits what is enough for the booster to ask, on the held-back lines kept for it (part `fitting`): the thresholds by which most lines of danger
// that no rule found are heard, while no more than a share of the tricky harmless ones, and of ordinary messages about needs, are asked about.
// Usage: node dist/bench/red-flag-thresholds.js [percent, 5]
import { redFlagKinds, type RedFlagKind } from '../src/content/content.js';
import type { LinearModel } from '../src/content/models/linear-model.js';
import { findRedFlags } from '../src/safety/find-red-flags.js';
import { scoreOblique } from '../src/safety/oblique/hear-oblique.js';
import { heldBackLines, type Label } from '../test/safety/held-back-lines.js';
import { realContent } from '../test/support/real-content.js';
import { heldBack } from '../test/understanding/held-back-file.js';

type Thresholds = Readonly<Record<RedFlagKind, number>>;

interface Scored {
  /** A rule found it already: the booster is not asked. */
  readonly found: boolean;
  readonly scores: ReadonlyMap<RedFlagKind, number>;
}

const { languages, redFlags } = realContent();
const { oblique: model, ...rulesOnly } = redFlags;
if (!model) throw new Error('there is no booster: run waymark train');
const booster: LinearModel = model;
const tags = [...languages.keys()];

function score(text: string): Scored {
  return { found: findRedFlags([text], rulesOnly).length > 0, scores: scoreOblique(text, booster) };
}

function linesOf(...labels: readonly Label[]): readonly Scored[] {
  const lines = tags.flatMap(lang => heldBackLines(lang, 'fitting'));
  return lines.filter(({ label }) => labels.includes(label)).map(({ text }) => score(text));
}

const danger = linesOf('explicit', 'indirect');
const harmless = linesOf('benign');
/** Needs about which it is natural to be asked whether there is food today and a bed tonight. */
const nearDestitution: ReadonlySet<string> = new Set(['money', 'housing', 'food', 'energy', 'work', 'legal']);
/** Messages about other needs that are kept for tuning: hardly anybody who sends one is in danger. */
const ordinary = tags
  .flatMap(tag => heldBack(tag).dev)
  .filter(({ need }) => !nearDestitution.has(need))
  .map(({ text }) => score(text));
const share = Number(process.argv[2] ?? 5) / 100;
const steps = Array.from({ length: 80 }, (_, at) => 0.5 + at / 10);

function count(of: readonly Scored[], enough: Thresholds): number {
  return of.filter(({ found, scores }) => found || redFlagKinds.some(kind => (scores.get(kind) ?? -Infinity) >= enough[kind])).length;
}

/** From "never" downwards: always the step that hears most for each harmless line it asks about, while there is room. */
function fit(): Thresholds {
  let best: Thresholds = Object.fromEntries(redFlagKinds.map(kind => [kind, steps.at(-1)])) as Thresholds;
  for (;;) {
    const [heard, asked, met] = [count(danger, best), count(harmless, best), count(ordinary, best)];
    const options = redFlagKinds.flatMap(kind =>
      steps
        .filter(step => step < best[kind])
        .map(step => {
          const enough = { ...best, [kind]: step };
          const [more, tricky, usual] = [count(danger, enough) - heard, count(harmless, enough), count(ordinary, enough)];
          const fits = more > 0 && tricky <= share * harmless.length && usual <= share * ordinary.length;
          return { enough, worth: more / (tricky - asked + (usual - met) + 0.25), fits };
        }),
    );
    const [next] = options.filter(({ fits }) => fits).toSorted((a, b) => b.worth - a.worth);
    if (!next) return best;
    best = next.enough;
  }
}

const enough = fit();
const told = (some: number, of: number): string => `${String(some)} of ${String(of)}, ${((100 * some) / of).toFixed(1)}%`;
console.log(`enough: ${JSON.stringify(enough)}`);
console.log(
  `danger heard: ${told(count(danger, enough), danger.length)}; rules alone: ${told(danger.filter(line => line.found).length, danger.length)}`,
);
console.log(`tricky harmless lines found or asked about: ${told(count(harmless, enough), harmless.length)}`);
console.log(`ordinary messages found or asked about: ${told(count(ordinary, enough), ordinary.length)}`);
