// The sentences languages are measured with: written by somebody who had seen none of the word lists, and never trained on.
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { needKeys } from '../../src/content/journey/needs-schema.js';

const need = z.enum(needKeys);
const meant = z.union([z.boolean(), z.number(), z.string(), z.array(need), z.null()]);

const heldBackSchema = z.strictObject({
  /** Which language is it? Three words and more. */
  sentences: z.array(z.string()),
  /** The same in Latin letters, for languages of another script. */
  romanised: z.array(z.string()).optional(),
  /** One need each: the measure. */
  needs: z.array(z.strictObject({ need, text: z.string() })),
  /** One need each: for tuning; never counted. */
  dev: z.array(z.strictObject({ need, text: z.string() })),
  /** Messages of two or three needs. */
  several: z.array(z.strictObject({ needs: z.array(need), text: z.string() })),
  /** Messages that name no need. */
  irrelevant: z.array(z.string()),
  /** Short answers and what they mean: `unsure`, `skip`, a value, or null for what must be asked again. */
  closed: z.array(z.strictObject({ ask: z.enum(['boolean', 'integer', 'date', 'need']), say: z.string(), means: meant })),
});

export type HeldBack = z.infer<typeof heldBackSchema>;
export type ClosedAnswer = HeldBack['closed'][number];

const pathOf = (tag: string): string => `test/understanding/held-back/${tag}.json`;

/** Are there held-back sentences for this language? */
export function isMeasured(tag: string): boolean {
  return existsSync(pathOf(tag));
}

/** The held-back sentences of a language. */
export function heldBack(tag: string): HeldBack {
  return heldBackSchema.parse(JSON.parse(readFileSync(pathOf(tag), 'utf8')));
}
