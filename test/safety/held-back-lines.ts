// Lines about danger, and lines that only look like it, written by hands that had seen no rule. `measure` is what the report in docs/safety is made
// of: nobody who writes rules has looked at it. `fitting` was the measure before; the thresholds of the booster are fitted on it, and rules were
// not written with it in sight. Once the measure has been read it becomes `fitting`, the older lines go into locales/ to be learnt from, and new
// lines are written.
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { redFlagKinds } from '../../src/content/content.js';

const lines = z.array(z.string().min(1)).min(1);
const ofKind = z.strictObject({
  /** The danger is said. */
  explicit: lines,
  /** The danger is meant, not named. */
  indirect: lines,
  /** Words of danger denied, long past or supposed: asking is right, acting is not. */
  careful: lines,
  /** Tricky, and no danger at all. */
  benign: lines,
});
const part = z.record(z.enum(redFlagKinds), ofKind);
export const parts = ['fitting', 'measure'] as const;
const schema = z.strictObject({ fitting: part, measure: part });

export type HeldBackPart = (typeof parts)[number];
export const labels = ['explicit', 'indirect', 'careful', 'benign'] as const;
export type Label = (typeof labels)[number];

/** One line and what it is. */
export interface HeldBackLine {
  readonly lang: string;
  readonly kind: (typeof redFlagKinds)[number];
  readonly label: Label;
  readonly text: string;
}

const pathOf = (lang: string): string => `test/safety/held-back/${lang}.json`;

/** The lines of one part in a language; none where nobody has written any. */
export function heldBackLines(lang: string, which: HeldBackPart): readonly HeldBackLine[] {
  if (!existsSync(pathOf(lang))) return [];
  const file = schema.parse(JSON.parse(readFileSync(pathOf(lang), 'utf8')))[which];
  return redFlagKinds.flatMap(kind => labels.flatMap(label => file[kind][label].map(text => ({ lang, kind, label, text }))));
}
