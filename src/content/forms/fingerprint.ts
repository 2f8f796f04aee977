// A short hash of what a question asks: an answer given to other words, options or units is asked for again.
import { createHash } from 'node:crypto';
import { foldText } from '../../text/fold-text.js';
import type { FormOption, Unit } from './form.js';

/** What is hashed: help, reasons, limits and the order of options may change without asking anew. */
export interface Fingerprinted {
  readonly type: string;
  readonly text: string;
  readonly options: readonly FormOption[];
  readonly units: readonly Unit[];
}

const bare = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** 8 hex digits of SHA-256 over type, bare words, options (code and label) and units. */
export function fingerprintOf({ type, text, options, units }: Fingerprinted): string {
  const listed = options.map(({ code, label }) => [code, bare(label)].join('\u0000')).sort();
  const measured = units.map(({ system, code, label }) => [system ?? '', code ?? label].join('\u0000')).sort();
  return createHash('sha256')
    .update(JSON.stringify([type, bare(text), listed, measured]))
    .digest('hex')
    .slice(0, 8);
}
