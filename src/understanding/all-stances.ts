// Which words say yes, no, unsure or none in any language: for the labels of options, which may be written in all of them.
import type { Language } from '../content/content.js';
import type { YesNo } from './read-yes-no.js';

export type OptionStance = YesNo | 'none';

const known = new WeakMap<ReadonlyMap<string, Language>, Readonly<Record<OptionStance, ReadonlySet<string>>>>();

/** The words of each stance in all these languages; collected once. */
export function allStances(languages: ReadonlyMap<string, Language>): Readonly<Record<OptionStance, ReadonlySet<string>>> {
  const words = (stance: OptionStance): ReadonlySet<string> =>
    new Set([...languages.values()].flatMap(language => language.listen[stance]));
  const all = known.get(languages) ?? { yes: words('yes'), no: words('no'), unsure: words('unsure'), none: words('none') };
  known.set(languages, all);
  return all;
}
