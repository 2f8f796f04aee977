// Lengths of time as phrases, so that each language puts number and word together its own way.
import type { Phrase } from '../../content/languages/phrase.js';

/** So many hours. */
export function hours(count: number): Phrase {
  return { product: 'page.time.hours', params: { count } };
}

/** So many days. */
export function days(count: number): Phrase {
  return { product: 'page.time.days', params: { count } };
}
