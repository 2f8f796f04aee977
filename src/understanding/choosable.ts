// One option of a choice, as the readers compare it: its code and every label it has, in any language.
import { barePhrase } from './bare-phrase.js';

export interface Choosable {
  readonly code: string;
  /** Labels in every language, without sentence punctuation, folded. */
  readonly labels: readonly string[];
  /** What stands before the first comma, dash or bracket of each label: "no" of "No, nothing like that". */
  readonly leads: readonly string[];
}

type Spoken = Pick<Choosable, 'labels' | 'leads'>;

const known = new WeakMap<readonly string[], Spoken>();

function spoken(labels: readonly string[]): Spoken {
  const leads = labels.map(label => barePhrase(label.split(/[,;:.(]| - /, 1)[0] ?? ''));
  return { labels: [...new Set(labels.map(barePhrase))], leads: [...new Set(leads)] };
}

/** An option with its labels ready for comparing; worked out once for each list of labels. */
export function choosable(code: string, labels: readonly string[]): Choosable {
  const ready = known.get(labels) ?? spoken(labels);
  known.set(labels, ready);
  return { code, ...ready };
}

/** The code of the one option for which `fits` is true; undefined when none or several fit. */
export function onlyOne(options: readonly Choosable[], fits: (option: Choosable) => boolean): string | undefined {
  const found = options.filter(fits);
  return found.length === 1 ? found[0]?.code : undefined;
}
