// Reading JSON of a stranger without trusting it: each getter answers with something of the kind asked for, or with nothing.
import type { JsonObject } from './read-result.js';

/** Most entries of one list that are read; a feed that sends more is broken. */
const longestList = 200;

/** Whether it is a JSON object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const none: readonly JsonObject[] = [];

/** The objects of a list; an object where a list should be is a list of one. */
export function objectsIn(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key];
  if (typeof value !== 'object' || value === null) return none;
  if (!Array.isArray(value)) return isObject(value) ? [value] : none;
  return value.length <= longestList && value.every(isObject) ? value : value.slice(0, longestList).filter(isObject);
}

/** The object there; of a list the first. */
export function objectIn(object: JsonObject, key: string): JsonObject | undefined {
  const value = object[key];
  return isObject(value) ? value : objectsIn(object, key)[0];
}

/** A text or number as text, trimmed; empty where there is none. A list of texts is joined by commas. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.slice(0, longestList).map(asText).filter(Boolean).join(', ');
  return '';
}

/** The text at a key, trimmed; empty where there is none. */
export function textIn(object: JsonObject, key: string): string {
  return asText(object[key]);
}

/** The number at a key: a number, or a text that is one. */
export function numberIn(object: JsonObject, key: string): number | undefined {
  return asNumber(object[key]);
}

/** A number, or a text that is one ("£3.50" is 3.5). */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const found = /^£?\s*(?<number>[-+]?\d+(?:\.\d+)?)$/u.exec(value.trim().replace(/(?<=\d),(?=\d{3})/gu, ''))?.groups?.['number'];
  return found === undefined ? undefined : Number(found);
}
