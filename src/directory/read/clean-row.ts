// A row of a feed, whatever is in it, as a row that the profile takes: every field made what the standard says it is, unknown ones left out,
// required ones filled with what is honest. Issues tell what was mended.
import { cleanField } from './clean-field.js';
import { finishObject } from './finish-object.js';
import { knownAndDropped, shapes, type EntityName, type FieldKind } from './hsds-shapes.js';
import type { IssueList } from './issue-list.js';
import { isObject, objectIn, objectsIn } from './json-fields.js';
import type { FeedContext, JsonObject } from './read-result.js';
import { stableUuid } from './stable-uuid.js';

/** What cleaning needs besides the object. */
interface Cleaning {
  readonly today: string;
  readonly issues: IssueList;
}

function placeOf(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** Cleans an object and all within. `path` is '' for the row; `id` is what the object's own is made from where it has none. */
function cleanObject(entity: EntityName, raw: JsonObject, path: string, id: string, cleaning: Cleaning): JsonObject | undefined {
  const given = Object.entries(raw).filter(([, value]) => value !== null && value !== undefined);
  const clean: Record<string, unknown> = { id: '' };
  const shape = shapes[entity];
  for (const [key, value] of given) {
    const place = placeOf(path, key);
    const kind = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (kind === undefined) noteUnknown(key, place, cleaning);
    else if (typeof kind === 'string') setField(clean, key, kind, value, place, cleaning);
    else if ('many' in kind) clean[key] = cleanList(kind.many, raw, key, place, id, cleaning);
    else setOne(clean, kind.one, raw, key, place, id, cleaning);
  }
  if (clean['id'] === '') clean['id'] = stableUuid(id);
  return finishObject(entity, clean, raw, path, cleaning.issues);
}

function noteUnknown(key: string, place: string, { issues }: Cleaning): void {
  if (!knownAndDropped.has(key)) issues.warn('unknown-field', place);
}

function setField(clean: Record<string, unknown>, key: string, kind: FieldKind, value: unknown, place: string, cleaning: Cleaning): void {
  if (isObject(value)) {
    cleaning.issues.warn('unknown-field', place);
    return;
  }
  const field = cleanField(kind, value, cleaning.today);
  for (const fault of field.faults) if (fault !== 'id-not-uuid' || key === 'id') cleaning.issues.warn(fault, place, value);
  if (field.value !== undefined) clean[key] = field.value;
}

function cleanList(entity: EntityName, raw: JsonObject, key: string, place: string, id: string, cleaning: Cleaning): readonly JsonObject[] {
  return objectsIn(raw, key).flatMap((each, at): readonly JsonObject[] => {
    const index = `[${String(at)}]`;
    const cleaned = cleanObject(entity, each, place + index, `${id}/${key}${index}`, cleaning);
    return cleaned === undefined ? [] : [cleaned];
  });
}

function setOne(
  clean: Record<string, unknown>,
  entity: EntityName,
  raw: JsonObject,
  key: string,
  place: string,
  id: string,
  cleaning: Cleaning,
): void {
  const first = objectIn(raw, key);
  const cleaned = first === undefined ? undefined : cleanObject(entity, first, place, `${id}/${key}`, cleaning);
  if (cleaned !== undefined) clean[key] = cleaned;
}

/** The row cleaned. Its own `id` and `name` must have been found; `status` is still the feed's. */
export function cleanRow(raw: JsonObject, id: string, context: FeedContext, issues: IssueList): JsonObject {
  return cleanObject('service', raw, '', id, { today: context.today, issues }) ?? {};
}
