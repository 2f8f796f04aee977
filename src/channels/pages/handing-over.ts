// What the pages and the desk ask of the conversation when it changes hands: begun by staff, gone on with on the person's own phone, wiped.
import type { CameBack } from './coming-back.js';

/** A way to a conversation on another phone or computer: told once, good for half an hour and for one use. */
export interface HandedOver {
  /** Path of the link, without the language it is shown in. */
  readonly path: string;
  /** Six letters in two groups. */
  readonly code: string;
}

/** What staff choose before the person takes over: language, needs known (codes), services picked (ids). */
export interface Begun {
  readonly lang: string;
  readonly needs: readonly string[];
  readonly services: readonly string[];
}

/** `over`: it has gone on elsewhere, and nothing of it is left here. */
export type GivenOver = { readonly state: 'given'; readonly handOver: HandedOver } | { readonly state: 'over' | 'none' | 'try-again' };

export interface HandingOver {
  /** A conversation that waits for the person to open it. @throws StoreUnavailable */
  readonly prepare: (begun: Begun) => Promise<HandedOver>;
  /** A conversation on the screen of staff, who write down what they are told: its session, and the id its referral will have. @throws StoreUnavailable */
  readonly beginWithStaff: (begun: Begun) => Promise<{ readonly session: string; readonly referralId: string }>;
  /** A new way over for the conversation of this session; an earlier one is void. */
  readonly give: (session: string) => Promise<GivenOver>;
  readonly isOver: (session: string) => Promise<boolean>;
  /** By the token of the link. `own`: the session of the browser that asks, to whose own conversation no link and no code leads. */
  readonly byLink: (token: string, own?: string) => Promise<CameBack>;
  /** By the code as read. A wrong, a used and an expired one get the same answer after the same time. */
  readonly byCode: (code: string, own?: string) => Promise<CameBack>;
  /** Nobody is at the desk: kept for an hour, and longer only where it was sent or the person was told a way back. `not-here`: nothing that staff write down. */
  readonly putAside: (session: string) => Promise<'put-aside' | 'not-here' | 'try-again'>;
  /** Staff are back: it is gone on with from now. */
  readonly takeUp: (session: string) => Promise<void>;
  /** Deletes it, unless it was sent or the person was told a way back that still counts. */
  readonly wipe: (session: string) => Promise<'wiped' | 'try-again'>;
}
