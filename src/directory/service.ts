// A local service as the product knows it: what a feed says (HSDS-UK), read, cleaned and put into the few shapes that matching and pages need.
// Whatever the feed did not say is absent, never guessed.
import { groupKinds } from '../content/journey/groups-schema.js';
import type { AccessKind } from '../content/journey/groups-schema.js';
import type { NeedKey } from '../content/journey/needs-schema.js';

export { accessKinds } from '../content/journey/groups-schema.js';
export type { AccessKind } from '../content/journey/groups-schema.js';

/** Who runs it. `small-charity`: a local not-for-profit; on equal fit it comes first. */
export const providerKinds = ['small-charity', 'national-charity', 'council', 'nhs', 'business', 'other'] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** What sort of place it is in. */
export const venueKinds = [
  'gp',
  'hospital',
  'library',
  'leisure-centre',
  'community-centre',
  'children-centre',
  'fire-station',
  'school',
  'faith-building',
  'museum',
  'park',
  'job-centre',
  'other',
] as const;
export type VenueKind = (typeof venueKinds)[number];

/** For whom it is, beyond age. A service with none of a group is for everybody. */
export const audienceKinds = [...groupKinds, 'young-people', 'older-people'] as const;
export type AudienceKind = (typeof audienceKinds)[number];

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** When it is on. From HSDS `schedule` (RFC 5545 fields). */
export interface Schedule {
  readonly freq?: 'WEEKLY' | 'MONTHLY';
  /** Every so many weeks or months; 1 where the feed says nothing. */
  readonly interval: number;
  /** Days of the week; empty: not said. With MONTHLY, `nth` tells which one in the month (-1: the last). */
  readonly days: readonly { readonly day: Weekday; readonly nth?: number }[];
  /** Days of the month, 1 to 31, or from its end (-1: the last). With `days` too, only days that are in both. */
  readonly monthDays: readonly number[];
  /** `HH:MM`, local time. */
  readonly opens?: string;
  readonly closes?: string;
  /** ISO dates between which it holds. */
  readonly from?: string;
  readonly to?: string;
  /** What the feed says in words. */
  readonly note?: string;
}

export interface Point {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

/** Where it is. A refuge has a place and no address: see `Service.hidden`. */
export interface Place {
  readonly id: string;
  readonly name?: string;
  /** Lines as they stand on an envelope, without the postcode. */
  readonly address: readonly string[];
  /** As `E1 6AN`. */
  readonly postcode?: string;
  readonly point?: Point;
  readonly venue: VenueKind;
  readonly access: readonly AccessKind[];
  /** What the feed says it does not offer (`no step-free access`); absent: it says nothing of the kind. */
  readonly lacks?: readonly AccessKind[];
  /** What the feed says about access, in words. */
  readonly accessNote?: string;
  readonly schedules: readonly Schedule[];
}

/** free: nothing; paid: always something; some: free for some; absent in a service: not said. */
export type CostKind = 'free' | 'paid' | 'some';

/** Can it take somebody on now? `checked`: ISO date. */
export interface Capacity {
  readonly state: 'open' | 'waiting' | 'closed';
  readonly weeks?: number;
}

/** How one gets in: by turning up, by asking oneself, or only by a professional. */
export type WayIn = 'drop-in' | 'self' | 'professional';

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly website?: string;
}

export interface Service {
  /** The feed's id. */
  readonly id: string;
  readonly name: string;
  /** Plain text, at most 2,000 characters. */
  readonly about: string;
  readonly provider: Provider;
  /** Needs it serves, best first; empty: nothing in the feed could be mapped. */
  readonly needs: readonly NeedKey[];
  readonly places: readonly Place[];
  /** It can be used from home: by telephone or online. */
  readonly remote: boolean;
  /** When it is on, wherever it is; a place's own schedules stand there. */
  readonly schedules: readonly Schedule[];
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  readonly audiences: readonly AudienceKind[];
  readonly cost?: CostKind;
  /** What the feed says about cost, in words. */
  readonly costNote?: string;
  /** BCP 47 tags of languages spoken besides English, as the product writes them where it has them (`bn`, `zh-Hans`). */
  readonly languages: readonly string[];
  /** Interpreters can be had. */
  readonly interpreters: boolean;
  /** Outward codes (`E1`), boroughs or other names it serves; empty: anywhere, or not said. */
  readonly areas: readonly string[];
  readonly wayIn?: WayIn;
  readonly capacity?: Capacity;
  readonly phones: readonly string[];
  readonly email?: string;
  readonly url?: string;
  /** What must be known before going, in the feed's words. */
  readonly alert?: string;
  /** ISO dates: last changed in the feed; last assured by its owner. */
  readonly lastModified?: string;
  readonly assured?: string;
  /** Its address must never be shown or given (refuges and the like). Places keep their area only: no address, no postcode, no exact point. */
  readonly hidden: boolean;
}
