// Which items' answers changed between two responses of one form: their values, or the repetitions that have any.
import { isDeepStrictEqual } from 'node:util';
import type { AnswerValue } from '../../content/form.js';
import type { GivenByLinkId } from './response-so-far.js';

type Given = readonly (readonly [string, readonly AnswerValue[]])[];

function isSame(before: Given | undefined, after: Given): boolean {
  if (before?.length !== after.length) return false;
  return after.every(([key, values], place) => {
    const [oldKey, oldValues] = before[place] ?? [];
    return oldKey === key && (oldValues === values || isDeepStrictEqual(oldValues, values));
  });
}

/** The linkIds whose answers are not what they were. */
export function changedSince(before: GivenByLinkId, after: GivenByLinkId): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [linkId, answers] of after) if (!isSame(before.get(linkId), answers)) changed.add(linkId);
  for (const linkId of before.keys()) if (!after.has(linkId)) changed.add(linkId);
  return changed;
}
