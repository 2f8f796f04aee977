// Several rules ask the same of one object of a row, and rows share objects: what was read of one is kept as long as the object is.
import type { JsonObject } from './read-result.js';

/** The same reading, done once for each object. Objects of rows do not change. */
export function readOnce<T>(read: (object: JsonObject) => T): (object: JsonObject) => T {
  const kept = new WeakMap<JsonObject, { readonly value: T }>();
  return object => {
    const known = kept.get(object);
    if (known !== undefined) return known.value;
    const value = read(object);
    kept.set(object, { value });
    return value;
  };
}
