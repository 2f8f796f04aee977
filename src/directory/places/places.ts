// What is known of where a postcode is, whoever knows it: the ONS Postcode Directory, the feed's own addresses, or the shipped outward codes.
import type { Point } from '../service.js';

/** Where a postcode is. `outward`: only its first half is known, so the point may be a kilometre or more off. */
export interface FoundPlace {
  readonly point: Point;
  readonly precision: 'postcode' | 'outward';
  /** The first half, as `E1`. */
  readonly outward: string;
  /** ONS code of the borough or other local authority, as `E09000030`. */
  readonly district?: string;
  readonly districtName?: string;
  /** The small area of about 1,500 people it is counted in: LSOA (England, Wales), data zone (Scotland), SOA (Northern Ireland). */
  readonly lsoa?: string;
  /** Deprivation of the small area within its country: 1 the most deprived tenth, 10 the least. */
  readonly decile?: number;
}

/** Looks up a postcode, or its first half alone, as people type it. Undefined: nobody knows it, or it is none. */
export interface Places {
  find(postcode: string): FoundPlace | undefined;
}
