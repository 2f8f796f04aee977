// Fits what is enough for the booster to ask, on the held-back lines kept for it (part `fitting`): the thresholds by which most lines of danger
// that no rule found are heard, while no more than a share of the harmless ones are asked about.
// Usage: node dist/bench/red-flag-thresholds.js [percent, 5]
import { redFlagKinds, type RedFlagKind } from '../src/content/content.js';
import { findRedFlags } from '../src/safety/find-red-flags.js';
import { scoreOblique } from '../src/safety/oblique/hear-oblique.js';
import { heldBackLines } from '../test/safety/held-back-lines.js';
import { realContent } from '../test/support/real-content.js';

type Thresholds = Readonly<Record<RedFlagKind, number>>;

interface Scored {
  readonly harmless: boolean;
  /** A rule found it already: the booster is not asked. */
  readonly found: boolean;
  readonly scores: ReadonlyMap<RedFlagKind, number>;
}

const { languages, redFlags } = realContent();
const { oblique: model, ...rulesOnly } = redFlags;
if (!model) throw new Error('there is no booster: run waymark train');
const lines = [...languages.keys()]
  .flatMap(lang => heldBackLines(lang, 'fitting'))
  .filter(({ label }) => label !== 'careful')
  .map(({ label, text }): Scored => ({
    harmless: label === 'benign',
    found: findRedFlags([text], rulesOnly).length > 0,
    scores: scoreOblique(text, model),
  }));
const danger = lines.filter(({ harmless }) => !harmless);
const harmless = lines.filter(line => line.harmless);
const most = (Number(process.argv[2] ?? 5) / 100) * harmless.length;
const steps = Array.from({ length: 80 }, (_, at) => 0.5 + at / 10);

function count(of: readonly Scored[], enough: Thresholds): number {
  return of.filter(({ found, scores }) => found || redFlagKinds.some(kind => (scores.get(kind) ?? -Infinity) >= enough[kind])).length;
}

/** From "never" downwards: always the step that hears most for each harmless line it asks about, while there is room. */
function fit(): Thresholds {
  let best: Thresholds = Object.fromEntries(redFlagKinds.map(kind => [kind, steps.at(-1)])) as Thresholds;
  for (;;) {
    const [heard, asked] = [count(danger, best), count(harmless, best)];
    const options = redFlagKinds.flatMap(kind =>
      steps
        .filter(step => step < best[kind])
        .map(step => {
          const enough = { ...best, [kind]: step };
          const [more, cost] = [count(danger, enough) - heard, count(harmless, enough) - asked];
          return { enough, worth: more / (cost + 0.25), fits: more > 0 && asked + cost <= most };
        }),
    );
    const [next] = options.filter(({ fits }) => fits).toSorted((a, b) => b.worth - a.worth);
    if (!next) return best;
    best = next.enough;
  }
}

const enough = fit();
const share = (some: number, of: number): string => `${String(some)} of ${String(of)}, ${((100 * some) / of).toFixed(1)}%`;
console.log(`enough: ${JSON.stringify(enough)}`);
console.log(
  `danger heard: ${share(count(danger, enough), danger.length)}; rules alone: ${share(danger.filter(line => line.found).length, danger.length)}`,
);
console.log(`harmless found or asked about: ${share(count(harmless, enough), harmless.length)}`);
