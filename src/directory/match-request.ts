// What is asked of the directory for one need of one person, and what it answers.
import type { NeedKey } from '../content/journey/needs-schema.js';
import type { Miss, Reason } from './match-reason.js';
import type { AccessKind, AudienceKind, Place, Point, Service, Weekday } from './service.js';

/** One need of one person. Whatever is absent is not known and keeps nothing away. */
export interface MatchRequest {
  readonly need: NeedKey;
  /** ISO date. */
  readonly today: string;
  readonly point?: Point;
  /** Outward code, as `E1`. */
  readonly outward?: string;
  /** ONS code of the borough or district, and its name. */
  readonly district?: string;
  readonly districtName?: string;
  readonly age?: number;
  /** BCP 47 tags they need; empty, or with English among them: English will do. */
  readonly languages: readonly string[];
  /** Groups they are known to be of. */
  readonly audiences: readonly AudienceKind[];
  /** Groups they are known not to be of; of those in neither list it is not known. */
  readonly notAudiences?: readonly AudienceKind[];
  /** What they need of a place. */
  readonly access: readonly AccessKind[];
  readonly freeOnly?: boolean;
  /** Days on which they can come; absent or empty: any. */
  readonly days?: readonly Weekday[];
  /** `false`: only what can be used from home. */
  readonly canTravel?: boolean;
  /** Nobody will refer them: what takes people from professionals only is of no use. */
  readonly withoutReferral?: boolean;
  /** How far to look; absent: 1, 3, 5 and 10 miles, until there are enough. */
  readonly radiusMiles?: number;
  readonly limit: number;
}

/** A service to be shown, where to go for it, and at least one reason. */
export interface Match {
  readonly service: Service;
  /** Absent where it is used from home or its address is kept. */
  readonly place?: Place;
  /** Rounded to a tenth; absent where there is nowhere to go or the person's place is not known. */
  readonly miles?: number;
  readonly reasons: readonly Reason[];
}

/** A service for this need that is not shown, and at least one reason why. Never for the patient's eyes as it stands. */
export interface NearMiss {
  readonly service: Service;
  readonly miles?: number;
  readonly misses: readonly Miss[];
}

export interface MatchResult {
  /** Best first. */
  readonly matches: readonly Match[];
  /** At most ten, those that miss by least first. */
  readonly nearMisses: readonly NearMiss[];
  /** Nothing can be shown: to be counted as unmet need. */
  readonly unmet: boolean;
}
