// Reads a JSON file somebody named on the command line: what is in it, or why not, in one plain sentence.
import { readFile } from 'node:fs/promises';

/** What a file holds, or why it could not be read. */
export type ReadJson = { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly why: string };

/** Deeper than any form; a file nested deeper is made to break readers. */
const deepest = 200;

function isTooDeep(json: unknown): boolean {
  let level: readonly unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((value): readonly unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}

const reasons: Readonly<Record<string, string>> = { ENOENT: 'there is no such file', EISDIR: 'is a folder', EACCES: 'may not be read' };

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? 'could not be read';
}

function parse(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Reads and parses a JSON file (UTF-8, a byte order mark is let pass). Never throws. */
export async function readJsonFile(file: string): Promise<ReadJson> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return { ok: false, why: `${file}: ${reasonOf(error)}` };
  }
  const parsed = parse(text.replace(/^\uFEFF/, ''));
  if (parsed === undefined) return { ok: false, why: `${file}: is not JSON` };
  return isTooDeep(parsed.json)
    ? { ok: false, why: `${file}: is nested more than ${String(deepest)} levels deep` }
    : { ok: true, ...parsed };
}
