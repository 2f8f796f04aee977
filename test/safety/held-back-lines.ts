// Lines about danger, and lines that only look like it, written by hands that had seen no rule. Rules were written with `first` and `third` in
// sight; the thresholds of the booster are fitted on `second`, an earlier measure, and `third`. `fourth` is the measure of the report in
// docs/safety, which prints it: nobody looked at it before that.
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
export const parts = ['first', 'second', 'third', 'fourth'] as const;
const schema = z.record(z.enum(parts), part);

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
