// A row of a feed, whatever is in it, as a row that the profile takes: every field made what the standard says it is, unknown ones left out,
// required ones filled with what is honest. Issues tell what was mended.
import { cleanField } from './clean-field.js';
import { finishObject } from './finish-object.js';
import { knownAndDropped, shapes, type EntityName, type FieldKind } from './hsds-shapes.js';
import type { IssueList, Warn } from './issue-list.js';
import { isObject, objectIn, objectsIn } from './json-fields.js';
import type { FeedContext, JsonObject } from './read-result.js';
import { fieldOf, nameOf, sayPath, type RowPath } from './row-path.js';
import { sharedKey, SharedNotes, sharedObjectsOf, type SharedObjects } from './shared-objects.js';
import { stableUuid } from './stable-uuid.js';

/** What cleaning needs besides the object. */
interface Cleaning {
  readonly today: string;
  readonly shared: SharedObjects;
  /** Of the row, or of the shared object that is being cleaned. */
  readonly issues: Warn;
}

/** Cleans an object and all within, or finds it among those that several rows have. */
function cleanAny(entity: EntityName, raw: JsonObject, path: RowPath, cleaning: Cleaning): JsonObject | undefined {
  const key = sharedKey(entity, raw);
  if (key === undefined) return cleanObject(entity, raw, path, cleaning);
  const { issues, shared } = cleaning;
  const { clean, isOwn } = shared.clean(
    key,
    () => sayPath(path),
    issues,
    notes => cleanObject(entity, raw, { ...path, isShared: true }, { ...cleaning, issues: notes }),
  );
  if (isOwn) markOwn(issues);
  return clean;
}

function markOwn(issues: Warn): void {
  if (issues instanceof SharedNotes) issues.isOwn = true;
}

function cleanObject(entity: EntityName, raw: JsonObject, path: RowPath, cleaning: Cleaning): JsonObject | undefined {
  const clean: Record<string, unknown> = { id: '' };
  const shape = shapes[entity];
  for (const key of Object.keys(raw)) {
    const value = raw[key];
    if (value === null || value === undefined) continue;
    const kind = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (kind === undefined) noteUnknown(key, path, cleaning);
    else if (typeof kind === 'string') setField(clean, key, kind, value, path, cleaning);
    else if ('many' in kind) clean[key] = cleanList(kind.many, raw, key, path, cleaning);
    else setOne(clean, kind.one, raw, key, path, cleaning);
  }
  if (clean['id'] === '') {
    clean['id'] = stableUuid(nameOf(path));
    markOwn(cleaning.issues);
  }
  return finishObject(entity, clean, raw, path, cleaning.issues);
}

function noteUnknown(key: string, path: RowPath, { issues }: Cleaning): void {
  if (!knownAndDropped.has(key)) issues.warn('unknown-field', fieldOf(path, key));
}

function setField(clean: Record<string, unknown>, key: string, kind: FieldKind, value: unknown, path: RowPath, cleaning: Cleaning): void {
  if (isObject(value)) {
    cleaning.issues.warn('unknown-field', fieldOf(path, key));
    return;
  }
  const field = cleanField(kind, value, cleaning.today);
  for (const fault of field.faults) if (fault !== 'id-not-uuid' || key === 'id') cleaning.issues.warn(fault, fieldOf(path, key), value);
  if (field.value !== undefined) clean[key] = field.value;
}

function cleanList(entity: EntityName, raw: JsonObject, key: string, above: RowPath, cleaning: Cleaning): readonly JsonObject[] {
  const cleaned: JsonObject[] = [];
  for (const [at, each] of objectsIn(raw, key).entries()) {
    const one = cleanAny(entity, each, { above, key, at }, cleaning);
    if (one !== undefined) cleaned.push(one);
  }
  return cleaned;
}

function setOne(
  clean: Record<string, unknown>,
  entity: EntityName,
  raw: JsonObject,
  key: string,
  above: RowPath,
  cleaning: Cleaning,
): void {
  const first = objectIn(raw, key);
  const cleaned = first === undefined ? undefined : cleanAny(entity, first, { above, key }, cleaning);
  if (cleaned !== undefined) clean[key] = cleaned;
}

/** The row cleaned. Its own `id` and `name` must have been found; `status` is still the feed's. */
export function cleanRow(raw: JsonObject, id: string, context: FeedContext, issues: IssueList): JsonObject {
  return cleanAny('service', raw, { key: id }, { today: context.today, shared: sharedObjectsOf(context), issues }) ?? {};
}
