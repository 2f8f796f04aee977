// Which items' answers changed between two responses of one form: their values, or the repetitions that have any.
import { isDeepStrictEqual } from 'node:util';
import type { GivenByLinkId } from './response-so-far.js';

/** The linkIds whose answers are not what they were. */
export function changedSince(before: GivenByLinkId, after: GivenByLinkId): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [linkId, answers] of after) if (!isDeepStrictEqual(before.get(linkId), answers)) changed.add(linkId);
  for (const linkId of before.keys()) if (!after.has(linkId)) changed.add(linkId);
  return changed;
}
