// Content is read once and shared by every conversation: nothing may change it afterwards.

function refuse(): never {
  throw new TypeError('Content is frozen');
}

// Object.freeze does not stop a Map or a Set from changing; taking its methods away does.
function closeCollection(collection: Map<unknown, unknown> | Set<unknown>): readonly unknown[] {
  for (const name of ['set', 'add', 'delete', 'clear']) if (name in collection) Object.defineProperty(collection, name, { value: refuse });
  return [...collection.values()];
}

/** Freezes objects, arrays, Maps and Sets all the way down, and gives the same value back. Functions, patterns and weights stay as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof RegExp || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return value;
  const inside = value instanceof Map || value instanceof Set ? closeCollection(value) : Object.values(value);
  Object.freeze(value);
  for (const each of inside) deepFreeze(each);
  return value;
}
