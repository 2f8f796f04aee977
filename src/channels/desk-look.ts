// One look at the directory as staff ask for it, on the desk's page or in Teams: needs are heard in any language, the rest is searched.
import type { Content, RedFlagTier } from '../content/content.js';
import type { DeskQuery } from '../directory/desk/desk-query.js';
import { searchForDesk } from '../directory/desk/desk-search.js';
import type { DeskFound } from '../directory/desk/desk-search.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import { findRedFlags } from '../safety/find-red-flags.js';
import { findNeeds } from '../understanding/needs/find-needs.js';

/** What is found. `today`: ISO date. */
export function lookForStaff(directory: LocalDirectory, query: DeskQuery, content: Content, today: string): DeskFound {
  const needsIn = (typed: string): readonly string[] => findNeeds(typed, content.languages, content.models?.needs).map(({ need }) => need);
  return searchForDesk(directory, query, { needsIn, today });
}

/** How plainly these words tell of danger. */
export function dangerIn(typed: string, { redFlags }: Pick<Content, 'redFlags'>): RedFlagTier | undefined {
  const tiers = typed === '' ? [] : findRedFlags([typed], redFlags).map(({ tier }) => tier);
  return tiers.includes('act') ? 'act' : tiers[0];
}
