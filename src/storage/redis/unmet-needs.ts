// Unmet needs in Redis: one hash of counts a month, and for a week each id that was counted.
import { UNMET_ID_SECONDS, unmetIdKey, unmetMonthKey } from '../keys.js';
import type { UnmetNeedStore } from '../ports.js';
import type { KeyRing } from '../seal.js';
import { fieldsOf, monthOf, monthsBetween, toCounts, unmetGoesAt } from '../unmet-counts.js';
import type { Asking } from './ask.js';
import { countUnmet } from './scripts.js';

/** Makes the counting of this connection. */
export function createUnmetNeeds({ ask, run }: Asking, keys: KeyRing): UnmetNeedStore {
  return {
    add: async unmet => {
      const month = monthOf(unmet);
      const places = [unmetIdKey(keys.nameOf('unmet', unmet.id)), unmetMonthKey(month)];
      await run(countUnmet, places, [UNMET_ID_SECONDS * 1000, unmetGoesAt(month), ...fieldsOf(unmet)]);
    },
    list: async ({ from, to }) => {
      const months = monthsBetween(from, to);
      const found = await ask(client => Promise.all(months.map(month => client.hgetall(unmetMonthKey(month)))));
      return months.flatMap((month, at) => toCounts(month, numbersOf(found[at])));
    },
  };
}

function numbersOf(hash: Readonly<Record<string, string>> = {}): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(hash).map(([field, count]) => [field, Number(count)]));
}
