// What the pages are made of, handed in by app.ts.
import type { Content } from '../../content/content.js';
import type { DirectoryNow } from '../../directory/local-directory.js';
import type { Assets } from './assets.js';
import type { ComingBack } from './coming-back.js';
import type { Conversing } from './conversing.js';
import type { HandingOver } from './handing-over.js';

/** How a referral stands, in the three steps a patient is told of. `at` is an ISO instant. */
export interface ReferralProgress {
  readonly status: 'requested' | 'accepted' | 'closed';
  readonly at: string;
}

/**
 * Looks a referral up by what the person kept: reference (as typed, trimmed, upper case) and six digits. undefined for a wrong reference
 * and a wrong code alike; never needs or answers. May reject with StoreUnavailable.
 */
export type FindStatus = (reference: string, code: string) => Promise<ReferralProgress | undefined>;

/** What every page is written with. */
export interface Frame {
  readonly content: Content;
  readonly assets: Assets;
  /** Written for the screen in the waiting room. */
  readonly kiosk?: true;
}

/** Who asks for a token: a page of this origin, in this language; `kept`: what the page was given before, if it was loaded before. */
export interface TokenAsked {
  readonly origin: string;
  readonly lang: string;
  readonly kept: string | undefined;
}

/** `kept`: gets a token for the same conversation again. */
export interface TokenIssued {
  readonly token: string;
  readonly kept: string;
}

/** Microsoft's Web Chat component against our own Direct Line. */
export interface WebChat {
  /** Address of its script. */
  readonly component: string;
  /** A Direct Line token for pages of this origin. */
  readonly issueToken: (asked: TokenAsked) => Promise<TokenIssued>;
}

/** What the pages need to work. */
export interface PagesParts extends Frame {
  readonly conversing: Conversing;
  readonly comingBack: ComingBack;
  /** 32 random hexadecimal digits at each call. */
  readonly entropy: () => string;
  readonly findStatus: FindStatus;
  readonly clock: () => Date;
  /** The local services; absent: the pages do without them. */
  readonly directory?: DirectoryNow;
  readonly handingOver: HandingOver;
  /** May this address try one more code now? Few for one address, and not many for all of them together. */
  readonly mayTryCode: (address: string) => boolean;
  /** Where patients reach the service, without a slash at the end; undefined: as the request came. */
  readonly publicUrl?: string | undefined;
  /** Sites that may show the pages in a panel, as origins. */
  readonly embedOrigins?: readonly string[];
  /** Microsoft's Web Chat, where the deployment provides it. */
  readonly webChat?: WebChat | undefined;
}
