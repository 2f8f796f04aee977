// What models are trained from: the utterances, phrases and listened-for words of each language, and one hash over all of it. A model whose
// hash is another is stale.
import { createHash } from 'node:crypto';
import type { ContentReader } from '../content-reader.js';
import { type Utterances, utterancesSchema } from '../languages/utterances-schema.js';
import { needPhrasesSchema } from '../languages/locale-schema.js';

/** One language's training texts. */
export interface TrainingTexts {
  readonly tag: string;
  readonly utterances: Utterances;
  /** needs.json, folded, by need. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** Every string of listen.json. */
  readonly listened: readonly string[];
}

/** Raised when training itself changes, so that models made before are known to be stale. */
const trainer = 1;
const files = ['utterances', 'needs', 'listen'] as const;

function stringsIn(json: unknown): readonly string[] {
  if (typeof json === 'string') return [json];
  if (Array.isArray(json)) return json.flatMap(stringsIn);
  if (typeof json !== 'object' || json === null) return [];
  // Number words are keys: their values are the numbers.
  return Object.entries(json).flatMap(([key, value]) => (typeof value === 'number' ? [key] : stringsIn(value)));
}

/** The training texts of a language; undefined, with problems noted, where a file is missing or broken. */
export function readTrainingTexts(reader: ContentReader, tag: string): TrainingTexts | undefined {
  const utterances = reader.read('locales', `${tag}/utterances.json`, utterancesSchema);
  const phrases = reader.read('locales', `${tag}/needs.json`, needPhrasesSchema);
  const listen = reader.readJson('locales', `${tag}/listen.json`);
  return utterances && phrases && listen !== undefined ? { tag, utterances, phrases, listened: stringsIn(listen) } : undefined;
}

/** SHA-256 over everything models of these languages are trained from, 64 hexadecimal digits. */
export function hashTraining(reader: ContentReader, tags: readonly string[]): string {
  const hash = createHash('sha256').update(`trainer ${String(trainer)}\0`);
  for (const tag of [...tags].sort()) {
    for (const name of files) {
      const path = `${tag}/${name}.json`;
      const there = reader.listFiles('locales', tag).includes(`${tag}/${name}`);
      hash.update(`${path}\0${there ? reader.readText('locales', path) : ''}\0`);
    }
  }
  return hash.digest('hex');
}
