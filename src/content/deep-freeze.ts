// Content is read once and shared by every conversation: nothing may change it afterwards.

function refuse(): never {
  throw new TypeError('Content is frozen');
}

/** Freezes objects, arrays, Maps and Sets all the way down, and gives the same value back. Functions and patterns stay as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || value instanceof RegExp) return value;
  if (value instanceof Map || value instanceof Set) {
    for (const name of ['set', 'add', 'delete', 'clear']) if (name in value) Object.defineProperty(value, name, { value: refuse });
  }
  Object.freeze(value);
  if (value instanceof Map) for (const each of value.values()) deepFreeze(each);
  else if (value instanceof Set) for (const each of value) deepFreeze(each);
  else for (const each of Object.values(value)) deepFreeze(each);
  return value;
}
