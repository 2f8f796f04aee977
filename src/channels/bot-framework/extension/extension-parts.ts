// What the message extension is made of.
import type { Roster } from '../../../access/roster.js';
import type { Content } from '../../../content/content.js';
import type { DirectoryNow } from '../../../directory/local-directory.js';
import type { StaffHandOver } from '../../hand-over-as-staff.js';

/** The parts. */
export interface ExtensionParts extends StaffHandOver {
  readonly content: Content;
  readonly roster: Roster;
  readonly directory: DirectoryNow;
  /** Where the pages are, without a slash at the end; without it there are no links to give. */
  readonly publicUrl?: string | undefined;
}
