// A language as the product knows it: its names, what was reviewed, and what it listens for. Its words are the translator's.
import type { Listen } from './listen.js';

/** Has a part been reviewed, by whom and when? */
type ReviewStatus = { readonly status: 'draft' } | { readonly status: 'reviewed'; readonly by: string; readonly on: string };

/** One language of locales/. */
export interface Language {
  readonly tag: string;
  readonly englishName: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  readonly review: Readonly<Record<string, ReviewStatus>>;
  /** What to say on the telephone to be given an interpreter: the English words, and how they sound, in this language's own spelling. */
  readonly interpreter?: { readonly english: string; readonly sounds: string };
  readonly listen: Listen;
  /** Phrases that point to each need, folded. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
}
