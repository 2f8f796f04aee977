// What assembling knows of an item before it is written: where it comes from, what holds it, what has come to it.
import type { ContainedResources, Renames } from './merge-contained.js';
import type { Extension } from './modular-extensions.js';
import type { QuestionnaireItem } from '../forms/questionnaire-schema.js';

/** One file as it was put in once: the same file put in twice has two. */
export interface Source {
  readonly where: string;
  /** Prefix of its linkIds. */
  readonly own: string;
  readonly renames: Renames;
}

/** An extension that has come to this item from the root of a sub-questionnaire. */
export interface Moved {
  readonly extension: Extension;
  readonly source: Source;
}

/** An item where it will stand, not yet rewritten: its linkIds can be told only when all are known. */
export interface Placed {
  readonly item: QuestionnaireItem;
  readonly source: Source;
  /** What `%linkIdPrefix` is for its expressions. */
  readonly scope: string | undefined;
  readonly moved: readonly Moved[];
  readonly items: readonly Placed[];
}

/** What one assembly gathers beside its items. */
export interface Gathered {
  readonly contained: ContainedResources;
  readonly forRoot: Moved[];
  /** Canonicals of everything put in, in order. */
  readonly from: Set<string>;
  readonly problems: string[];
}
