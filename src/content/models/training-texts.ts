// What models are trained from: the utterances, phrases and listened-for words of each language, and one hash over all of it. A model whose
// hash is another is stale.
import { createHash } from 'node:crypto';
import type { ContentReader } from '../content-reader.js';
import { type Utterances, utterancesSchema } from '../languages/utterances-schema.js';
import { redFlagKinds, type RedFlagKind } from '../content.js';
import { redFlagRulesSchema } from '../journey/red-flags-schema.js';
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
const trainer = 2;
/** Files of a locale that each model is trained from. */
export const trainedFrom = {
  needs: ['utterances', 'needs', 'listen'],
  languages: ['utterances', 'needs', 'listen'],
  redFlags: ['utterances', 'red-flags', 'listen'],
} as const;

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

/** Lines that mean danger, and lines that do not, of one language. */
export interface DangerTexts {
  readonly danger: ReadonlyMap<RedFlagKind, readonly string[]>;
  /** Tricky lines without danger: what rules must not match, and ordinary sentences. */
  readonly tricky: readonly string[];
  /** Messages about needs, and about nothing, and every answer and command that is listened for. */
  readonly harmless: readonly string[];
}

/** The lines about danger of a language; undefined, with problems noted, where a file is missing or broken. */
export function readDangerTexts(reader: ContentReader, tag: string): DangerTexts | undefined {
  const utterances = reader.read('locales', `${tag}/utterances.json`, utterancesSchema);
  const file = reader.read('locales', `${tag}/red-flags.json`, redFlagRulesSchema);
  const listen = reader.readJson('locales', `${tag}/listen.json`);
  if (!utterances || !file || listen === undefined) return undefined;
  const ofKind = (kind: RedFlagKind) => [
    ...file.rules.filter(rule => rule.kind === kind).flatMap(rule => rule.match),
    ...(file.oblique?.[kind] ?? []),
  ];
  return {
    danger: new Map(redFlagKinds.map(kind => [kind, ofKind(kind)])),
    tricky: [...file.rules.flatMap(rule => rule.not), ...Object.values(file.ordinary ?? {}).flat()],
    harmless: [
      ...[...utterances.needs.values()].flat(),
      ...utterances.none,
      ...utterances.several.map(({ text }) => text),
      ...stringsIn(listen),
    ],
  };
}

/** SHA-256 over everything a model of these languages is trained from, 64 hexadecimal digits. */
export function hashTraining(reader: ContentReader, tags: readonly string[], files: readonly string[]): string {
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
