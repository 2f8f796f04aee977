// What the desk is made of.
import type { Content } from '../content/content.js';
import type { Service } from '../content/journey/service-schema.js';
import type { SendMail } from '../delivery/send-mail.js';
import type { DirectoryNow } from '../directory/local-directory.js';
import type { ReferralStore } from '../storage/ports.js';
import type { StaffParts } from './answer-staff.js';

/** How mail leaves the desk. */
export interface DeskMail {
  readonly send: SendMail;
  /** Whether one more may go now; asked by the session's id, as a name is only what somebody typed. */
  readonly mayMail: (session: string) => boolean;
  /** Names a mail: letters, digits and dashes. */
  readonly entropy: () => string;
  /** Where patients reach this server, without a slash at the end; without it no leaflet can be sent. */
  readonly publicUrl: string | undefined;
}

/** The parts. */
export interface DeskParts extends StaffParts {
  readonly service: Pick<Service, 'name' | 'sample' | 'email' | 'clinicalContact'>;
  readonly content: Content;
  readonly directory: DirectoryNow;
  readonly referrals: Pick<ReferralStore, 'audit'>;
  readonly clock: () => Date;
  /** Address of the built script `desk.js`. */
  readonly deskScript: string;
  /** Absent where no mail server is set. */
  readonly mail?: DeskMail | undefined;
}
