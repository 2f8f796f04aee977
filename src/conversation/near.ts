// What is near somebody, as the conversation shows it: codes and services; the words are put to them where they are shown. Pure types.
import type { NeedKey } from '../content/journey/needs-schema.js';
import type { Match } from '../directory/match-request.js';

/** What was found for one need. `matches`: at most three, best first; none: `lines` are national helplines for it (ids of dialogs/helplines.json). */
export interface NearGroup {
  readonly need: NeedKey;
  readonly matches: readonly Match[];
  readonly lines: readonly string[];
}

/** What is near one person. */
export interface Near {
  /** In the order of their needs. */
  readonly groups: readonly NearGroup[];
  /** The services are made up. */
  readonly sample: boolean;
  /** How well it is known where they are. */
  readonly where: 'postcode' | 'outward' | 'unknown';
}
