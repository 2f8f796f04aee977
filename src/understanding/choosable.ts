// One option of a choice, as the readers compare it: its code and every label it has, in any language.
import { barePhrase } from './bare-phrase.js';

export interface Choosable {
  readonly code: string;
  /** Labels in every language, without sentence punctuation, folded. */
  readonly labels: readonly string[];
  /** What stands before the first comma, dash or bracket of each label: "no" of "No, nothing like that". */
  readonly leads: readonly string[];
  /** The labels in the languages listened for, one list a language in their order: only these are compared loosely. */
  readonly spoken: readonly (readonly string[])[];
}

type Spoken = Pick<Choosable, 'labels' | 'leads'>;

const known = new WeakMap<readonly string[], Spoken>();

function readyFor(labels: readonly string[]): Spoken {
  const ready = known.get(labels) ?? {
    labels: [...new Set(labels.map(barePhrase))],
    leads: [...new Set(labels.map(label => barePhrase(label.split(/[,;:.(]| - /, 1)[0] ?? '')))],
  };
  known.set(labels, ready);
  return ready;
}

/**
 * An option with its labels ready for comparing; worked out once for each list of labels. `spoken`: its labels in each of the languages
 * listened for; where they are not known apart, all labels.
 */
export function choosable(code: string, labels: readonly string[], spoken: readonly (readonly string[])[] = [labels]): Choosable {
  return { code, ...readyFor(labels), spoken: spoken.map(own => readyFor(own).labels) };
}

/** The code of the one option for which `fits` is true; undefined when none or several fit. */
export function onlyOne(options: readonly Choosable[], fits: (option: Choosable) => boolean): string | undefined {
  const found = options.filter(fits);
  return found.length === 1 ? found[0]?.code : undefined;
}
