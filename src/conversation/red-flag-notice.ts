// A red flag as a notice: by kind, tier and rule, never by words.
import type { FoundFlag } from '../safety/find-red-flags.js';
import type { Notice } from './conversation.js';

/** The notice of a red flag that was found. */
export function redFlagNotice({ kind, tier, rule, young }: Pick<FoundFlag, 'kind' | 'tier' | 'rule' | 'young'>): Notice {
  return { code: 'red-flag', kind, tier, rule, ...(young && { young }) };
}
