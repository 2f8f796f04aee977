// A page request and its response, free of any web framework: what the pages and the staff rooms speak; server/ carries them.

export interface PageRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Decoded form fields; a repeated field is an array. Empty for GET. */
  readonly form: Readonly<Record<string, string | readonly string[]>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** The Accept-Language header, '' when absent. */
  readonly acceptLanguage: string;
  /** Asked for by the live script: only what changed, as JSON. */
  readonly live: boolean;
  /** Reached over TLS (or a trusted proxy says so): cookies become Secure. */
  readonly secure: boolean;
  /** Host header, for origin checks of forms. */
  readonly host: string;
  readonly origin: string | undefined;
  /** Address of the caller, for rate limits only; never logged. */
  readonly remote: string;
  /** What the browser wants it for (Sec-Fetch-Dest), where it says so: `document`, `iframe`, `empty` … */
  readonly dest?: string | undefined;
  /** Shown in a panel on another site: with a session there, or, where the browser keeps none, leading to a window of its own. */
  readonly panel?: 'kept' | 'own-window';
}

export interface PageResponse {
  readonly status: number;
  readonly contentType: 'text/html; charset=utf-8' | 'application/json; charset=utf-8' | 'text/plain; charset=utf-8' | 'application/pdf';
  readonly body: string;
  /** Sent instead of the body, as they are. */
  readonly bytes?: Buffer;
  /** Set-Cookie lines, whole. */
  readonly cookies?: readonly string[];
  /** Location, for 303. */
  readonly location?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type PageHandler = (request: PageRequest) => Promise<PageResponse>;

/** One address and what answers it; GET also serves HEAD. */
export interface PageRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: PageHandler;
}
