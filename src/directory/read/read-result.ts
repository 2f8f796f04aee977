// What becomes of one row of a feed.
import type { Service } from '../service.js';
import type { FeedIssue } from './feed-issue.js';
import type { NeedMap } from './map-needs.js';

/** A JSON object as HSDS has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What reading needs to know besides the row. */
export interface FeedContext {
  readonly needs: NeedMap;
  /** ISO date of the import. */
  readonly today: string;
  /** directory/national-charities.json, compiled; without it every charity is a local one. */
  readonly nationalCharities?: readonly string[];
}

/** `row`: the service as HSDS-UK v3, cleaned, valid against the profile; what our own feed serves. */
export type ReadResult =
  | {
      readonly kind: 'accepted';
      readonly service: Service;
      readonly row: JsonObject;
      readonly issues: readonly FeedIssue[];
      /** Of a refuge: its organisation and the keys of its places (`placeKeys`), to find what else the organisation has in the same house. */
      readonly house?: { readonly organization: string; readonly keys: readonly string[] };
    }
  | { readonly kind: 'refused'; readonly id?: string; readonly issues: readonly FeedIssue[] };
