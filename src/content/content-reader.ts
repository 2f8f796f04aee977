// Reads content files: every fault is noted by file and place and reading goes on, so that all problems are told together.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** The two folders of content, by the name problems use. */
export interface ContentFolders {
  readonly dialogs: string;
  readonly locales: string;
}

type Folder = keyof ContentFolders;

// V8 names the offset of a syntax fault; people look for lines.
function describeSyntax(error: SyntaxError, text: string): string {
  const offset = /position (?<offset>\d+)/u.exec(error.message)?.groups?.['offset'];
  if (offset === undefined) return `is not JSON: ${error.message}`;
  const line = text.slice(0, Number(offset)).split('\n').length;
  return `line ${String(line)}: is not JSON: ${error.message.replace(/ \(line .*\)$/u, '')}`;
}

/** One reading of dialogs/ and locales/. Paths are given with `/` and told as `dialogs/x.json: place: what is wrong`. */
export class ContentReader {
  readonly problems: string[] = [];
  readonly #folders: ContentFolders;
  readonly #texts = new Map<string, string>();

  constructor(folders: ContentFolders) {
    this.#folders = folders;
  }

  /** The file as JSON; undefined, with a problem noted, where it is missing or broken. */
  readJson(folder: Folder, path: string): unknown {
    const name = `${folder}/${path}`;
    const place = join(this.#folders[folder], path);
    if (!existsSync(place)) {
      this.problems.push(`${name}: is missing`);
      return undefined;
    }
    const text = this.readText(folder, path);
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.problems.push(`${name}: ${describeSyntax(error, text)}`);
      return undefined;
    }
  }

  /** The file as it stands, read once. Throws where it is missing. */
  readText(folder: Folder, path: string): string {
    const name = `${folder}/${path}`;
    const text = this.#texts.get(name) ?? readFileSync(join(this.#folders[folder], path), 'utf8').replace(/^\uFEFF/u, '');
    this.#texts.set(name, text);
    return text;
  }

  /** The file as its schema says; undefined, with every fault noted, where it is not so. */
  read<Schema extends z.ZodType>(folder: Folder, path: string, schema: Schema): z.output<Schema> | undefined {
    const json = this.readJson(folder, path);
    if (json === undefined) return undefined;
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const place = issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: `;
      this.problems.push(`${folder}/${path}: ${place}${issue.message}`);
    }
    return undefined;
  }

  /** JSON files below a folder, without `.json`, with `/` between folders, in alphabetical order. */
  listFiles(folder: Folder, path = ''): readonly string[] {
    const place = join(this.#folders[folder], path);
    if (!existsSync(place)) return [];
    return readdirSync(place, { withFileTypes: true })
      .flatMap(entry => {
        const below = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.isDirectory()) return this.listFiles(folder, below);
        return entry.name.endsWith('.json') ? [below.slice(0, -'.json'.length)] : [];
      })
      .sort();
  }

  /** Names of the folders directly inside, in alphabetical order. */
  listFolders(folder: Folder): readonly string[] {
    if (!existsSync(this.#folders[folder])) return [];
    return readdirSync(this.#folders[folder], { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
      .sort();
  }

  /** SHA-256 over every file read so far, names included, 12 hexadecimal digits. */
  version(): string {
    const hash = createHash('sha256');
    for (const name of [...this.#texts.keys()].sort()) hash.update(`${name}\0${this.#texts.get(name) ?? ''}\0`);
    return hash.digest('hex').slice(0, 12);
  }
}
