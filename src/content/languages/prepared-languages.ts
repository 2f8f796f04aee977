// Languages that were read, checked and compiled by the build, so that a start does not do it again: one file a language, used only while
// not a letter of what it was made from has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ContentReader } from '../content-reader.js';
import type { LoadedLanguage } from './load-language.js';

interface Prepared {
  readonly key: string;
  readonly loaded: LoadedLanguage;
}

/** Everything a language is made from: its own files, and what they were checked against (`base`). Notes the files as read. */
export function languageKey(reader: ContentReader, tag: string, base: string): string {
  const hash = createHash('sha256').update(`${base}\0${process.version}\0`);
  for (const name of reader.listFiles('locales', tag)) hash.update(`${name}\0${reader.readText('locales', `${name}.json`)}\0`);
  return hash.digest('hex');
}

function fileOf(folder: string, tag: string): string {
  return join(folder, `${tag}.bin`);
}

/** The language as it was prepared from these very files; undefined where it was not, or its file cannot be read. */
export function takePrepared(folder: string, tag: string, key: string): LoadedLanguage | undefined {
  const file = fileOf(folder, tag);
  if (!existsSync(file)) return undefined;
  try {
    // Safe: only keepPrepared writes these files, into the folder of the build, and the key proves what from.
    const prepared = deserialize(readFileSync(file)) as Prepared;
    return prepared.key === key ? prepared.loaded : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a language that was found to be without fault; the fixtures of its rules have proved what they are for, and stay behind. */
export function keepPrepared(folder: string, key: string, loaded: LoadedLanguage): void {
  mkdirSync(folder, { recursive: true });
  const rules = loaded.rules.map(rule => ({ ...rule, match: [], not: [] }));
  const prepared: Prepared = { key, loaded: { ...loaded, rules } };
  writeFileSync(fileOf(folder, loaded.language.tag), serialize(prepared));
}
