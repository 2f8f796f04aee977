// How well danger is found: recall of what is said and of what is meant, and how often harmless lines are asked about or acted upon.
import type { RedFlagPolicy, RedFlagTier } from '../../src/content/content.js';
import { findRedFlags } from '../../src/safety/find-red-flags.js';
import { heldBackLines } from './held-back-lines.js';
import type { HeldBackLine, HeldBackPart, Label } from './held-back-lines.js';

/** A line and what was made of it. */
export interface Judged extends HeldBackLine {
  /** The strongest tier of any kind that was found. Any answer to danger counts: a person in danger is not answered with the next question. */
  readonly tier: RedFlagTier | undefined;
  /** Was the kind itself found, and not another? */
  readonly ofKind: boolean;
  readonly rules: readonly string[];
}

/** Some out of all. */
export interface Share {
  readonly some: number;
  readonly of: number;
}

/** Judges the held-back lines of these languages. */
export function judgeLines(langs: readonly string[], which: HeldBackPart, policy: RedFlagPolicy): readonly Judged[] {
  return langs.flatMap(lang =>
    heldBackLines(lang, which).map(line => {
      const found = findRedFlags([line.text], policy);
      const tier = found.some(flag => flag.tier === 'act') ? 'act' : found[0]?.tier;
      return {
        ...line,
        tier,
        ofKind: found.some(flag => flag.kind === line.kind),
        rules: found.map(({ rule, tier: its }) => `${rule} ${its}`),
      };
    }),
  );
}

/** How many of the lines with this label satisfy `is`. */
export function shareOf(lines: readonly Judged[], label: Label, is: (line: Judged) => boolean): Share {
  const those = lines.filter(line => line.label === label);
  return { some: those.filter(is).length, of: those.length };
}

/** The figures of some lines. */
export function figuresOf(lines: readonly Judged[]) {
  return {
    explicit: shareOf(lines, 'explicit', ({ tier }) => tier !== undefined),
    indirect: shareOf(lines, 'indirect', ({ tier }) => tier !== undefined),
    careful: shareOf(lines, 'careful', ({ tier }) => tier === 'act'),
    benignAct: shareOf(lines, 'benign', ({ tier }) => tier === 'act'),
    benignAsk: shareOf(lines, 'benign', ({ tier }) => tier === 'ask'),
  };
}
