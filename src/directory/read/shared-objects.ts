// Objects that many rows of a feed have (terms, organisations, locations), cleaned once and known again by all that stands in them. What was told
// of them is told again for each row. What later readers make of a cleaned object may be kept by it, since it is the same object each time.
import type { EntityName } from './hsds-shapes.js';
import type { Warn } from './issue-list.js';
import type { FeedContext, JsonObject } from './read-result.js';
import { sharedRoot } from './row-path.js';

const mostKept = 4_000;
const longestKey = 10_000;
const sharedEntities: ReadonlySet<EntityName> = new Set<EntityName>(['taxonomy_term', 'organization', 'location']);

type Told = readonly [code: string, field: string | undefined, found: unknown];

/** What came of cleaning an object, wherever it stands. */
interface Kept {
  readonly clean: JsonObject | undefined;
  readonly told: readonly Told[];
}

/** Takes down what is told while a shared object is cleaned. */
export class SharedNotes implements Warn {
  readonly told: Told[] = [];
  /** An id was made of where the object stands: it is of this row alone. */
  isOwn = false;

  warn(code: string, field?: string, found?: unknown): void {
    this.told.push([code, field, found]);
  }
}

/** The shared objects of one import. */
export class SharedObjects {
  readonly #kept = new Map<string, Kept>();

  /** The object cleaned before, with what was told of it told to `issues`; else as `clean` makes it. `path`: where it stands, worked out if asked. */
  clean(
    key: string,
    path: () => string,
    issues: Warn,
    clean: (notes: SharedNotes) => JsonObject | undefined,
  ): { readonly clean: JsonObject | undefined; readonly isOwn: boolean } {
    const known = this.#kept.get(key);
    const notes = new SharedNotes();
    const made = known ?? { clean: clean(notes), told: notes.told };
    for (const [code, field, found] of made.told) issues.warn(code, field?.replace(sharedRoot, path), found);
    if (known === undefined && !notes.isOwn) this.#keep(key, made);
    return { clean: made.clean, isOwn: notes.isOwn };
  }

  #keep(key: string, made: Kept): void {
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(key, made);
  }
}

/** What an object is known by; undefined: it is not one that rows share. */
export function sharedKey(entity: EntityName, raw: JsonObject): string | undefined {
  if (!sharedEntities.has(entity)) return undefined;
  const text = JSON.stringify(raw);
  return text.length > longestKey ? undefined : entity + text;
}

const ofImports = new WeakMap<FeedContext, SharedObjects>();

/** The shared objects of the import that a context is of. */
export function sharedObjectsOf(context: FeedContext): SharedObjects {
  const known = ofImports.get(context);
  if (known !== undefined) return known;
  const made = new SharedObjects();
  ofImports.set(context, made);
  return made;
}
