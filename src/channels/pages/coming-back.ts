// What the pages ask of the conversation when a person comes back to one that was paused, on whatever channel.

/**
 * `open`: the session that now leads to the conversation. `unknown`: nothing that can be opened; never why. `try-again`: the store, or this
 * server, cannot say just now.
 */
export type CameBack =
  | { readonly state: 'open'; readonly session: string; readonly lang: string }
  | { readonly state: 'unknown' }
  | { readonly state: 'try-again' };

export interface ComingBack {
  /** By the token of the link. */
  readonly byLink: (token: string) => Promise<CameBack>;
  /**
   * By reference and code, both as typed. An unknown reference, a wrong code and a code tried too often get the same answer after the same
   * time.
   */
  readonly byCode: (reference: string, code: string) => Promise<CameBack>;
}
