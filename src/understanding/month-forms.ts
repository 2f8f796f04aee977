// Which month a name is, in any of its forms: as listed, typed in Latin letters, or one slip away from the names of one month only.
import type { Listen } from '../content/content.js';
import { closeSkeleton } from '../text/romanised.js';
import { hasOwnScript } from './answer-forms.js';
import { fiveSigns, nearForms } from './near-forms.js';
import type { NearForms } from './near-forms.js';

interface MonthForms {
  /** Name -> 1 to 12. */
  readonly listed: ReadonlyMap<string, number>;
  readonly near: NearForms;
  readonly skeletons: ReadonlyMap<string, number | undefined>;
}

const known = new WeakMap<Listen, MonthForms>();

/** A name that also stands around dates ("en" is January in short, and "in") is no month. */
function collect(listen: Listen): MonthForms {
  const around = new Set(listen.aroundDate);
  const listed = new Map(
    listen.months.flatMap((names, index) => names.filter(name => !around.has(name)).map(name => [name, index + 1] as const)),
  );
  const skeletons = new Map<string, number | undefined>();
  for (const [name, month] of hasOwnScript(listen) ? listed : []) {
    const skeleton = closeSkeleton(name);
    if (skeleton !== '') skeletons.set(skeleton, skeletons.has(skeleton) && skeletons.get(skeleton) !== month ? undefined : month);
  }
  return { listed, near: nearForms(listed.keys(), fiveSigns, word => around.has(word)), skeletons };
}

function formsOf(listen: Listen): MonthForms {
  const forms = known.get(listen) ?? collect(listen);
  known.set(listen, forms);
  return forms;
}

/** The one value of all that was found; undefined where there are several or none. */
function only(found: readonly (number | undefined)[]): number | undefined {
  const values = new Set(found.filter(value => value !== undefined));
  return values.size === 1 ? [...values][0] : undefined;
}

/** 1 to 12 for the name of a month as the first of these languages lists it; else what it can only be by a slip or in Latin letters. */
export function monthNamed(name: string, listens: readonly Listen[]): number | undefined {
  const all = listens.map(formsOf);
  const listed = all.map(forms => forms.listed.get(name)).find(month => month !== undefined);
  if (listed !== undefined) return listed;
  const near = all.flatMap(({ near: forms, listed: months }) => forms.near(name).map(form => months.get(form)));
  const spelt = all.map(forms => (forms.skeletons.size === 0 ? undefined : forms.skeletons.get(closeSkeleton(name))));
  return only([...near, ...spelt]);
}
