// The questionnaires of dialogs/ by their url, each read and judged when the journey first asks for it.
import { checkItems } from '../forms/check-items.js';
import type { ContentReader } from '../content-reader.js';
import { type FindQuestionnaire, type FoundQuestionnaire, readCanonical } from '../modular/find-questionnaire.js';
import { withoutParts } from '../modular/modular-rules.js';
import { readQuestionnaire } from '../forms/read-questionnaire.js';

interface Shelved {
  /** File in dialogs/ without `.json`. */
  readonly file: string;
  readonly json: object;
  readonly url: string;
  readonly version: unknown;
}

function toShelved(file: string, json: unknown): readonly Shelved[] {
  if (typeof json !== 'object' || json === null || !('resourceType' in json) || json.resourceType !== 'Questionnaire') return [];
  if (!('url' in json) || typeof json.url !== 'string') return [];
  return [{ file, json, url: json.url, version: 'version' in json ? json.version : undefined }];
}

/** Reads every file that may be a questionnaire. Faults are the reader's problems, told once; two files of one url are one too. */
export class DialogsShelf {
  readonly #reader: ContentReader;
  readonly #shelved: readonly Shelved[];
  readonly #read = new Map<string, FoundQuestionnaire | undefined>();
  readonly #unread = new Map<string, ReadonlySet<string>>();

  constructor(reader: ContentReader, files: readonly string[]) {
    this.#reader = reader;
    this.#shelved = files.flatMap(file => toShelved(file, reader.readJson('dialogs', `${file}.json`)));
    for (const [place, { file, url }] of this.#shelved.entries()) {
      const first = this.#shelved.findIndex(each => each.url === url);
      if (first !== place)
        reader.problems.push(`dialogs/${file}.json: its url ${url} is that of dialogs/${this.#shelved[first]?.file ?? ''}.json too`);
    }
  }

  /** The file with this canonical, without `.json`, sound or not. */
  readonly fileOf = (canonical: string): string | undefined => this.#lookUp(canonical)?.file;

  /** The questionnaire, if it is there and its shape is right. */
  readonly find: FindQuestionnaire = canonical => {
    const shelved = this.#lookUp(canonical);
    return shelved && this.#readOnce(shelved);
  };

  /** linkIds of a file, without `.json`, whose type cannot be read: told already, and nothing that leans on them is judged. */
  readonly unreadIn = (file: string): ReadonlySet<string> => this.#unread.get(file) ?? new Set();

  /** Every file asked for so far, without `.json`, sound or not. */
  get asked(): ReadonlySet<string> {
    return new Set(this.#read.keys());
  }

  /** Every questionnaire asked for so far whose shape is right. */
  get used(): readonly FoundQuestionnaire[] {
    return [...this.#read.values()].filter(each => each !== undefined);
  }

  #lookUp(canonical: string): Shelved | undefined {
    const { url, version } = readCanonical(canonical);
    return this.#shelved.find(each => each.url === url && (version === undefined || each.version === version));
  }

  #readOnce({ file, json }: Shelved): FoundQuestionnaire | undefined {
    if (this.#read.has(file)) return this.#read.get(file);
    const where = `dialogs/${file}.json`;
    const { questionnaire, unread, problems } = readQuestionnaire(json, where);
    this.#reader.problems.push(...problems);
    if (questionnaire !== undefined) this.#reader.problems.push(...checkItems(withoutParts(questionnaire), unread, where));
    const found = questionnaire && { questionnaire, where };
    this.#read.set(file, found);
    this.#unread.set(file, unread);
    return found;
  }
}
